package dev.wirewalk.diagnosis;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Journey;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PairQuality;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Makes the ladder of a walk: the flow's packets from point to point, and the ARP and ICMP messages that speak of it. */
final class LadderRows {
    private final Scene scene;
    private final LadderClock clock;
    private final List<Timed> timed = new ArrayList<>();
    private final Set<Sent> sentBefore = new HashSet<>();
    private int packets;

    /** A row before it is known when the ladder begins. */
    record Timed(
            long nanos,
            PacketLabel label,
            Optional<Direction> direction,
            List<Seen> seen,
            LadderEndings.End end,
            Optional<Integer> missing) {}

    /** @param nanos by the point's own clock */
    record Seen(int column, String file, long frame, long nanos, PairQuality quality) {}

    private record Sent(Direction direction, long sequence, int flags, int length, long digest, int fragment) {}

    LadderRows(Scene scene) {
        this.scene = scene;
        this.clock = new LadderClock(scene);
    }

    /** @param evidence frames that answers rest on: their rows are kept whatever the length of the flow */
    Ladder ladder(Map<Direction, List<Journey>> journeys, List<Losses.Stretch> losses, Set<Evidence> evidence) {
        journeys.forEach((direction, found) -> {
            LadderEndings endings = new LadderEndings(scene, direction, found, losses);
            found.forEach(journey -> add(direction, journey, endings.of(journey)));
            packets += found.size();
        });
        timed.addAll(new LadderAsides(scene, clock).rows(evidence));
        timed.sort(Comparator.comparingLong(Timed::nanos));
        OptionalLong begin = timed.stream()
                .mapToLong(Timed::nanos)
                .filter(nanos -> nanos != Frame.NO_TIME)
                .min();
        List<Ladder.Packet> rows = timed.stream().map(row -> packet(row, begin)).toList();
        return new Ladder(
                columns(), begin.isPresent() ? clock.point() : "", begin, new LadderChoice(evidence).of(rows), packets);
    }

    private void add(Direction direction, Journey journey, LadderEndings.End end) {
        List<PointTrace> way = scene.way(direction);
        List<Seen> seen = journey.stops().stream()
                .map(stop -> new Seen(
                        column(way.get(stop.place())),
                        stop.seen().file(),
                        stop.seen().frame(),
                        stop.seen().nanos(),
                        stop.quality()))
                .toList();
        Optional<Integer> missing = end.place() < 0 ? Optional.empty() : Optional.of(column(way.get(end.place())));
        timed.add(new Timed(
                moment(clock, seen),
                label(direction, journey.first().seen()),
                Optional.of(direction),
                seen,
                end,
                missing));
    }

    /** What was sent before is marked: a reader looks for it. */
    private PacketLabel label(Direction direction, Observation packet) {
        PacketLabel label = PacketLabel.of(scene.protocol(), packet);
        boolean tells = packet.payloadLength() > 0 || packet.syn() || packet.synAck();
        Sent sent = new Sent(
                direction,
                packet.sequence(),
                packet.flags(),
                packet.payloadLength(),
                packet.digest(),
                packet.fragmentOffset());
        return !tells || sentBefore.add(sent) ? label : new PacketLabel(label.kind(), label.words() + ", repeated");
    }

    /** When the row begins: by the first point whose clock is comparable, else as well as it is known. */
    static long moment(LadderClock clock, List<Seen> seen) {
        Seen first = seen.stream()
                .filter(one -> clock.known(one.column()))
                .findFirst()
                .orElse(seen.getFirst());
        return clock.common(first.column(), first.nanos());
    }

    private int column(PointTrace point) {
        return scene.points().indexOf(point);
    }

    private List<Ladder.Column> columns() {
        List<Ladder.Column> columns = new ArrayList<>();
        for (int i = 0; i < scene.points().size(); i++) {
            PointTrace point = scene.points().get(i);
            columns.add(new Ladder.Column(point.name(), point.device(), point.captured(), clock.halfIntervalMicros(i)));
        }
        return columns;
    }

    private Ladder.Packet packet(Timed row, OptionalLong begin) {
        List<Ladder.Sighting> sightings = row.seen().stream()
                .map(seen -> new Ladder.Sighting(
                        seen.column(), seen.file(), seen.frame(), micros(seen, begin), seen.quality()))
                .toList();
        return new Ladder.Packet(
                row.label().kind(),
                row.label().words(),
                row.direction(),
                sightings,
                row.end().ending(),
                row.missing(),
                row.end().note());
    }

    private OptionalLong micros(Seen seen, OptionalLong begin) {
        return begin.isPresent() && clock.known(seen.column()) && seen.nanos() != Frame.NO_TIME
                ? OptionalLong.of(Math.floorDiv(clock.common(seen.column(), seen.nanos()) - begin.getAsLong(), 1000L))
                : OptionalLong.empty();
    }
}
