package dev.wirewalk.capture.text.junos;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.ShownClock;
import java.util.Optional;

/**
 * One line of the trace.
 *
 * @param nanos when it happened, by the day of the log and the finer time behind it; the year is not shown
 * @param text behind {@code RT:}, without blanks around
 */
record TraceLine(long nanos, String text) {
    private static final String CLUSTER = ":CID-";
    private static final String TEXT = "RT:";

    static Optional<TraceLine> of(String line) {
        int cluster = line.indexOf(CLUSTER);
        int text = cluster < 0 ? -1 : line.indexOf(TEXT, cluster);
        if (text < 0 || !onlyLabels(line.substring(cluster, text))) {
            return Optional.empty();
        }
        return Optional.of(
                new TraceLine(time(line), line.substring(text + TEXT.length()).strip()));
    }

    /** {@code :CID-0:THREAD_ID-01:}. */
    private static boolean onlyLabels(String labels) {
        return labels.endsWith(":") && labels.indexOf(' ') < 0;
    }

    private static long time(String line) {
        LineScanner scanner = new LineScanner(line);
        int month = ShownClock.month(scanner.word());
        scanner.blanks();
        long day = month > 0 ? scanner.number() : -1;
        scanner.blanks();
        long written = day > 0 ? scanner.timeOfDay() : -1;
        scanner.blanks();
        long happened = written >= 0 ? scanner.timeOfDay() : -1;
        if (happened < 0) {
            return Frame.NO_TIME;
        }
        // What happened just before midnight may be written just behind it.
        boolean dayBefore = happened - written > 12L * 3600 * 1_000_000_000L;
        return ShownClock.date(1970, month, dayBefore ? day - 1 : day, happened);
    }
}
