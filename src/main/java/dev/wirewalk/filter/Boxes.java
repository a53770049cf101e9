package dev.wirewalk.filter;

import dev.wirewalk.filter.BoxUnion.TooMany;
import dev.wirewalk.filter.BoxUnion.Union;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Turns filters into unions of boxes: {@code and} becomes products, {@code not} the complement in each field. */
public final class Boxes {
    /** Comparisons of two boxes that one filter is worth; more would keep somebody who types waiting. */
    private static final int COMPARISONS = 20_000;
    /** The worth of an intersection of two boxes in comparisons. */
    private static final int INTERSECTION = 32;

    private final int cap;
    private int comparisonsLeft = COMPARISONS;

    private Boxes(int cap) {
        this.cap = cap;
    }

    /** The filter as at most {@code cap} boxes, at every stage of the work; too many as well when it takes too long. */
    public static BoxUnion of(Filter filter, int cap) {
        try {
            return new Union(new Boxes(cap).build(filter, false));
        } catch (CapReached _) {
            return new TooMany(cap);
        }
    }

    /** Whether the filter surely selects nothing; {@code cap} as with {@link #of}, for filters that are not seen through at once. */
    public static boolean selectsNothing(Filter filter, int cap) {
        return FirstBox.exists(filter)
                .map(exists -> !exists)
                .orElseGet(() -> of(filter, cap).equals(new Union(List.of())));
    }

    /** Drops boxes that lie in others and joins those that one box can say; the union stays the same. */
    public static List<Box> simplify(List<Box> boxes) {
        Deque<Box> waiting = new ArrayDeque<>(boxes);
        List<Box> left = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Box next = waiting.removeFirst();
            boolean joined = false;
            for (int i = 0; i < left.size() && !joined; i++) {
                Optional<Box> merged = left.get(i).merge(next);
                if (merged.isPresent()) {
                    left.remove(i);
                    waiting.addFirst(merged.get()); // it may join with any other now
                    joined = true;
                }
            }
            if (!joined) {
                left.add(next);
            }
        }
        return List.copyOf(left);
    }

    private List<Box> build(Filter filter, boolean negated) {
        return switch (filter) {
            case Filter.Any _ -> negated ? List.of() : List.of(Box.everything());
            case Filter.Not(var part) -> build(part, !negated);
            case Filter.And(var parts) -> negated ? union(parts, true) : product(parts, false);
            case Filter.Or(var parts) -> negated ? product(parts, true) : union(parts, false);
            case Filter.Term term -> negated ? complement(TermBoxes.of(term)) : simplify(TermBoxes.of(term));
        };
    }

    private List<Box> union(List<Filter> parts, boolean negated) {
        List<Box> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(build(part, negated)));
        return simplified(all);
    }

    private List<Box> product(List<Filter> parts, boolean negated) {
        List<Box> result = List.of(Box.everything());
        for (Filter part : parts) {
            result = product(result, build(part, negated));
        }
        return result;
    }

    private List<Box> product(List<Box> left, List<Box> right) {
        if (left.size() * right.size() > 16 * cap) {
            throw new CapReached();
        }
        comparisonsLeft -= INTERSECTION * left.size() * right.size();
        List<Box> both = new ArrayList<>();
        for (Box one : left) {
            right.forEach(other -> one.intersect(other).ifPresent(both::add));
        }
        return simplified(both);
    }

    private List<Box> complement(List<Box> boxes) {
        List<Box> outside = List.of(Box.everything());
        for (Box box : boxes) {
            outside = product(outside, simplify(box.complement()));
        }
        return outside;
    }

    private List<Box> simplified(List<Box> boxes) {
        comparisonsLeft -= boxes.size() * boxes.size() / 2;
        if (boxes.size() > 16 * cap || comparisonsLeft < 0) {
            throw new CapReached();
        }
        List<Box> simple = simplify(boxes);
        if (simple.size() > cap) {
            throw new CapReached();
        }
        return simple;
    }

    /** Leaves a deep recursion at once; never seen outside. */
    private static final class CapReached extends RuntimeException {
        CapReached() {
            super(null, null, false, false);
        }
    }
}
