package dev.wirewalk.walk.ui;

import dev.wirewalk.topology.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Points of a path, seen in ways that the page needs. */
final class PointsOfPath {
    private PointsOfPath() {}

    /**
     * The place of a name that a verdict gives for the nearer end (in forward order) of a segment: a point, or a device, which
     * stands for its last point.
     */
    static Optional<Integer> nearEnd(Path path, String name) {
        return place(path, name).or(() -> onDevice(path, name).reduce((first, later) -> later));
    }

    /** As {@link #nearEnd} for the farther end: a device stands for its first point. */
    static Optional<Integer> farEnd(Path path, String name) {
        return place(path, name).or(() -> onDevice(path, name).findFirst());
    }

    private static Optional<Integer> place(Path path, String name) {
        return places(path)
                .filter(place -> path.points().get(place).name().equals(name))
                .findFirst();
    }

    private static Stream<Integer> onDevice(Path path, String device) {
        return places(path).filter(place -> path.points().get(place).device().equals(device));
    }

    private static Stream<Integer> places(Path path) {
        return IntStream.range(0, path.points().size()).boxed();
    }
}
