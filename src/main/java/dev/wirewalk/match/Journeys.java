package dev.wirewalk.match;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Strings the pairs between points together: each packet of one direction from its first point to its last. */
public final class Journeys {
    private final List<PointTrace> way;
    private final Direction direction;
    private final Pairs known;
    private final List<Journey.Open> all = new ArrayList<>();

    /** For each place so far, the packets that were seen there and, where they were seen there last, what is followed with them. */
    private final List<Map<Observation, List<Journey.Open>>> waiting = new ArrayList<>();

    /** Knows the pairs of two points. */
    @FunctionalInterface
    public interface Pairs {
        Pairing of(PointTrace near, PointTrace far, Direction direction);
    }

    private Journeys(List<PointTrace> way, Direction direction, Pairs known) {
        this.way = way;
        this.direction = direction;
        this.known = known;
    }

    /**
     * @param way the points in the order in which packets of this direction pass them
     * @param known asked for the pairs of all packets of points that follow each other
     * @return in the order of the first point that saw each packet
     */
    public static List<Journey> of(List<PointTrace> way, Direction direction, Pairs known) {
        Journeys journeys = new Journeys(way, direction, known);
        for (int place = 0; place < way.size(); place++) {
            journeys.pass(place);
        }
        List<Journey> done = new ArrayList<>(journeys.all.size());
        journeys.all.forEach(open -> done.add(open.done()));
        return done;
    }

    /** A packet that a capture on the way does not hold may still come up behind it, so earlier places are asked as well. */
    private void pass(int place) {
        List<Observation> seen = way.get(place).packets(direction);
        Map<Observation, List<Journey.Open>> here = new IdentityHashMap<>(seen.size());
        List<Observation> left = seen;
        for (int near = place - 1; near >= 0 && !left.isEmpty(); near--) {
            left = take(near, place, left, here);
        }
        for (Observation packet : seen) {
            if (!here.containsKey(packet)) {
                Journey.Open open = new Journey.Open(direction);
                open.add(place, packet, PairQuality.EXACT);
                all.add(open);
                here.put(packet, List.of(open));
            }
        }
        waiting.add(here);
    }

    /** @return what is still of no packet that was seen before */
    private List<Observation> take(
            int near, int place, List<Observation> left, Map<Observation, List<Journey.Open>> here) {
        Map<Observation, List<Journey.Open>> sent = waiting.get(near);
        Pairing pairing = near == place - 1
                ? known.of(way.get(near), way.get(place), direction)
                : rest(sent, way.get(near), way.get(place).with(left));
        for (Pair pair : pairing.pairs()) {
            // Of a packet that was cut into several, the first piece goes on with it, and the others begin here.
            List<Journey.Open> moved = sent.replace(pair.sent(), List.of());
            if (moved != null && !moved.isEmpty()) {
                moved.forEach(open -> open.add(place, pair.seen(), pair.quality()));
                here.merge(pair.seen(), moved, Journeys::joined);
            }
        }
        return pairing.onlySeen();
    }

    /** The pairs of those packets that went on nowhere yet. */
    private Pairing rest(Map<Observation, List<Journey.Open>> sent, PointTrace near, PointTrace far) {
        List<Observation> order = near.packets(direction).stream()
                .filter(packet -> !sent.getOrDefault(packet, List.of()).isEmpty())
                .toList();
        return Pairing.of(near.with(order), far, direction);
    }

    private static List<Journey.Open> joined(List<Journey.Open> some, List<Journey.Open> others) {
        List<Journey.Open> joined = new ArrayList<>(some);
        joined.addAll(others);
        return joined;
    }
}
