package dev.wirewalk.topology;

import java.util.List;
import java.util.Optional;

/**
 * A path through the network as it was told.
 *
 * @param flow the flow to follow; empty when the walk is to pick the one that fails most
 * @param points every observation point; those of the forward path come first, in the order in which a packet of the
 *     client passes them
 * @param returnOrder names of points in the order in which the answers pass them; empty when they come back over the same
 *     points
 * @param nat the translations as intended
 * @param answers questions of the walk that were answered without a capture
 */
public record Path(
        Optional<FlowHint> flow,
        List<Point> points,
        List<String> returnOrder,
        List<Translation> nat,
        List<ToldAnswer> answers) {
    public Path {
        points = List.copyOf(points);
        returnOrder = List.copyOf(returnOrder);
        nat = List.copyOf(nat);
        answers = List.copyOf(answers);
    }

    /** A path of which no question was answered without a capture. */
    public Path(Optional<FlowHint> flow, List<Point> points, List<String> returnOrder, List<Translation> nat) {
        this(flow, points, returnOrder, nat, List.of());
    }

    /**
     * The points of the forward path. When the answers take another way, that way begins at the forward path's end, so a
     * point listed behind it belongs to the way back only.
     */
    public List<Point> forwardPoints() {
        if (returnOrder.isEmpty()) {
            return points;
        }
        int end = indexOf(returnOrder.getFirst());
        return points.subList(0, end + 1);
    }

    /** The points of the way back, in the order in which an answer passes them. */
    public List<Point> returnPoints() {
        return returnOrder.isEmpty()
                ? points.reversed()
                : returnOrder.stream().map(name -> points.get(indexOf(name))).toList();
    }

    private int indexOf(String name) {
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the way back names \"" + name + "\", which is no point of the path");
    }
}
