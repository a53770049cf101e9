package dev.wirewalk.match.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which points are on one device: those of one file, those whose files say so in their names, and the two ends of neighbouring
 * links. Where two points share a link, the first is where frames are sent and the second where they arrive; who receives
 * them and sends them on with a TTL that is one lower is one router.
 */
final class Boxes {
    private final List<View.Seen> order;
    private final Map<View.Seen, Integer> groups = new HashMap<>();
    private final Map<View.Seen, String> guesses = new HashMap<>();

    /** @param order the points in forward order */
    Boxes(List<View.Seen> order) {
        this.order = List.copyOf(order);
        for (int i = 0; i < order.size(); i++) {
            groups.put(order.get(i), i);
        }
        for (View.Seen one : order) {
            for (View.Seen other : order) {
                if (sameFile(one, other)
                        || (named(one).isPresent() && named(one).equals(named(other)))) {
                    unite(one, other);
                }
            }
        }
        byLinks();
    }

    /** What was assumed of the device of a point. */
    Optional<String> guess(View.Seen point) {
        return Optional.ofNullable(guesses.get(point));
    }

    /** The name of each point's device. */
    Map<View.Seen, String> names() {
        Map<Integer, List<View.Seen>> members = new LinkedHashMap<>();
        order.forEach(point -> members.computeIfAbsent(group(point), unused -> new ArrayList<>())
                .add(point));
        Map<View.Seen, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        int box = 0;
        for (List<View.Seen> points : members.values()) {
            Optional<String> told =
                    points.stream().flatMap(point -> named(point).stream()).findFirst();
            boolean oneFile = points.stream().allMatch(point -> sameFile(point, points.getFirst()));
            if (told.isEmpty() && !oneFile) {
                box++;
            }
            String name = told.orElse(oneFile ? stem(points.getFirst()) : "box-" + box);
            String free = name;
            for (int i = 2; !taken.add(free); i++) {
                free = name + "-" + i;
            }
            for (View.Seen point : points) {
                names.put(point, free);
            }
        }
        return names;
    }

    private void byLinks() {
        List<List<View.Seen>> runs =
                runs(order.stream().filter(View.Seen::seesFlow).toList());
        for (int i = 0; i + 1 < runs.size(); i++) {
            List<View.Seen> here = runs.get(i);
            List<View.Seen> next = runs.get(i + 1);
            if (here.size() > 1
                    && next.size() > 1
                    && Precedence.between(here.getLast(), next.getFirst()).ttl() <= 1) {
                assume(
                        here.getLast(),
                        next.getFirst(),
                        "packets arrive at the one and leave the other for the next link, and no router lies between");
            }
        }
        for (List<View.Seen> run : runs) {
            if (run.size() == 4) {
                assume(run.get(1), run.get(2), "they are the inner two of four points on one link, as of a bridge");
            }
        }
    }

    /** Neighbouring points on the same link, as hardware addresses tell, or else an equal TTL. */
    static List<List<View.Seen>> runs(List<View.Seen> order) {
        List<List<View.Seen>> runs = new ArrayList<>();
        for (View.Seen point : order) {
            boolean joins = !runs.isEmpty() && sameLink(runs.getLast().getLast(), point);
            if (!joins) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(point);
        }
        return runs;
    }

    private static boolean sameLink(View.Seen one, View.Seen other) {
        return one.link().isPresent() && other.link().isPresent()
                ? one.link().equals(other.link())
                : Precedence.between(one, other).ttl() == 0 && !sameFile(one, other);
    }

    private void assume(View.Seen one, View.Seen other, String because) {
        boolean bothNamed = named(one).isPresent() && named(other).isPresent();
        if (bothNamed || group(one) == group(other)) {
            return;
        }
        unite(one, other);
        guesses.put(one, "That it is on one device with " + other.trace().name() + ": " + because + ".");
        guesses.put(other, "That it is on one device with " + one.trace().name() + ": " + because + ".");
    }

    private void unite(View.Seen one, View.Seen other) {
        int from = group(other);
        int to = group(one);
        groups.replaceAll((point, group) -> group == from ? to : group);
    }

    private int group(View.Seen point) {
        return Objects.requireNonNull(groups.get(point));
    }

    /** The log of a terminal may lead to several devices. */
    private static boolean sameFile(View.Seen one, View.Seen other) {
        boolean otherDevice = one.view().device().isPresent()
                && other.view().device().isPresent()
                && !one.view().device().equals(other.view().device());
        return one.view().given().equals(other.view().given()) && !otherDevice;
    }

    /** The device that the file's name tells for sure: what stands before the name of an interface. Else what the file tells. */
    static Optional<String> named(View.Seen point) {
        return NameParts.of(point.view().given().name())
                .device()
                .or(() -> point.view().device());
    }

    private static String stem(View.Seen point) {
        return NameParts.of(point.view().given().name()).deviceOrStem();
    }
}
