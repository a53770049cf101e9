package dev.wirewalk.match.order;

import dev.wirewalk.topology.Path;
import java.util.List;

/**
 * A path that was made from files.
 *
 * @param points one for each point of the path, in its order
 * @param leftOut what the files hold and the path does not, one sentence each
 */
public record InferredPath(Path path, List<InferredPoint> points, List<String> leftOut) {
    public InferredPath {
        points = List.copyOf(points);
        leftOut = List.copyOf(leftOut);
    }
}
