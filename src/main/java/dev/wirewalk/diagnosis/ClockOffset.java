package dev.wirewalk.diagnosis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How far the clock of {@code to} is ahead of the clock of {@code from}, in microseconds (negative: behind). The truth lies
 * between {@code lowMicros} and {@code highMicros}, because no packet arrives before it was sent.
 */
public record ClockOffset(String from, String to, long offsetMicros, long lowMicros, long highMicros, Quality quality) {

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
