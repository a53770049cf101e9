package dev.wirewalk.match;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Strings the pairs between points together: each packet of one direction from its first point to its last. */
public final class Journeys {
    private final List<PointTrace> way;
    private final Direction direction;
    private final List<Journey.Open> all = new ArrayList<>();

    /** For each place so far, the packets that were seen there last, in the order of that point. */
    private final List<Map<Observation, List<Journey.Open>>> waiting = new ArrayList<>();

    private Journeys(List<PointTrace> way, Direction direction) {
        this.way = way;
        this.direction = direction;
    }

    /**
     * @param way the points in the order in which packets of this direction pass them
     * @return in the order of the first point that saw each packet
     */
    public static List<Journey> of(List<PointTrace> way, Direction direction) {
        Journeys journeys = new Journeys(way, direction);
        for (int place = 0; place < way.size(); place++) {
            journeys.pass(place);
        }
        return journeys.all.stream().map(Journey.Open::done).toList();
    }

    /** A packet that a capture on the way does not hold may still come up behind it, so earlier places are asked as well. */
    private void pass(int place) {
        List<Observation> seen = way.get(place).packets(direction);
        Map<Observation, List<Journey.Open>> here = new IdentityHashMap<>();
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
        if (sent.isEmpty()) {
            return left;
        }
        List<Observation> order = way.get(near).packets(direction).stream()
                .filter(sent::containsKey)
                .toList();
        Pairing pairing = Pairing.of(way.get(near).with(order), way.get(place).with(left), direction);
        for (Pair pair : pairing.pairs()) {
            // Of a packet that was cut into several, the first piece goes on with it, and the others begin here.
            List<Journey.Open> moved = sent.remove(pair.sent());
            if (moved != null) {
                moved.forEach(open -> open.add(place, pair.seen(), pair.quality()));
                here.computeIfAbsent(pair.seen(), unused -> new ArrayList<>()).addAll(moved);
            }
        }
        return pairing.onlySeen();
    }
}
