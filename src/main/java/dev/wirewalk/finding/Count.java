package dev.wirewalk.finding;

/** Numbers with their noun. */
public final class Count {
    private Count() {}

    /** {@code 1 packet}, {@code 3 packets}; the noun's plural ends in s. */
    public static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
