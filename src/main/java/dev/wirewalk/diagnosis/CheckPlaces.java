package dev.wirewalk.diagnosis;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.command.CheckPlace;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FlowKey;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.topology.FlowProtocol;
import dev.wirewalk.topology.InterfaceAddress;
import dev.wirewalk.topology.Point;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is known at a point for those who look at its device: the flow as it is there, and where it goes from there. */
final class CheckPlaces {
    private final Scene scene;

    CheckPlaces(Scene scene) {
        this.scene = scene;
    }

    CheckPlace at(PointTrace point, Verdict verdict) {
        Direction direction = verdict.direction().orElse(Direction.FORWARD);
        PointTrace entry = entry(point);
        Optional<CheckPlace.Ends> here = ends(point);
        return new CheckPlace(
                verdict.stage().map(Stage::word),
                role(point),
                verdict.cause().map(Cause::word),
                scene.protocol().word(),
                here,
                ends(entry),
                direction == Direction.RETURN,
                here.flatMap(ends ->
                        nextHop(point, direction, direction == Direction.FORWARD ? ends.server() : ends.client())),
                interfaceName(point.point()),
                interfaceName(entry.point()),
                point.point().settings());
    }

    private static Optional<String> interfaceName(Point point) {
        return Optional.ofNullable(point.settings().get("interface")).or(point::interfaceName);
    }

    private String role(PointTrace point) {
        List<PointTrace> way = scene.way(Direction.FORWARD);
        if (point.device().equals(way.getFirst().device())) {
            return "client";
        }
        return point.device().equals(way.getLast().device()) ? "server" : "between";
    }

    private PointTrace entry(PointTrace point) {
        return scene.way(Direction.FORWARD).stream()
                .filter(one -> one.device().equals(point.device()))
                .findFirst()
                .orElse(point);
    }

    /** What the flow is at the point; where it was not seen, what it is everywhere, when nothing translates it. */
    private Optional<CheckPlace.Ends> ends(PointTrace point) {
        boolean first = point.equals(scene.way(Direction.FORWARD).getFirst());
        boolean translated = !scene.trace().path().nat().isEmpty()
                || scene.points().stream()
                                .flatMap(one -> one.flow().stream())
                                .distinct()
                                .count()
                        > 1;
        Optional<CheckPlace.Ends> seen = point.flow().map(this::ends);
        return seen.or(() -> first || !translated ? assumed() : Optional.empty());
    }

    private Optional<CheckPlace.Ends> assumed() {
        return scene.trace()
                .flow()
                .map(this::ends)
                .or(() -> scene.trace()
                        .path()
                        .flow()
                        .map(hint ->
                                new CheckPlace.Ends(hint.client(), hint.clientPort(), hint.server(), hint.port())));
    }

    private CheckPlace.Ends ends(FlowKey flow) {
        return new CheckPlace.Ends(flow.client(), port(flow.clientPort()), flow.server(), port(flow.serverPort()));
    }

    private OptionalInt port(int number) {
        return number < 0 || scene.protocol() == FlowProtocol.ICMP ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The told address of the next device on the link; the far end itself when it is on the link. */
    private Optional<IpAddress> nextHop(PointTrace point, Direction direction, IpAddress destination) {
        List<PointTrace> way = scene.way(direction);
        int index = way.indexOf(point);
        if (index < 0 || index + 1 >= way.size()) {
            return Optional.empty();
        }
        PointTrace next = way.get(index + 1);
        if (next.device().equals(point.device())) {
            return Optional.empty();
        }
        List<InterfaceAddress> mine = point.point().addresses();
        List<IpAddress> told = next.point().addresses().stream()
                .map(InterfaceAddress::address)
                .filter(address -> address.version() == destination.version())
                .filter(address -> mine.isEmpty() || onLink(mine, address))
                .toList();
        boolean end = index + 2 == way.size() && onLink(mine, destination);
        if (told.isEmpty() && end) {
            return Optional.of(destination);
        }
        return told.size() == 1 ? Optional.of(told.getFirst()) : Optional.empty();
    }

    private static boolean onLink(List<InterfaceAddress> mine, IpAddress address) {
        return mine.stream().anyMatch(own -> own.network().contains(address));
    }
}
