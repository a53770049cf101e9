package dev.wirewalk.match;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * What pairs of packets say about how far one clock is ahead of another while both run evenly: a forward pair bounds the offset at
 * its moment from above, a return pair from below, as no packet arrives before it was sent. Every straight line between the two
 * sets of bounds is possible; the lower line of the forward pairs (INFOCOM 1999, 2002: linear programme, convex hull) and the upper
 * line of the return pairs are all that matters of them.
 *
 * <p>Times are nanoseconds after {@link #middle}, offsets nanoseconds, the drift a ratio (1e-6 is one part per million).
 */
final class ClockBounds {
    /** Quartz in hosts and boxes is within 100 millionths; without enough pairs to fit a drift, any up to this is possible. */
    static final double USUAL_DRIFT = 100e-6;

    /** A fitted drift may be larger, as in virtual machines; beyond this the clock is stepped or the pairs are wrong. */
    private static final double LARGEST_DRIFT = 1000e-6;

    /** Below this many pairs or this span the slope of a line says more about queues than about clocks. */
    private static final int FIT_PAIRS = 50;

    private static final long FIT_NANOS = 30_000_000_000L;

    private static final int STEPS = 60;

    private final long middle;
    private final long[][] upper;
    private final long[][] lower;
    private final boolean fitted;

    /**
     * @param forward moment in the near clock and far stamp minus near stamp, of each pair that came from the near point
     * @param back likewise for pairs that came from the far point
     */
    ClockBounds(long[][] forward, long[][] back) {
        long first = Math.min(edge(forward, true), edge(back, true));
        long last = Math.max(edge(forward, false), edge(back, false));
        middle = first > last ? 0 : first + (last - first) / 2;
        upper = hull(forward, 1);
        lower = hull(back, -1);
        fitted = forward.length > 0
                && back.length > 0
                && forward.length + back.length >= 2 * FIT_PAIRS
                && last - first >= FIT_NANOS;
    }

    private static long edge(long[][] points, boolean first) {
        return points.length == 0
                ? first ? Long.MAX_VALUE : Long.MIN_VALUE
                : Arrays.stream(points)
                                .mapToLong(point -> first ? point[0] : -point[0])
                                .min()
                                .orElseThrow()
                        * (first ? 1 : -1);
    }

    /** The corners of the lower hull, or of the upper one with {@code sign} -1, from left to right. */
    private long[][] hull(long[][] points, int sign) {
        long[][] sorted = points.clone();
        Arrays.sort(
                sorted,
                (one, other) -> one[0] != other[0]
                        ? Long.compare(one[0], other[0])
                        : Long.compare(sign * one[1], sign * other[1]));
        long[][] corners = new long[sorted.length][];
        int count = 0;
        for (long[] point : sorted) {
            long[] shifted = {point[0] - middle, point[1]};
            while (count > 0
                    && corners[count - 1][0] == shifted[0]
                    && sign * corners[count - 1][1] >= sign * shifted[1]) {
                count--;
            }
            while (count > 1 && turns(corners[count - 2], corners[count - 1], shifted, sign)) {
                count--;
            }
            corners[count++] = shifted;
        }
        return Arrays.copyOf(corners, count);
    }

    private static boolean turns(long[] one, long[] two, long[] three, int sign) {
        double left = (double) (two[1] - one[1]) * (three[0] - one[0]);
        double right = (double) (three[1] - one[1]) * (two[0] - one[0]);
        return sign * (left - right) >= 0;
    }

    long middle() {
        return middle;
    }

    /** Whether there are enough pairs for long enough to tell the drift. */
    boolean fitted() {
        return fitted;
    }

    private double high(double drift) {
        double best = Double.POSITIVE_INFINITY;
        for (long[] corner : upper) {
            best = Math.min(best, corner[1] - drift * corner[0]);
        }
        return best;
    }

    private double low(double drift) {
        double best = Double.NEGATIVE_INFINITY;
        for (long[] corner : lower) {
            best = Math.max(best, corner[1] - drift * corner[0]);
        }
        return best;
    }

    private double gap(double drift) {
        return high(drift) - low(drift);
    }

    /** The slope that leaves most room on both sides; 0 where it cannot be fitted. */
    double drift() {
        return fitted ? widest() : 0;
    }

    private double widest() {
        return peak(this::gap, -LARGEST_DRIFT, LARGEST_DRIFT);
    }

    /** Whether some evenly running clock explains all pairs, stamps being as coarse as they are. */
    boolean consistent() {
        return upper.length == 0 || lower.length == 0 || gap(widest()) >= -Clocks.STAMP_NANOS;
    }

    /** The largest and the smallest possible drift around the best one. */
    double[] drifts() {
        double limit = fitted ? LARGEST_DRIFT : USUAL_DRIFT;
        if (upper.length == 0 || lower.length == 0) {
            return new double[] {-limit, limit};
        }
        double best = fitted ? widest() : peak(this::gap, -limit, limit);
        return new double[] {edge(best, -limit), edge(best, limit)};
    }

    /** How far towards {@code end} the slope may go until no line fits any more. */
    private double edge(double inside, double end) {
        if (gap(end) >= 0) {
            return end;
        }
        double good = inside;
        double bad = end;
        for (int i = 0; i < STEPS; i++) {
            double half = (good + bad) / 2;
            if (gap(half) >= 0) {
                good = half;
            } else {
                bad = half;
            }
        }
        return good;
    }

    /** The lowest possible offset in the middle; empty without a return pair. */
    OptionalLong lowest() {
        double[] range = drifts();
        return lower.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) Math.floor(low(peak(drift -> -low(drift), range[0], range[1]))));
    }

    /** The highest possible offset in the middle; empty without a forward pair. */
    OptionalLong highest() {
        double[] range = drifts();
        return upper.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) Math.ceil(high(peak(this::high, range[0], range[1]))));
    }

    /** The middle between the bounds at the best drift; needs pairs both ways. */
    long best() {
        double drift = drift();
        return Math.round((high(drift) + low(drift)) / 2);
    }

    /** Where a concave function is highest. */
    private static double peak(java.util.function.DoubleUnaryOperator of, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < STEPS * 2; i++) {
            double third = (high - low) / 3;
            if (of.applyAsDouble(low + third) < of.applyAsDouble(high - third)) {
                low += third;
            } else {
                high -= third;
            }
        }
        return (low + high) / 2;
    }
}
