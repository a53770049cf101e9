package dev.wirewalk.capture.text;

import dev.wirewalk.capture.Frame;

/**
 * Times as devices print them, with or without a date: {@code 15:04:05.123456}, {@code 18Mar2021 15:04:05},
 * {@code 18 Mar 2021 15:04:05}, {@code Mar 18 15:04:05}, {@code Mar 18 2021 15:04:05}, {@code 2021-03-18 15:04:05}, and seconds
 * since 1970 with a fraction. No zone is shown, so the time is taken as UTC; a date without a year is of 1970.
 */
public final class DatedTime {
    private static final long SHORTEST_EPOCH = 100_000_000;
    private static final long SECOND = 1_000_000_000L;
    private static final int NO_YEAR = 1970;

    private final ShownClock clock = new ShownClock();

    /** @return nanoseconds since 1970, or {@link Frame#NO_TIME} when there is no time here; then the place has not moved */
    public long read(LineScanner line) {
        int before = line.position();
        long time = line.timeOfDay();
        if (time >= 0) {
            return clock.timeOfDay(time);
        }
        long number = line.number();
        long found = number < 0
                ? monthFirst(line)
                : line.peek() == '-'
                        ? yearFirst(line, number)
                        : line.peek() == '.' ? seconds(line, number) : dayFirst(line, number);
        if (found == Frame.NO_TIME) {
            line.moveTo(before);
        }
        return found;
    }

    private static long seconds(LineScanner line, long number) {
        return number < SHORTEST_EPOCH || number > Long.MAX_VALUE / SECOND / 2
                ? Frame.NO_TIME
                : number * SECOND + line.fraction();
    }

    private static long yearFirst(LineScanner line, long year) {
        line.accept("-");
        long month = line.number();
        boolean dashed = line.accept("-");
        long day = line.number();
        boolean apart = line.accept("T") || line.blanks();
        return dashed && apart ? date(line, year, month, day) : Frame.NO_TIME;
    }

    private static long dayFirst(LineScanner line, long day) {
        line.blanks();
        int month = month(line);
        line.blanks();
        long year = line.number();
        return line.blanks() ? date(line, year, month, day) : Frame.NO_TIME;
    }

    private static long monthFirst(LineScanner line) {
        int month = month(line);
        line.blanks();
        long day = line.number();
        if (!line.blanks()) {
            return Frame.NO_TIME;
        }
        int here = line.position();
        long year = line.number();
        if (year < 0 || !line.blanks()) {
            line.moveTo(here);
            year = NO_YEAR;
        }
        return date(line, year, month, day);
    }

    private static int month(LineScanner line) {
        StringBuilder name = new StringBuilder();
        while (Character.isLetter(line.peek()) && name.length() < 9) {
            name.append(line.peek());
            line.moveTo(line.position() + 1);
        }
        return ShownClock.month(name.toString());
    }

    private static long date(LineScanner line, long year, long month, long day) {
        boolean inCalendar = year >= NO_YEAR && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
        long time = inCalendar ? line.timeOfDay() : -1;
        return time < 0 ? Frame.NO_TIME : ShownClock.date(year, month, day, time);
    }
}
