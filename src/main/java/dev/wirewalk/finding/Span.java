package dev.wirewalk.finding;

import dev.wirewalk.capture.Frame;

/**
 * What a capture could have shown.
 *
 * @param firstNanos earliest time of a packet in nanoseconds since 1970-01-01 UTC, or {@link Frame#NO_TIME}
 * @param lastNanos latest time of a packet, or {@link Frame#NO_TIME}
 * @param answersHidden whether a missing answer says nothing: one direction is not in the capture although it must have been
 *     there, or the input is not a capture but what a device tells of the packets that it decides on
 * @param crowds who scans and who is flooded
 */
public record Span(long firstNanos, long lastNanos, boolean answersHidden, Crowds crowds) {
    public boolean timed() {
        return firstNanos != Frame.NO_TIME;
    }

    /** How long the capture ran on behind this moment, in nanoseconds; 0 when unknown. */
    public long after(long nanos) {
        return Times.between(nanos, lastNanos, 0);
    }

    /** How long the capture had been running at this moment, in nanoseconds; 0 when unknown. */
    public long before(long nanos) {
        return Times.between(firstNanos, nanos, 0);
    }
}
