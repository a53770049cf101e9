package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.ShownClock;

/** The time at the beginning of a line, in each of its forms. */
final class TimeColumn {
    /** What the time counts from. */
    enum Form {
        /** {@code -t}: there is none. */
        NONE,
        /** {@code 12:34:56.123456}. */
        OF_DAY,
        /** {@code -tt}: seconds since 1970. */
        EPOCH,
        /** {@code -ttt} or {@code -ttttt}: {@code 00:00:01.009999} behind a blank or a minus, since the line before or the first. */
        DISTANCE,
        /** {@code -ttt} before 4.0: microseconds since the line before, with seconds before them when there are some. */
        OLD_DISTANCE,
        /** {@code -tttt}, or {@code Apr 29 22:07:36} without a year. */
        DATE
    }

    private Form form = Form.NONE;
    private long nanos;

    Form form() {
        return form;
    }

    /** Nanoseconds, from where the form says. */
    long nanos() {
        return nanos;
    }

    /** Steps over a time and the blank behind it; a line without one is left as it is, with the form {@link Form#NONE}. */
    void read(LineScanner line) {
        int before = line.position();
        form = Form.NONE;
        nanos = 0;
        boolean found = distance(line) || epoch(line) || dated(line) || ofDay(line);
        if (found && (line.startsWith(" (invalid us)") || line.startsWith(" (invalid ns)"))) {
            line.skipTo(")");
        }
        if (!found || !(line.atEnd() || line.blanks())) {
            form = Form.NONE;
            line.moveTo(before);
        }
    }

    private boolean distance(LineScanner line) {
        int before = line.position();
        boolean negative = line.accept("-");
        if ((negative || line.accept(" ")) && line.peek() != ' ') {
            long shown = line.timeOfDay();
            if (shown >= 0) {
                nanos = negative ? -shown : shown;
                form = Form.DISTANCE;
                return true;
            }
        }
        line.moveTo(before);
        return false;
    }

    /** {@code 1493890342.123456}; and {@code 000123} or {@code 1. 000123} of old releases. */
    private boolean epoch(LineScanner line) {
        int before = line.position();
        long whole = line.number();
        int digits = line.position() - before;
        if (whole >= 0 && line.peek() == '.' && Character.isDigit(line.peek(1))) {
            int point = line.position();
            long fraction = line.fraction();
            int places = line.position() - point - 1;
            if (places == 6 || places == 9) {
                nanos = whole * 1_000_000_000L + fraction;
                form = Form.EPOCH;
                return whole < 9_000_000_000L;
            }
        } else if (whole >= 0 && line.accept(". ")) {
            long micros = line.number();
            if (micros >= 0 && micros < 1_000_000) {
                nanos = whole * 1_000_000_000L + micros * 1000;
                form = Form.OLD_DISTANCE;
                return whole < 1_000_000_000L;
            }
        } else if (whole >= 0 && digits == 6 && line.peek() == ' ') {
            nanos = whole * 1000;
            form = Form.OLD_DISTANCE;
            return true;
        }
        line.moveTo(before);
        return false;
    }

    /** {@code 2026-11-20 10:12:16.698771}, {@code 11/20/2026 10:12:16.698771}, {@code Apr 29 22:07:36.097434}. */
    private boolean dated(LineScanner line) {
        int before = line.position();
        long year = 1970;
        long month;
        long day;
        long first = line.number();
        if (first >= 1000 && line.accept("-")) {
            year = first;
            month = line.number();
            day = line.accept("-") ? line.number() : -1;
        } else if (first >= 1 && first <= 12 && line.accept("/")) {
            month = first;
            day = line.number();
            year = line.accept("/") ? line.number() : -1;
        } else {
            month = first < 0 && Character.isUpperCase(line.peek()) ? ShownClock.month(line.word()) : -1;
            line.blanks();
            day = month > 0 ? line.number() : -1;
        }
        boolean plausible = month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 0 && line.blanks();
        long time = plausible ? line.timeOfDay() : -1;
        if (time < 0) {
            line.moveTo(before);
            return false;
        }
        nanos = ShownClock.date(year, month, day, time);
        form = Form.DATE;
        return true;
    }

    private boolean ofDay(LineScanner line) {
        int before = line.position();
        nanos = line.timeOfDay();
        // Every release prints a fraction; without one it is some other tool's time.
        if (nanos < 0 || line.position() - before < 10) {
            line.moveTo(before);
            return false;
        }
        form = Form.OF_DAY;
        return true;
    }
}
