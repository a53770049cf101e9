package dev.wirewalk.diagnosis;

import dev.wirewalk.command.CheckPlace;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.topology.Point;
import java.util.List;

/** What to type at a point with its tool; nothing when no tool is told or the tool is not known. */
@FunctionalInterface
public interface CaptureAdvice {
    /** Steps for the point's own tool that capture at least what the filter selects. */
    List<NextStep> steps(Point point, Filter filter);

    /** What else to look at on the point's device. */
    default List<NextCheck> checks(Point point, CheckPlace place) {
        return List.of();
    }
}
