package dev.wirewalk.diagnosis;

import dev.wirewalk.command.CheckPlace;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.topology.Point;
import java.util.List;
import java.util.Optional;

/** What to type at a point with its tool; nothing when no tool is told or the tool is not known. */
@FunctionalInterface
public interface CaptureAdvice {
    /** Steps for the point's own tool that capture at least what the filter selects. */
    List<NextStep> steps(Point point, Filter filter);

    /**
     * What typed commands let a capture show.
     *
     * @param arp whether the tool shows ARP at all
     */
    record Typed(Filter filter, boolean arp) {}

    /** The filter of the captures that these commands make, taken together; empty when a word of them is not understood. */
    default Optional<Typed> typed(List<String> commands) {
        return Optional.empty();
    }

    /** What else to look at on the point's device. */
    default List<NextCheck> checks(Point point, CheckPlace place) {
        return List.of();
    }
}
