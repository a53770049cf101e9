package dev.wirewalk.diagnosis;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Journey;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PairQuality;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Makes the ladder of a walk: the flow's packets from point to point, and the ARP and ICMP messages that speak of it. Of each packet
 * only its moment and its weight are found out before the rows are chosen, as a flow may have a million of them.
 */
final class LadderRows {
    private final Scene scene;
    private final LadderClock clock;
    private final Set<Evidence> evidence;
    private final Map<PointTrace, Integer> columns = new IdentityHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private int packets;

    /** What may become a row. */
    private record Entry(long nanos, int weight, Supplier<Timed> row) {}

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

    /** @param evidence frames that answers rest on: their rows are kept whatever the length of the flow */
    LadderRows(Scene scene, LadderClock clock, Set<Evidence> evidence) {
        this.scene = scene;
        this.clock = clock;
        this.evidence = evidence;
        for (int i = 0; i < scene.points().size(); i++) {
            columns.put(scene.points().get(i), i);
        }
    }

    /** @param told hears of each packet what became of it */
    Ladder ladder(
            Map<Direction, List<Journey>> journeys,
            List<Losses.Stretch> losses,
            BiConsumer<Journey, LadderEndings.End> told) {
        Repetitions repetitions = new Repetitions(journeys);
        journeys.forEach((direction, found) -> {
            LadderEndings endings = new LadderEndings(scene, direction, found, losses);
            found.forEach(journey -> {
                LadderEndings.End end = endings.of(journey);
                told.accept(journey, end);
                add(journey, end, repetitions);
            });
            packets += found.size();
        });
        new LadderAsides(scene, clock).rows(evidence).forEach(this::add);
        entries.sort(Comparator.comparingLong(Entry::nanos));
        OptionalLong begin = entries.stream()
                .mapToLong(Entry::nanos)
                .filter(nanos -> nanos != Frame.NO_TIME)
                .min();
        int[] chosen = LadderChoice.of(entries.stream().mapToInt(Entry::weight).toArray());
        List<Ladder.Row> rows = LadderChoice.withGaps(
                chosen, entries.size(), index -> packet(entries.get(index).row().get(), begin));
        return new Ladder(columns(), begin.isPresent() ? clock.point() : "", begin, rows, packets);
    }

    private void add(Timed row) {
        boolean needed =
                row.seen().stream().anyMatch(seen -> evidence.contains(new Evidence(seen.file(), seen.frame())));
        int weight = LadderChoice.weight(row.label().kind(), row.end().ending(), needed);
        entries.add(new Entry(row.nanos(), weight, () -> row));
    }

    private void add(Journey journey, LadderEndings.End end, Repetitions repetitions) {
        List<PointTrace> way = scene.way(journey.direction());
        Journey.Stop begin = journey.first();
        boolean timed = false;
        boolean needed = false;
        for (Journey.Stop stop : journey.stops()) {
            Observation seen = stop.seen();
            if (!timed && clock.known(column(way, stop))) {
                begin = stop;
                timed = true;
            }
            needed = needed || evidence.contains(new Evidence(seen.file(), seen.frame()));
        }
        long nanos = clock.common(column(way, begin), begin.seen().nanos());
        Ladder.Kind kind = PacketLabel.kind(scene.protocol(), journey.first().seen());
        int weight = LadderChoice.weight(kind, end.ending(), needed);
        entries.add(new Entry(nanos, weight, () -> row(nanos, journey, end, repetitions)));
    }

    private Timed row(long nanos, Journey journey, LadderEndings.End end, Repetitions repetitions) {
        List<PointTrace> way = scene.way(journey.direction());
        List<Seen> seen = journey.stops().stream()
                .map(stop -> new Seen(
                        column(way, stop),
                        stop.seen().file(),
                        stop.seen().frame(),
                        stop.seen().nanos(),
                        stop.quality()))
                .toList();
        PacketLabel label = PacketLabel.of(scene.protocol(), journey.first().seen());
        return new Timed(
                nanos,
                repetitions.repeats(journey) ? new PacketLabel(label.kind(), label.words() + ", repeated") : label,
                Optional.of(journey.direction()),
                seen,
                end,
                end.place() < 0 ? Optional.empty() : Optional.of(column(way.get(end.place()))));
    }

    /** When the row begins: by the first point whose clock is comparable, else as well as it is known. */
    static long moment(LadderClock clock, List<Seen> seen) {
        Seen first = seen.stream()
                .filter(one -> clock.known(one.column()))
                .findFirst()
                .orElse(seen.getFirst());
        return clock.common(first.column(), first.nanos());
    }

    private int column(List<PointTrace> way, Journey.Stop stop) {
        return column(way.get(stop.place()));
    }

    private int column(PointTrace point) {
        return Optional.ofNullable(columns.get(point)).orElseThrow();
    }

    private List<Ladder.Column> columns() {
        List<Ladder.Column> shown = new ArrayList<>();
        for (int i = 0; i < scene.points().size(); i++) {
            PointTrace point = scene.points().get(i);
            shown.add(new Ladder.Column(point.name(), point.device(), point.captured(), clock.halfIntervalMicros(i)));
        }
        return shown;
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
