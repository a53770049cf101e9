package dev.wirewalk.capture.text;

/**
 * Makes times out of what a tool shows. A time of day without a date counts from 1970-01-01, and goes on to the next day when
 * it jumps back across midnight; so differences within one region are right, and the day is not.
 */
public final class ShownClock {
    private static final long DAY = 86_400_000_000_000L;
    private static final long HALF_DAY = DAY / 2;

    private long day;
    private long last = -1;
    private long sum;

    /** @param nanosOfDay since midnight, as shown */
    public long timeOfDay(long nanosOfDay) {
        if (last >= 0 && last - nanosOfDay > HALF_DAY) {
            day += DAY;
        } else if (last >= 0 && nanosOfDay - last > HALF_DAY && day > 0) {
            // Lines of two processors may be a little out of order around midnight.
            return day - DAY + nanosOfDay;
        }
        last = nanosOfDay;
        return day + nanosOfDay;
    }

    /** A time that is shown as the distance from the one before. */
    public long behindLast(long nanos) {
        sum += nanos;
        return sum;
    }

    /** @param month 1 to 12; a day that is not in the calendar counts on into the next month */
    public static long date(long year, long month, long dayOfMonth, long nanosOfDay) {
        long days = java.time.LocalDate.of((int) Math.clamp(year, 1, 9999), (int) Math.clamp(month, 1, 12), 1)
                        .toEpochDay()
                + dayOfMonth
                - 1;
        return days * DAY + nanosOfDay;
    }

    /** 1 to 12 for an English month name or its first three letters, or -1. */
    public static int month(String name) {
        if (name.length() < 3) {
            return -1;
        }
        int at = "janfebmaraprmayjunjulaugsepoctnovdec"
                .indexOf(name.substring(0, 3).toLowerCase(java.util.Locale.ROOT));
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : -1;
    }
}
