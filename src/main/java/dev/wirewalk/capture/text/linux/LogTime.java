package dev.wirewalk.capture.text.linux;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.ShownClock;

/**
 * The time before a line of the kernel's log: the kernel's own, {@code [885386.325658]}, in seconds since it began, as it is the finest;
 * else the log's {@code Mar 24 22:41:52}, which shows no year, or {@code 2026-03-24T22:41:52.123456}, of which the zone is not read.
 */
final class LogTime {
    private LogTime() {}

    static long nanos(String line) {
        int mark = line.indexOf("TRACE: ");
        LineScanner scanner = new LineScanner(line);
        while (scanner.skipTo("[") && scanner.position() <= mark) {
            scanner.blanks();
            long seconds = scanner.number();
            if (seconds >= 0 && scanner.peek() == '.') {
                return Math.min(seconds, 9_000_000_000L) * 1_000_000_000L + scanner.fraction();
            }
        }
        scanner.moveTo(0);
        return stamp(scanner);
    }

    private static long stamp(LineScanner scanner) {
        long year = scanner.number();
        if (year > 1000 && scanner.accept("-")) {
            long month = scanner.number();
            long day = scanner.accept("-") ? scanner.number() : -1;
            boolean timed = scanner.accept("T") || scanner.blanks();
            long time = timed ? scanner.timeOfDay() : -1;
            return month > 0 && day > 0 && time >= 0 ? ShownClock.date(year, month, day, time) : Frame.NO_TIME;
        }
        int month = ShownClock.month(scanner.word());
        scanner.blanks();
        long day = month > 0 ? scanner.number() : -1;
        scanner.blanks();
        long time = day > 0 ? scanner.timeOfDay() : -1;
        return time < 0 ? Frame.NO_TIME : ShownClock.date(1970, month, day, time);
    }
}
