package dev.wirewalk.walk.ui;

import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import java.util.List;
import java.util.Optional;

/** Points of a path, seen in ways that the page needs. */
final class PointsOfPath {
    private PointsOfPath() {}

    static Point withoutFiles(Point point) {
        return new Point(
                point.name(),
                point.device(),
                point.interfaceName(),
                point.tool(),
                List.of(),
                point.addresses(),
                point.vlan(),
                point.ifindex());
    }

    /** The point's place in the path; empty when no point has that name. */
    static Optional<Integer> place(Path path, String name) {
        for (int place = 0; place < path.points().size(); place++) {
            if (path.points().get(place).name().equals(name)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
