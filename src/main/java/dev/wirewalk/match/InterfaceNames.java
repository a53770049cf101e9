package dev.wirewalk.match;

import dev.wirewalk.topology.Point;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the names in a file is which point's interface.
 *
 * @param points the indices of the points that share the file
 * @param found the names of interfaces in the file
 */
record InterfaceNames(List<Integer> points, List<Point> all, Set<String> found) {
    /** Fewer letters in common are chance. */
    private static final int LEAST_IN_COMMON = 2;

    /** By points whose interface has this very name in the file. */
    Map<Integer, String> equal() {
        Map<Integer, String> names = new HashMap<>();
        for (int index : points) {
            all.get(index).interfaceName().filter(found::contains).ifPresent(name -> names.put(index, name));
        }
        return Map.copyOf(names);
    }

    /**
     * The same; and where none is equal, people call a capture after its interface, as {@code CAPIN} after {@code inside}: when
     * every point has its own name that has most letters in common with it, these are taken.
     */
    Map<Integer, String> alike() {
        Map<Integer, String> equal = equal();
        if (!equal.isEmpty() || points.size() < 2) {
            return equal;
        }
        Map<Integer, String> names = new HashMap<>();
        for (int index : points) {
            all.get(index).interfaceName().flatMap(this::closest).ifPresent(name -> names.put(index, name));
        }
        boolean complete = names.size() == points.size() && new HashSet<>(names.values()).size() == points.size();
        return complete ? Map.copyOf(names) : Map.of();
    }

    private Optional<String> closest(String wanted) {
        int most = LEAST_IN_COMMON - 1;
        Optional<String> best = Optional.empty();
        for (String name : found) {
            int common = inCommon(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (common > most) {
                most = common;
                best = Optional.of(name);
            } else if (common == most) {
                best = Optional.empty();
            }
        }
        return best;
    }

    /** How many letters from the beginning of the one stand together in the other. */
    private static int inCommon(String wanted, String name) {
        int length = 0;
        while (length < wanted.length() && name.contains(wanted.substring(0, length + 1))) {
            length++;
        }
        return length;
    }
}
