package dev.wirewalk.match;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A stretch of time in which two clocks run evenly against each other.
 *
 * @param fromNanos when it begins, by the near clock
 * @param middleNanos the moment for which the offset is given, by the near clock
 * @param offsetNanos how far the far clock is ahead in the middle
 * @param lowNanos the least that it can be; empty when no pair tells
 * @param highNanos the most that it can be
 * @param drift how much the far clock gains, as a ratio; empty when there are too few pairs to tell
 * @param driftLow the least that it can gain, and {@code driftHigh} the most
 */
public record ClockPiece(
        long fromNanos,
        long middleNanos,
        long offsetNanos,
        OptionalLong lowNanos,
        OptionalLong highNanos,
        OptionalDouble drift,
        double driftLow,
        double driftHigh) {

    /** The offset at a moment of the near clock. */
    long offsetAt(long nanos) {
        return offsetNanos + Math.round(drift.orElse(0) * (nanos - middleNanos));
    }

    /** How much less is known at a moment than in the middle, in nanoseconds. */
    long looser(long nanos) {
        double best = drift.orElse(0);
        double off = Math.max(Math.abs(driftHigh - best), Math.abs(best - driftLow));
        return Math.round(off * Math.abs(nanos - middleNanos));
    }
}
