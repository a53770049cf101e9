package dev.wirewalk.diagnosis;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Journey;
import dev.wirewalk.match.Journeys;
import dev.wirewalk.match.PairQuality;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Makes the ladder of a walk: the flow's packets from point to point, and the ARP and ICMP messages that speak of it. Of each packet
 * only its moment and its weight are found out before the rows are chosen, as a flow may have a million of them.
 */
final class LadderRows {
    private final Scene scene;
    private final Map<Direction, Journeys> journeys;
    private final Set<Evidence> evidence;
    private final LadderClock clock;
    private final Repetitions repetitions;
    private final Map<Direction, LadderEndings> endings = new EnumMap<>(Direction.class);
    private final List<Timed> asides;
    private final Map<PointTrace, Integer> columns = new IdentityHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * What may become a row.
     *
     * @param direction of the packet; empty when it is beside the flow
     * @param number among those of its direction, or beside the flow
     */
    private record Entry(long nanos, int weight, Optional<Direction> direction, int number) {}

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
    LadderRows(
            Scene scene,
            LadderClock clock,
            Map<Direction, Journeys> journeys,
            List<Losses.Stretch> losses,
            Set<Evidence> evidence) {
        this.scene = scene;
        this.clock = clock;
        this.journeys = journeys;
        this.evidence = evidence;
        repetitions = new Repetitions(journeys);
        asides = new LadderAsides(scene, clock).rows(evidence);
        journeys.forEach(
                (direction, found) -> endings.put(direction, new LadderEndings(scene, direction, found, losses)));
        for (int i = 0; i < scene.points().size(); i++) {
            columns.put(scene.points().get(i), i);
        }
    }

    /** @param told hears of each packet what became of it */
    Ladder ladder(BiConsumer<Journey, LadderEndings.End> told) {
        journeys.keySet().forEach(direction -> addJourneys(direction, told));
        int packets = entries.size();
        for (int i = 0; i < asides.size(); i++) {
            entries.add(entry(asides.get(i), i));
        }
        entries.sort(Comparator.comparingLong(Entry::nanos));
        OptionalLong begin = entries.stream()
                .mapToLong(Entry::nanos)
                .filter(nanos -> nanos != Frame.NO_TIME)
                .min();
        int[] chosen = LadderChoice.of(entries.stream().mapToInt(Entry::weight).toArray());
        List<Ladder.Row> rows =
                LadderChoice.withGaps(chosen, entries.size(), index -> packet(row(entries.get(index)), begin));
        return new Ladder(columns(), begin.isPresent() ? clock.point() : "", begin, rows, packets);
    }

    private Entry entry(Timed aside, int number) {
        boolean needed =
                aside.seen().stream().anyMatch(seen -> evidence.contains(new Evidence(seen.file(), seen.frame())));
        int weight = LadderChoice.weight(aside.label().kind(), aside.end().ending(), needed);
        return new Entry(aside.nanos(), weight, Optional.empty(), number);
    }

    private void addJourneys(Direction direction, BiConsumer<Journey, LadderEndings.End> told) {
        Journeys found = Optional.ofNullable(journeys.get(direction)).orElseThrow();
        LadderEndings ends = Optional.ofNullable(endings.get(direction)).orElseThrow();
        List<PointTrace> way = scene.way(direction);
        Optional<Direction> directed = Optional.of(direction);
        for (int i = 0; i < found.size(); i++) {
            Journey journey = found.get(i);
            Ladder.Kind kind =
                    PacketLabel.kind(scene.protocol(), journey.first().seen());
            LadderEndings.End end = ends.of(journey);
            told.accept(journey, end);
            int weight = LadderChoice.weight(kind, end.ending(), needed(journey));
            entries.add(new Entry(moment(way, journey), weight, directed, i));
        }
    }

    private boolean needed(Journey journey) {
        boolean needed = false;
        for (Journey.Stop stop : journey.stops()) {
            needed |= evidence.contains(
                    new Evidence(stop.seen().file(), stop.seen().frame()));
        }
        return needed;
    }

    private long moment(List<PointTrace> way, Journey journey) {
        Journey.Stop begin = clock.first(journey.stops(), stop -> column(way, stop));
        return clock.common(column(way, begin), begin.seen().nanos());
    }

    private Timed row(Entry entry) {
        return entry.direction()
                .map(direction -> row(direction, entry.number()))
                .orElseGet(() -> asides.get(entry.number()));
    }

    private Timed row(Direction direction, int number) {
        Journey journey =
                Optional.ofNullable(journeys.get(direction)).orElseThrow().get(number);
        LadderEndings.End end =
                Optional.ofNullable(endings.get(direction)).orElseThrow().of(journey);
        List<PointTrace> way = scene.way(direction);
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
                moment(way, journey),
                repetitions.repeats(direction, number)
                        ? new PacketLabel(label.kind(), label.words() + ", repeated")
                        : label,
                Optional.of(direction),
                seen,
                end,
                end.place() < 0 ? Optional.empty() : Optional.of(column(way.get(end.place()))));
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
