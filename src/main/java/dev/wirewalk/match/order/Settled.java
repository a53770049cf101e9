package dev.wirewalk.match.order;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FrameSpot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which views of the files are points, once it is known what they saw of the flow.
 *
 * @param points views that are points
 * @param spare views without the flow, of files in which another view saw it: an interface that the flow may not concern
 */
record Settled(List<View> points, List<View> spare) {

    static Settled of(List<View.Seen> all) {
        Map<Given, List<View.Seen>> files = new LinkedHashMap<>();
        all.forEach(seen -> files.computeIfAbsent(seen.view().given(), unused -> new ArrayList<>())
                .add(seen));
        List<View> points = new ArrayList<>();
        List<View> spare = new ArrayList<>();
        for (List<View.Seen> file : files.values()) {
            if (file.size() == 1 || file.stream().noneMatch(View.Seen::seesFlow)) {
                points.add(whole(file));
            } else if (file.stream().anyMatch(Settled::monitored)) {
                file.forEach(seen -> points.add(seen.view()));
            } else {
                split(file, points, spare);
            }
        }
        return new Settled(List.copyOf(points), List.copyOf(spare));
    }

    private static View whole(List<View.Seen> file) {
        View first = file.getFirst().view();
        return file.size() == 1
                ? first
                : new View(
                        first.given(),
                        first.device(),
                        Place.WHOLE,
                        java.util.Optional.empty(),
                        file.stream().mapToLong(seen -> seen.view().frames()).sum());
    }

    private static boolean monitored(View.Seen seen) {
        return seen.view()
                .place()
                .position()
                .filter(FrameSpot::isInspectionPoint)
                .isPresent();
    }

    private static void split(List<View.Seen> file, List<View> points, List<View> spare) {
        boolean positions =
                file.stream().anyMatch(seen -> seen.view().place().position().isPresent());
        Function<Place, Place> coarser = positions ? Place::withoutPosition : Place::withoutVlan;
        for (List<View.Seen> sides : grouped(file, coarser)) {
            if (sides.size() == 1 || bothSee(sides) || (!positions && onlyTagged(sides))) {
                sides.forEach(seen -> (seen.seesFlow() ? points : spare).add(seen.view()));
            } else {
                join(sides, coarser, points, spare);
            }
        }
    }

    private static List<List<View.Seen>> grouped(List<View.Seen> views, Function<Place, Place> coarser) {
        Map<Place, List<View.Seen>> groups = new LinkedHashMap<>();
        views.forEach(seen -> groups.computeIfAbsent(coarser.apply(seen.view().place()), unused -> new ArrayList<>())
                .add(seen));
        return List.copyOf(groups.values());
    }

    /** A host sends in one direction and receives in the other; a box shows the same direction on both of its sides. */
    private static boolean bothSee(List<View.Seen> views) {
        return Arrays.stream(Direction.values())
                .anyMatch(direction ->
                        views.stream().filter(seen -> seen.sees(direction)).count() > 1);
    }

    /** Adapters may take the tag off in one direction only: that alone makes no second point. */
    private static boolean onlyTagged(List<View.Seen> views) {
        return views.stream()
                        .filter(View.Seen::seesFlow)
                        .allMatch(seen -> seen.view().place().tag().orElse(0) > 0)
                || views.stream().filter(View.Seen::seesFlow).count() == 1;
    }

    private static void join(
            List<View.Seen> views, Function<Place, Place> coarser, List<View> points, List<View> spare) {
        View first = views.getFirst().view();
        long frames = views.stream().mapToLong(seen -> seen.view().frames()).sum();
        View joined =
                new View(first.given(), first.device(), coarser.apply(first.place()), first.interfaceName(), frames);
        (views.stream().anyMatch(View.Seen::seesFlow) ? points : spare).add(joined);
    }
}
