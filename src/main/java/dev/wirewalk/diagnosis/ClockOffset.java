package dev.wirewalk.diagnosis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How far the clock of {@code to} is ahead of the clock of {@code from}, in microseconds (negative: behind). The truth lies
 * between {@code lowMicros} and {@code highMicros}, because no packet arrives before it was sent. With a drift the offset is that
 * of the middle of the packets that both points saw; with steps, that before the first one.
 *
 * @param skewPpm how many millionths the clock of {@code to} gains; empty with too few packets or too short a time
 * @param steps when one of the clocks was set
 */
public record ClockOffset(
        String from,
        String to,
        long offsetMicros,
        long lowMicros,
        long highMicros,
        Quality quality,
        OptionalDouble skewPpm,
        List<Step> steps) {
    public ClockOffset {
        steps = List.copyOf(steps);
    }

    /**
     * A clock was set.
     *
     * @param at the first packet afterwards, by the clock of the nearer point, as ISO 8601
     * @param micros by how much the offset grew
     */
    public record Step(String at, long micros) {}

    /** How well the offset is known. */
    public enum Quality {
        /** No packet pairs that bound it: the numbers say nothing. */
        ABSENT,
        /** Pairs in one direction only, or an interval wider than ten milliseconds. */
        APPROXIMATE,
        ACCURATE;

        /** The word of the result. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
