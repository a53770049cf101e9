package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import java.util.ArrayList;
import java.util.List;

/** The points that a packet passes on a path. */
final class Ways {
    private Ways() {}

    /**
     * The points of one direction, in order. An end host passes nothing on: of several points of the host at the path's far end
     * only the nearest one is on the way; the others are further interfaces of the same host.
     */
    static List<Point> of(Path path, Direction direction) {
        if (direction == Direction.RETURN && !path.returnOrder().isEmpty()) {
            return path.returnPoints();
        }
        List<Point> way = new ArrayList<>(path.forwardPoints());
        while (way.size() > 2
                && way.getLast().device().equals(way.get(way.size() - 2).device())) {
            way.removeLast();
        }
        return direction == Direction.FORWARD ? List.copyOf(way) : List.copyOf(way.reversed());
    }

    /** Whether packets leave their device at way index {@code index}: at the first point, and on a box's far side. */
    static boolean leaves(List<Point> way, int index) {
        return index == 0 || way.get(index - 1).device().equals(way.get(index).device());
    }

    /** Whether a device sends into a link at way index {@code index}. */
    static boolean sendsIntoLink(List<Point> way, int index) {
        return index + 1 < way.size()
                && !way.get(index).device().equals(way.get(index + 1).device());
    }
}
