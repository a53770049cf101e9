package dev.wirewalk.filter;

import java.util.List;
import java.util.Optional;

/**
 * Looks for one box of a filter, and then for no other: whether a filter selects anything at all is known long before all that
 * it selects. Alternatives are tried one after the other; one that leads nowhere is given up for the next.
 */
final class FirstBox {
    /** Intersections of two boxes that one answer is worth; most filters need as many as they have terms. */
    private static final int INTERSECTIONS = 1_000;

    private int left = INTERSECTIONS;

    private FirstBox() {}

    /** What is still to be met. */
    private record Goals(Filter first, boolean negated, Optional<Goals> rest) {}

    /** Whether there is a box; empty when that takes too long. */
    static Optional<Boolean> exists(Filter filter) {
        FirstBox search = new FirstBox();
        boolean found = search.found(Box.everything(), Optional.of(new Goals(filter, false, Optional.empty())));
        return found || search.left >= 0 ? Optional.of(found) : Optional.empty();
    }

    private boolean found(Box within, Optional<Goals> goals) {
        if (goals.isEmpty()) {
            return true;
        }
        Goals here = goals.get();
        Optional<Goals> rest = here.rest();
        boolean negated = here.negated();
        return switch (here.first()) {
            case Filter.Any _ -> !negated && found(within, rest);
            case Filter.Not(var part) -> found(within, Optional.of(new Goals(part, !negated, rest)));
            case Filter.And(var parts) -> negated ? one(within, parts, true, rest) : all(within, parts, false, rest);
            case Filter.Or(var parts) -> negated ? all(within, parts, true, rest) : one(within, parts, false, rest);
            case Filter.Term term ->
                negated ? outside(within, TermBoxes.of(term), rest) : inside(within, TermBoxes.of(term), rest);
        };
    }

    private boolean all(Box within, List<Filter> parts, boolean negated, Optional<Goals> rest) {
        Optional<Goals> goals = rest;
        for (Filter part : parts.reversed()) {
            goals = Optional.of(new Goals(part, negated, goals));
        }
        return found(within, goals);
    }

    private boolean one(Box within, List<Filter> parts, boolean negated, Optional<Goals> rest) {
        return parts.stream().anyMatch(part -> found(within, Optional.of(new Goals(part, negated, rest))));
    }

    private boolean inside(Box within, List<Box> boxes, Optional<Goals> rest) {
        return boxes.stream()
                .anyMatch(box ->
                        common(within, box).filter(both -> found(both, rest)).isPresent());
    }

    /** Outside of every one of the boxes. */
    private boolean outside(Box within, List<Box> boxes, Optional<Goals> rest) {
        if (boxes.isEmpty()) {
            return found(within, rest);
        }
        List<Box> others = boxes.subList(1, boxes.size());
        return boxes.getFirst().complement().stream()
                .anyMatch(box -> common(within, box)
                        .filter(both -> outside(both, others, rest))
                        .isPresent());
    }

    private Optional<Box> common(Box one, Box other) {
        left--;
        return left < 0 ? Optional.empty() : one.intersect(other);
    }
}
