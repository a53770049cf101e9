package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Journey;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PairQuality;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.match.Ranges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What became of each packet of one direction behind the last point that saw it. Lost is said only where the next capture could
 * have shown the packet, and only of packets that the count of losses counts as well.
 */
final class LadderEndings {
    private record Same(long sequence, int flags, int length, long digest, int fragment) {
        static Same of(Observation packet) {
            return new Same(
                    packet.sequence(),
                    packet.flags(),
                    packet.payloadLength(),
                    packet.flags() == 0 ? packet.digest() : 0,
                    packet.fragmentOffset());
        }
    }

    private record Link(int near, int far) {}

    /**
     * @param place index of the point of the way where it should have been seen next; -1 when there is none
     * @param accounted whether it is known that nothing of it was lost there although this very packet was not seen
     */
    record End(Ladder.Ending ending, int place, String note, boolean accounted) {}

    private record Doubt(String why, boolean accounted) {}

    /** Sequence numbers begin anew behind this many. */
    private static final long NUMBERS = 1L << 32;

    private static final End ARRIVED = new End(Ladder.Ending.ARRIVED, -1, "", true);

    private final Scene scene;
    private final Direction direction;
    private final List<PointTrace> way;
    private final Map<String, Losses.Stretch> stretches = new HashMap<>();
    private final Set<Same> interchangeable = new HashSet<>();
    private final long[] lastSeen;
    private final Map<Link, Optional<String>> objections = new HashMap<>();
    private final Map<Link, Long> latest = new HashMap<>();

    /** For each place the sequence numbers of the data that was not seen before it. */
    private final List<Ranges> begun = new ArrayList<>();

    private final boolean[][] paired;

    LadderEndings(Scene scene, Direction direction, List<Journey> journeys, List<Losses.Stretch> losses) {
        this.scene = scene;
        this.direction = direction;
        this.way = scene.way(direction);
        this.lastSeen = new long[way.size()];
        Arrays.fill(lastSeen, Long.MIN_VALUE);
        this.paired = new boolean[way.size()][way.size()];
        losses.stream()
                .filter(stretch -> stretch.direction() == direction)
                .forEach(stretch -> stretches.put(stretch.far().name(), stretch));
        way.forEach(unused -> begun.add(new Ranges()));
        journeys.forEach(this::learn);
    }

    private void learn(Journey journey) {
        int before = -1;
        for (Journey.Stop stop : journey.stops()) {
            if (stop.quality() == PairQuality.AMBIGUOUS) {
                interchangeable.add(Same.of(stop.seen()));
            }
            lastSeen[stop.place()] =
                    Math.max(lastSeen[stop.place()], stop.seen().nanos());
            if (before >= 0) {
                paired[before][stop.place()] = true;
            }
            before = stop.place();
        }
        if (journey.first().place() > 0 && scene.tcp()) {
            Observation packet = journey.first().seen();
            begun.get(journey.first().place()).add(begin(packet), end(packet));
            begun.get(journey.first().place()).add(0, end(packet) - NUMBERS);
        }
    }

    private static long begin(Observation packet) {
        return Math.floorMod(packet.sequence(), NUMBERS);
    }

    private static long end(Observation packet) {
        return begin(packet) + packet.payloadLength();
    }

    End of(Journey journey) {
        int at = journey.last().place();
        if (at == way.size() - 1) {
            return ARRIVED;
        }
        int next = watched(at + 1);
        if (next == way.size()) {
            return new End(
                    Ladder.Ending.UNWATCHED,
                    at + 1,
                    "there is no capture behind " + way.get(at).name(),
                    false);
        }
        return doubt(journey.last().seen(), at, next)
                .map(doubt -> new End(Ladder.Ending.UNKNOWN, next, doubt.why(), doubt.accounted()))
                .orElseGet(() -> new End(Ladder.Ending.LOST, next, "", false));
    }

    /** The first place from this one on that has a capture; the length of the way when there is none. */
    private int watched(int place) {
        int next = place;
        while (next < way.size() && !way.get(next).captured()) {
            next++;
        }
        return next;
    }

    /** Why it may have arrived all the same. */
    private Optional<Doubt> doubt(Observation packet, int at, int next) {
        PointTrace near = way.get(at);
        PointTrace far = way.get(next);
        Optional<String> objection = objections.computeIfAbsent(
                new Link(at, next),
                unused -> new Guard(scene).objection(far, direction, near, near.packets(direction)));
        if (objection.isPresent()) {
            return objection.map(why -> new Doubt(why, false));
        }
        if (interchangeable.contains(Same.of(packet))) {
            return Optional.of(
                    new Doubt("one of several equal packets is missing, and which one cannot be told", false));
        }
        boolean others = !far.packets(direction).isEmpty();
        if (others && !paired[at][next]) {
            return Optional.of(new Doubt(
                    "no packet of " + near.name() + " was known again at " + far.name()
                            + ": something between them may speak for the other end",
                    false));
        }
        if (carriedByAnother(packet, next)) {
            return Optional.of(new Doubt("its bytes were seen at " + far.name() + " in another packet", true));
        }
        boolean counted = Losses.counts(scene, packet);
        boolean missing = Optional.ofNullable(stretches.get(far.name()))
                .filter(stretch -> stretch.missing() > 0)
                .isPresent();
        if (counted && !missing) {
            return Optional.of(new Doubt("later packets show that " + far.name() + " need not have missed it", true));
        }
        if (!counted && laterSeen(packet, at, next)) {
            return Optional.of(new Doubt(
                    "nothing proves that it mattered: later packets of its sender came to " + far.name(), true));
        }
        return Optional.empty();
    }

    /** Segments that a network card joined or cut are other packets with the same bytes. */
    private boolean carriedByAnother(Observation packet, int next) {
        return scene.tcp()
                && (begun.get(next).touches(begin(packet), end(packet))
                        || begun.get(next).touches(0, end(packet) - NUMBERS));
    }

    private boolean laterSeen(Observation packet, int at, int next) {
        long last = latest.computeIfAbsent(new Link(at, next), unused -> latestBehind(at, next));
        return last >= packet.nanos();
    }

    /** When the last packet of this direction was seen at a point behind, by the clock of the point before. */
    private long latestBehind(int at, int next) {
        long latestSeen = Long.MIN_VALUE;
        for (int place = next; place < way.size(); place++) {
            if (lastSeen[place] != Long.MIN_VALUE) {
                latestSeen = Math.max(latestSeen, lastSeen[place] - scene.clockOffset(way.get(at), way.get(place)));
            }
        }
        return latestSeen;
    }
}
