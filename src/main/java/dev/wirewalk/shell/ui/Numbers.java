package dev.wirewalk.shell.ui;

import java.util.Locale;

/** Counts as all pages write them. */
public final class Numbers {
    private Numbers() {}

    /** {@code 1,234,567}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 packet}, {@code 12,345 packets}. */
    public static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
