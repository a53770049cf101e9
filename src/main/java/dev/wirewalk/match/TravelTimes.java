package dev.wirewalk.match;

import dev.wirewalk.capture.Frame;
import java.util.Arrays;

/**
 * How long packets apparently travel between two points around a moment, from pairs that are certain. The clocks' offset is part
 * of it, and so is their drift: only pairs near the moment count.
 */
final class TravelTimes {
    /** Pairs on either side of the moment; the median of them is not moved by one that waited in a queue. */
    private static final int AROUND = 4;

    /** Queues and processors hold a packet for so long without anybody noticing. */
    static final long JITTER_NANOS = 20_000_000L;

    /** Beyond this it is a repetition: senders wait for 200 ms at least before they repeat unasked (RFC 6298, as implemented). */
    static final long LONGEST_NANOS = 150_000_000L;

    private final long[] moments;
    private final long[] apparent;

    /**
     * @param moments when the pairs' packets passed the near point, in its clock
     * @param apparent how much later they passed the far point by that point's clock
     */
    TravelTimes(long[] moments, long[] apparent) {
        if (sorted(moments)) {
            this.moments = moments;
            this.apparent = apparent;
            return;
        }
        Integer[] order = new Integer[moments.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Long.compare(moments[one], moments[other]));
        this.moments = new long[moments.length];
        this.apparent = new long[moments.length];
        for (int i = 0; i < moments.length; i++) {
            this.moments[i] = moments[order[i]];
            this.apparent[i] = apparent[order[i]];
        }
    }

    private static boolean sorted(long[] values) {
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[i - 1]) {
                return false;
            }
        }
        return true;
    }

    boolean known() {
        return moments.length > 0;
    }

    /** How far a pair's apparent time is from the usual one at that moment, in nanoseconds, without sign. */
    long deviation(Observation sent, Observation seen) {
        if (sent.nanos() == Frame.NO_TIME || seen.nanos() == Frame.NO_TIME) {
            return 0;
        }
        return Math.abs(seen.nanos() - sent.nanos() - usual(sent.nanos()));
    }

    private long usual(long moment) {
        int at = Arrays.binarySearch(moments, moment);
        int middle = at < 0 ? -at - 1 : at;
        int from = Math.clamp(middle - AROUND, 0, moments.length);
        int to = Math.clamp(middle + AROUND + 1L, 0, moments.length);
        long[] near = Arrays.copyOfRange(apparent, from, to);
        Arrays.sort(near);
        return near[near.length / 2];
    }
}
