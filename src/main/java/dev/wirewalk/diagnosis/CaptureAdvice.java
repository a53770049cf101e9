package dev.wirewalk.diagnosis;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.topology.Point;
import java.util.List;

/** Makes the steps of a capture with the tool of a point; without steps when no tool is told or the tool is not known. */
@FunctionalInterface
public interface CaptureAdvice {
    /** Steps for the point's own tool that capture at least what the filter selects. */
    List<NextStep> steps(Point point, Filter filter);
}
