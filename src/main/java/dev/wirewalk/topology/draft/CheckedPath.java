package dev.wirewalk.topology.draft;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.FlowProtocol;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What a draft amounts to.
 *
 * @param path the path, without files; empty when there is a problem or no point yet
 * @param problems one sentence per field that is wrong
 */
public record CheckedPath(Optional<Path> path, Map<Place, String> problems) {
    /** Longest text of a name; the strip and the results show it in full. */
    private static final int LONGEST_NAME = 60;

    /** The fields that can be wrong. */
    public enum Field {
        NAME,
        DEVICE,
        INTERFACE,
        CLIENT,
        CLIENT_PORT,
        SERVER,
        PORT
    }

    /** Where: a field of the flow ({@code point} is empty) or of the point with that id. */
    public record Place(String point, Field field) {}

    public CheckedPath {
        problems = Map.copyOf(problems);
    }

    /** What is wrong with that field, or empty. */
    public Optional<String> problem(String point, Field field) {
        return Optional.ofNullable(problems.get(new Place(point, field)));
    }

    static CheckedPath of(PathDraft draft) {
        Map<Place, String> problems = new LinkedHashMap<>();
        Optional<FlowHint> flow = flow(draft.flow(), problems);
        List<Point> points = points(draft, problems);
        if (!problems.isEmpty() || points.isEmpty()) {
            return new CheckedPath(Optional.empty(), problems);
        }
        Map<String, String> names = draft.points().stream()
                .collect(Collectors.toMap(PointDraft::id, point -> point.name().strip()));
        List<String> back = draft.returnOrder().stream()
                .flatMap(id -> Optional.ofNullable(names.get(id)).stream())
                .toList();
        return new CheckedPath(Optional.of(new Path(flow, points, back, draft.nat(), draft.answers())), problems);
    }

    private static List<Point> points(PathDraft draft, Map<Place, String> problems) {
        Map<String, Long> uses = draft.points().stream()
                .collect(Collectors.groupingBy(point -> point.name().strip(), Collectors.counting()));
        List<Point> points = new ArrayList<>();
        for (PointDraft point : draft.points()) {
            String name = point.name().strip();
            if (uses.getOrDefault(name, 0L) > 1) {
                problems.put(new Place(point.id(), Field.NAME), "Two points have this name; each needs its own.");
            }
            require(name, "a name", new Place(point.id(), Field.NAME), problems);
            require(point.device().strip(), "the box or host it is on", new Place(point.id(), Field.DEVICE), problems);
            sayable(point.interfaceName().strip(), new Place(point.id(), Field.INTERFACE), problems);
            points.add(new Point(
                    name,
                    point.device().strip(),
                    text(point.interfaceName()),
                    text(point.tool()),
                    List.of(),
                    point.addresses(),
                    point.vlan(),
                    point.ifindex(),
                    point.settings(),
                    point.position()));
        }
        return points;
    }

    private static void require(String value, String what, Place place, Map<Place, String> problems) {
        if (value.isEmpty()) {
            problems.put(place, "The point needs " + what + ".");
        }
        sayable(value, place, problems);
    }

    private static void sayable(String value, Place place, Map<Place, String> problems) {
        if (value.length() > LONGEST_NAME) {
            problems.put(place, "At most " + LONGEST_NAME + " characters.");
        } else if (!ShownName.of(value).equals(value) && !value.isEmpty()) {
            problems.put(place, "It holds a character that cannot be shown.");
        }
    }

    private static Optional<FlowHint> flow(FlowDraft draft, Map<Place, String> problems) {
        if (draft.picked()) {
            return Optional.empty();
        }
        Optional<FlowProtocol> protocol = FlowProtocol.of(draft.protocol());
        boolean ports = protocol.filter(FlowProtocol.ICMP::equals).isEmpty();
        Optional<IpAddress> client = address(draft.client(), Field.CLIENT, problems);
        Optional<IpAddress> server = address(draft.server(), Field.SERVER, problems);
        OptionalInt clientPort = ports ? port(draft.clientPort(), Field.CLIENT_PORT, problems) : OptionalInt.empty();
        OptionalInt port = ports ? port(draft.port(), Field.PORT, problems) : OptionalInt.empty();
        if (client.isPresent()
                && server.isPresent()
                && client.get().version() != server.get().version()) {
            problems.put(
                    new Place("", Field.SERVER), "Client and server are of different IP versions; a flow has one.");
        }
        if (protocol.isEmpty() || client.isEmpty() || server.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FlowHint(protocol.get(), client.get(), clientPort, server.get(), port));
    }

    private static Optional<IpAddress> address(String text, Field field, Map<Place, String> problems) {
        Optional<IpAddress> address = IpAddress.parse(text.strip());
        if (address.isEmpty()) {
            problems.put(
                    new Place("", field),
                    text.isBlank()
                            ? "An address is needed here, or leave all flow fields empty to let the walk pick."
                            : "Not an IPv4 or IPv6 address.");
        }
        return address;
    }

    private static OptionalInt port(String text, Field field, Map<Place, String> problems) {
        String port = text.strip();
        if (port.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
            problems.put(new Place("", field), "A port is a number from 0 to 65535.");
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(port));
    }

    private static Optional<String> text(String value) {
        return Optional.of(value.strip()).filter(stripped -> !stripped.isEmpty());
    }
}
