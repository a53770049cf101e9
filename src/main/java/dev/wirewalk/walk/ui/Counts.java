package dev.wirewalk.walk.ui;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.ReadReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as they are written on the page. */
final class Counts {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private Counts() {}

    /** From the first to the last packet, in UTC: captures come from many places. */
    static String span(ReadReport report) {
        if (report.firstNanos().isEmpty() || report.lastNanos().isEmpty()) {
            return "";
        }
        Instant first = Frame.instant(report.firstNanos().getAsLong());
        Instant last = Frame.instant(report.lastNanos().getAsLong());
        boolean sameDay = day(first).equals(day(last));
        return DAY_AND_TIME.format(first) + "–" + (sameDay ? TIME : DAY_AND_TIME).format(last) + " UTC";
    }

    /** {@code 0.3 ± 0.11 ms}, or in seconds where that reads better; no digit finer than the interval. */
    static String offset(long micros, long halfWidthMicros) {
        boolean seconds = Math.max(Math.abs(micros), halfWidthMicros) >= 10_000_000;
        long unit = unit(halfWidthMicros);
        return decimals(rounded(micros, halfWidthMicros), unit, seconds) + " ± " + interval(halfWidthMicros, seconds);
    }

    /** {@code 0.11 ms}: what figures may be off by. */
    static String interval(long halfWidthMicros) {
        return interval(halfWidthMicros, halfWidthMicros >= 10_000_000);
    }

    private static String interval(long halfWidthMicros, boolean seconds) {
        // Two digits tell enough of it.
        long unit = Math.max(1, unit(halfWidthMicros) / 10);
        long shown = Math.ceilDiv(halfWidthMicros, unit) * unit;
        return decimals(shown, unit, seconds) + (seconds ? " s" : " ms");
    }

    /** The figure no finer than it is known. */
    static long rounded(long micros, long halfWidthMicros) {
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

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
