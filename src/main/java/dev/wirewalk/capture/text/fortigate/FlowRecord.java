package dev.wirewalk.capture.text.fortigate;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.ShownClock;
import java.util.ArrayList;
import java.util.List;

/**
 * One record of a flow trace.
 *
 * @param nanos when it was printed, or {@link Frame#NO_TIME}; the device shows local time without a zone, in seconds
 * @param trace the number of the trace: one packet at one pass through the device
 * @param function the kernel's function, empty when names are switched off
 * @param text the message, without its quotes
 */
record FlowRecord(long nanos, long trace, String function, String text) {
    static final String TRACE = "trace_id=";
    private static final int STAMP = "2022-11-30 18:16:43".length();

    /** Where the records of a line begin. Normally there is one; copies of web pages have several. */
    static List<Integer> beginnings(String line) {
        List<Integer> found = new ArrayList<>();
        for (int at = line.indexOf(TRACE); at >= 0; at = line.indexOf(TRACE, at + TRACE.length())) {
            boolean word = at == 0 || line.charAt(at - 1) == ' ' || line.charAt(at - 1) == '\t';
            int digit = at + TRACE.length();
            if (word && digit < line.length() && Character.isDigit(line.charAt(digit))) {
                found.add(stampBefore(line, idBefore(line, at)));
            }
        }
        return found;
    }

    /** Back over {@code id=N }, if that stands before. */
    private static int idBefore(String line, int at) {
        int digits = at;
        while (digits > 0 && line.charAt(digits - 1) == ' ') {
            digits--;
        }
        int from = digits;
        while (from > 0 && Character.isDigit(line.charAt(from - 1))) {
            from--;
        }
        return from < digits && from >= 3 && line.startsWith("id=", from - 3) ? from - 3 : at;
    }

    private static int stampBefore(String line, int at) {
        int from = at - STAMP - 1;
        return from >= 0 && stamp(line.substring(from, at)) != Frame.NO_TIME ? from : at;
    }

    private static long stamp(String text) {
        LineScanner scanner = new LineScanner(text);
        long year = scanner.number();
        long month = year > 1000 && scanner.accept("-") ? scanner.number() : -1;
        long day = month > 0 && scanner.accept("-") ? scanner.number() : -1;
        long time = day > 0 && scanner.blanks() ? scanner.timeOfDay() : -1;
        return time < 0 ? Frame.NO_TIME : ShownClock.date(year, month, day, time);
    }

    /** Whether the message is closed: its last character but blanks is the quote that ends it. */
    static boolean closed(String record) {
        int message = record.indexOf("msg=\"");
        return message >= 0
                && record.stripTrailing().length() > message + 5
                && record.stripTrailing().endsWith("\"");
    }

    /** @param record from its beginning to the next one's */
    static FlowRecord of(String record) {
        LineScanner scanner = new LineScanner(record);
        long nanos = stamp(record);
        scanner.skipTo(TRACE);
        long trace = scanner.number();
        String function = "";
        int fields = scanner.position();
        if (scanner.skipTo("func=")) {
            function = scanner.word();
        } else {
            scanner.moveTo(fields);
        }
        String text = scanner.skipTo("msg=") ? scanner.rest().strip() : "";
        int from = text.startsWith("\"") ? 1 : 0;
        int to = text.length() > from && text.endsWith("\"") ? text.length() - 1 : text.length();
        return new FlowRecord(nanos, trace, function, text.substring(from, to).strip());
    }
}
