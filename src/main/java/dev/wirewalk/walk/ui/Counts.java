package dev.wirewalk.walk.ui;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.ReadReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as they are written on the page. */
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

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
