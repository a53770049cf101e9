package dev.wirewalk.report;

import java.util.Locale;

/** Writes times that are known up to an interval, no digit finer than that. */
public final class Interval {
    private static final long IN_SECONDS = 10_000_000;

    private Interval() {}

    /** {@code 0.3 ± 0.11 ms}, or in seconds where that reads better. */
    public static String around(long micros, long halfWidthMicros) {
        boolean seconds = Math.max(Math.abs(micros), halfWidthMicros) >= IN_SECONDS;
        return decimals(rounded(micros, halfWidthMicros), unit(halfWidthMicros), seconds) + " ± "
                + half(halfWidthMicros, seconds);
    }

    /** {@code 0.11 ms}: what figures may be off by. */
    public static String half(long halfWidthMicros) {
        return half(halfWidthMicros, halfWidthMicros >= IN_SECONDS);
    }

    private static String half(long halfWidthMicros, boolean seconds) {
        // Two digits tell enough of it.
        long unit = Math.max(1, unit(halfWidthMicros) / 10);
        long shown = Math.ceilDiv(halfWidthMicros, unit) * unit;
        return decimals(shown, unit, seconds) + (seconds ? " s" : " ms");
    }

    /** The figure no finer than it is known, in microseconds. */
    public static long rounded(long micros, long halfWidthMicros) {
        long unit = unit(halfWidthMicros);
        return Math.round((double) micros / unit) * unit;
    }

    /** The largest power of ten within the interval, in microseconds. */
    private static long unit(long halfWidthMicros) {
        long unit = 1;
        while (unit * 10 <= halfWidthMicros) {
            unit *= 10;
        }
        return unit;
    }

    private static String decimals(long micros, long unit, boolean seconds) {
        int digits = Math.max(0, (seconds ? 6 : 3) - (int) Math.round(Math.log10(unit)));
        return String.format(Locale.ROOT, "%." + digits + "f", micros / (seconds ? 1e6 : 1e3));
    }
}
