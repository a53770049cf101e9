package dev.wirewalk.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * IP packets that are whole at one point and fragments at the other, or cut at other places: paired by their identification, which
 * all fragments of one packet share (RFC 791 section 3.2), and the bytes that they cover.
 */
final class FragmentParts implements Parts {
    /** The fixed part of an IPv4 header; with options the range is a little too long, which does no harm. */
    private static final int HEADER = 20;

    /** Fragments of one packet follow each other at once; the same number later is another packet's. */
    private static final long TOGETHER_NANOS = 1_000_000_000L;

    /** One IP packet at one point: its fragments, or itself. */
    private record Whole(List<Integer> indices, Ranges covered, long firstNanos) {}

    private final Observation[] near;
    private final Observation[] far;
    private final TravelTimes times;
    private final Map<Long, List<Whole>> sent = new HashMap<>();
    private final Map<Long, List<Whole>> seen = new HashMap<>();

    FragmentParts(
            Observation[] near, Observation[] far, TravelTimes times, IntPredicate openNear, IntPredicate openFar) {
        this.near = near;
        this.far = far;
        this.times = times;
        if (anyFragment(near) || anyFragment(far)) {
            gather(near, openNear, sent);
            gather(far, openFar, seen);
        }
    }

    private static boolean anyFragment(Observation[] packets) {
        for (Observation packet : packets) {
            if (isFragment(packet)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFragment(Observation packet) {
        return packet.moreFragments() || packet.fragmentOffset() > 0;
    }

    private static long from(Observation packet) {
        return packet.fragmentOffset();
    }

    private static long to(Observation packet) {
        return packet.fragmentOffset() + Math.max(1, packet.ipLength() - HEADER);
    }

    private static void gather(Observation[] packets, IntPredicate open, Map<Long, List<Whole>> wholes) {
        for (int i = 0; i < packets.length; i++) {
            Observation packet = packets[i];
            if (!open.test(i) || !PacketKey.FRAGMENT.suits(packet)) {
                continue;
            }
            List<Whole> same = wholes.computeIfAbsent(packet.identification(), unused -> new ArrayList<>());
            boolean begins = same.isEmpty()
                    || same.getLast().covered().touches(from(packet), to(packet))
                    || packet.nanos() - same.getLast().firstNanos() > TOGETHER_NANOS;
            if (begins) {
                same.add(new Whole(new ArrayList<>(), new Ranges(), packet.nanos()));
            }
            same.getLast().indices().add(i);
            same.getLast().covered().add(from(packet), to(packet));
        }
    }

    @Override
    public void forEach(Joined joined) {
        sent.forEach((identification, here) -> {
            List<Whole> there = new ArrayList<>(seen.getOrDefault(identification, List.of()));
            here.forEach(one -> best(one, there).ifPresent(other -> {
                there.remove(other);
                join(one, other, joined);
            }));
        });
    }

    /** The nearest in time to where it is expected; the first one when nothing tells when that is. */
    private Optional<Whole> best(Whole one, List<Whole> candidates) {
        Observation first = near[one.indices().getFirst()];
        return candidates.stream()
                .filter(other -> !times.known() || deviation(first, other) <= TOGETHER_NANOS)
                .min(Comparator.comparingLong(other -> times.known() ? deviation(first, other) : 0));
    }

    private long deviation(Observation first, Whole other) {
        return times.deviation(first, far[other.indices().getFirst()]);
    }

    private void join(Whole one, Whole other, Joined joined) {
        for (int i : one.indices()) {
            for (int j : other.indices()) {
                boolean overlap = from(near[i]) < to(far[j]) && from(far[j]) < to(near[i]);
                if (overlap && (isFragment(near[i]) || isFragment(far[j]))) {
                    joined.pair(i, j);
                }
            }
        }
    }
}
