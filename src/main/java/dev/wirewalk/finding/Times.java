package dev.wirewalk.finding;

import dev.wirewalk.capture.Frame;
import java.util.Locale;

/** Durations in nanoseconds, and how they are written. */
public final class Times {
    public static final long MICROSECOND = 1_000L;
    public static final long MILLISECOND = 1_000_000L;
    public static final long SECOND = 1_000_000_000L;

    private Times() {}

    /** From one time to another; {@code unknown} when either is {@link Frame#NO_TIME}. */
    public static long between(long from, long to, long unknown) {
        return from == Frame.NO_TIME || to == Frame.NO_TIME ? unknown : to - from;
    }

    /** {@code 3.1 s}, {@code 40 ms}, {@code 12 µs}, {@code 5 min}. */
    public static String text(long nanos) {
        double size = Math.abs((double) nanos);
        if (size < MILLISECOND) {
            return Math.round(nanos / (double) MICROSECOND) + " µs";
        }
        if (size < SECOND) {
            return size < 10 * MILLISECOND
                    ? decimal(nanos / (double) MILLISECOND) + " ms"
                    : Math.round(nanos / (double) MILLISECOND) + " ms";
        }
        if (size < 120 * (double) SECOND) {
            return decimal(nanos / (double) SECOND) + " s";
        }
        return size < 7200 * (double) SECOND
                ? Math.round(nanos / (60.0 * SECOND)) + " min"
                : decimal(nanos / (3600.0 * SECOND)) + " h";
    }

    private static String decimal(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
