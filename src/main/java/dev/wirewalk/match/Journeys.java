package dev.wirewalk.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Strings the pairs between neighbouring points together: each packet of one direction from its first point to its last. */
public final class Journeys {
    /** What routers and translators leave alone, once sequence numbers are aligned. */
    private record Key(long sequence, long acknowledgement, int flags, int length, long digest, int fragment) {}

    private static final int KINDS = 0x17;

    private final Direction direction;
    private final List<Journey.Open> all = new ArrayList<>();
    private List<Journey.Open> arriving = new ArrayList<>();

    private Journeys(Direction direction) {
        this.direction = direction;
    }

    /**
     * @param way the points in the order in which packets of this direction pass them
     * @return in the order of the first point that saw each packet
     */
    public static List<Journey> of(List<PointTrace> way, Direction direction) {
        Journeys journeys = new Journeys(direction);
        for (int place = 0; place < way.size(); place++) {
            if (way.get(place).captured()) {
                journeys.pass(place, way.get(place).packets(direction));
            }
        }
        return journeys.all.stream().map(Journey.Open::done).toList();
    }

    /** A packet that this point's capture does not hold may still come up at a later one, so it stays among the arriving. */
    private void pass(int place, List<Observation> seen) {
        Map<Key, List<Journey.Open>> sent = new HashMap<>();
        arriving.forEach(open -> sent.computeIfAbsent(key(open.last()), unused -> new ArrayList<>())
                .add(open));
        Map<Key, List<Observation>> groups = new LinkedHashMap<>();
        seen.forEach(packet ->
                groups.computeIfAbsent(key(packet), unused -> new ArrayList<>()).add(packet));
        Map<Observation, Journey.Open> found = new IdentityHashMap<>();
        groups.forEach((key, packets) -> pair(place, sent.getOrDefault(key, List.of()), packets, found));
        List<Journey.Open> next = new ArrayList<>();
        for (Observation packet : seen) {
            Journey.Open open = found.get(packet);
            if (open == null) {
                open = new Journey.Open(direction);
                open.add(place, packet, PairQuality.EXACT);
                all.add(open);
            }
            next.add(open);
        }
        Set<Journey.Open> moved = Collections.newSetFromMap(new IdentityHashMap<>());
        moved.addAll(found.values());
        arriving.stream().filter(open -> !moved.contains(open)).forEach(next::add);
        arriving = next;
    }

    private static void pair(
            int place, List<Journey.Open> sent, List<Observation> seen, Map<Observation, Journey.Open> found) {
        List<Journey.Open> open = new ArrayList<>(sent);
        List<Observation> left = new ArrayList<>();
        for (Observation packet : seen) {
            boolean taken = false;
            for (Iterator<Journey.Open> each = open.iterator(); each.hasNext() && !taken; ) {
                Journey.Open candidate = each.next();
                taken = packet.identification() > 0 && candidate.last().identification() == packet.identification();
                if (taken) {
                    each.remove();
                    candidate.add(place, packet, PairQuality.EXACT);
                    found.put(packet, candidate);
                }
            }
            if (!taken) {
                left.add(packet);
            }
        }
        PairQuality quality = open.size() != left.size()
                ? PairQuality.AMBIGUOUS
                : open.size() == 1 ? PairQuality.DERIVED : PairQuality.PROBABLE;
        for (int i = 0; i < Math.min(open.size(), left.size()); i++) {
            open.get(i).add(place, left.get(i), quality);
            found.put(left.get(i), open.get(i));
        }
    }

    private static Key key(Observation packet) {
        return new Key(
                packet.sequence(),
                packet.acknowledgement(),
                packet.flags() & KINDS,
                packet.payloadLength(),
                packet.flags() == 0 ? packet.digest() : 0,
                packet.fragmentOffset());
    }
}
