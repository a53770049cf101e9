package dev.wirewalk.filter;

import java.util.ArrayList;
import java.util.List;

/** A test of TCP flags in words. */
final class FlagPhrase {
    private static final List<String> NAMES = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");

    private FlagPhrase() {}

    static String of(Filter.TcpFlags flags) {
        int mask = flags.mask();
        int wanted = flags.value();
        boolean equal = flags.comparison() == Comparison.EQUAL;
        if ((wanted & ~mask) != 0) {
            return equal ? "with flags that exclude each other" : "with any flags";
        }
        List<String> set = names(wanted);
        List<String> unset = names(mask & ~wanted);
        if (!equal) {
            return wanted == 0
                    ? (unset.size() == 1
                            ? "with " + unset.getFirst() + " set"
                            : "with at least one of " + String.join(", ", unset) + " set")
                    : unset.isEmpty() && set.size() == 1
                            ? "with " + set.getFirst() + " not set"
                            : "that do not have " + state(set, unset);
        }
        if (mask == 255) {
            return set.isEmpty() ? "with no flag set" : "with " + and(set) + " set and no other flag";
        }
        return "with " + state(set, unset);
    }

    private static String state(List<String> set, List<String> unset) {
        List<String> parts = new ArrayList<>();
        if (!set.isEmpty()) {
            parts.add(and(set) + " set");
        }
        if (!unset.isEmpty()) {
            parts.add(
                    unset.size() == 1 ? unset.getFirst() + " not set" : "none of " + String.join(", ", unset) + " set");
        }
        return and(parts);
    }

    private static List<String> names(int bits) {
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < NAMES.size(); bit++) {
            if ((bits & 1 << bit) != 0) {
                names.add(NAMES.get(bit));
            }
        }
        return names;
    }

    private static String and(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
