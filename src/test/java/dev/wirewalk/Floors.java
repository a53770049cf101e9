package dev.wirewalk;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which package may import which, read from lines such as {@code a, b -> c -> d}.
 *
 * <p>Names are relative to {@code dev.wirewalk}; {@code application} stands for that package itself.
 */
record Floors(Set<String> names, Map<String, Set<String>> below) {
    private static final String ROOT = "dev.wirewalk";

    static Floors of(String arrows) {
        Map<String, Set<String>> sources = new HashMap<>();
        arrows.lines().forEach(line -> {
            List<String> groups = List.of(line.split("->"));
            for (int i = 0; i < groups.size(); i++) {
                List<String> origins = i == 0 ? List.of() : split(groups.get(i - 1));
                for (String target : split(groups.get(i))) {
                    sources.computeIfAbsent(target, name -> new TreeSet<>()).addAll(origins);
                }
            }
        });
        Map<String, Set<String>> below = new HashMap<>();
        sources.keySet().forEach(name -> below.put(name, reach(name, sources)));
        return new Floors(Set.copyOf(sources.keySet()), Map.copyOf(below));
    }

    /** Whether the package is one of the project's. */
    boolean contain(String packageName) {
        return packageName.equals(ROOT) || packageName.startsWith(ROOT + ".");
    }

    /** Whether {@code origin} may import {@code target}; never when one of them is missing in the picture. */
    boolean allow(String origin, String target) {
        String from = floor(origin);
        String to = floor(target);
        return names.contains(from)
                && names.contains(to)
                && (from.equals(to) || below.getOrDefault(from, Set.of()).contains(to));
    }

    /** The longest name of the picture that the package is or lies below; its own relative name when there is none. */
    private String floor(String packageName) {
        if (packageName.equals(ROOT)) {
            return "application";
        }
        String relative = packageName.substring(ROOT.length() + 1);
        for (String name = relative; ; name = name.substring(0, name.lastIndexOf('.'))) {
            if (names.contains(name)) {
                return name;
            }
            if (!name.contains(".")) {
                return relative;
            }
        }
    }

    private static Set<String> reach(String name, Map<String, Set<String>> sources) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(sources.getOrDefault(name, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (reached.add(next)) {
                open.addAll(sources.getOrDefault(next, Set.of()));
            }
        }
        if (reached.contains(name)) {
            throw new IllegalArgumentException("the arrows lead from " + name + " back to it");
        }
        return reached;
    }

    private static List<String> split(String group) {
        return Arrays.stream(group.split(",")).map(String::strip).toList();
    }
}
