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

    /** {@code 0.012 ± 0.021 ms}, or in seconds where that reads better. */
    static String offset(long micros, long halfWidthMicros) {
        boolean seconds = Math.max(Math.abs(micros), halfWidthMicros) >= 10_000_000;
        double unit = seconds ? 1e6 : 1e3;
        return decimals(micros / unit) + " ± " + decimals(halfWidthMicros / unit) + (seconds ? " s" : " ms");
    }

    private static String decimals(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 1 ? "%.1f" : "%.3f", value);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
