package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A filter as a union of selections, each a conjunction in the tool's own fields. When the union would become unwieldy, one
 * factor of the growing conjunction is left out, which selects more, and a gap says so.
 */
abstract class Alternatives<S> {
    static final int UNWIELDY = 300;

    private final Gaps gaps;

    Alternatives(Gaps gaps) {
        this.gaps = gaps;
    }

    /** The selections of a term, or of its opposite when it is not wanted. */
    abstract List<S> of(Filter.Term term, boolean wanted);

    abstract S everything();

    /** What both select; empty when that is nothing. */
    abstract Optional<S> both(S one, S other);

    abstract List<S> pruned(List<S> selections);

    final List<S> union(Filter filter) {
        return union(filter, true);
    }

    private List<S> union(Filter filter, boolean wanted) {
        return switch (filter) {
            case Filter.Any _ -> wanted ? List.of(everything()) : List.of();
            case Filter.And(var parts) -> wanted ? product(parts, true) : sum(parts, false);
            case Filter.Or(var parts) -> wanted ? sum(parts, true) : product(parts, false);
            case Filter.Not(var part) -> union(part, !wanted);
            case Filter.Term term -> of(term, wanted);
        };
    }

    private List<S> sum(List<Filter> parts, boolean wanted) {
        List<S> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(union(part, wanted)));
        // What covers what is not worth asking in a list that will be cut down anyway.
        return all.size() > UNWIELDY ? all : pruned(all);
    }

    private List<S> product(List<Filter> parts, boolean wanted) {
        List<S> result = List.of(everything());
        for (Filter part : parts) {
            result = product(result, union(part, wanted));
        }
        return result;
    }

    private List<S> product(List<S> left, List<S> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return List.of();
        }
        if ((long) left.size() * right.size() > UNWIELDY) {
            gaps.addWhole("The filter has too many alternatives for the tool, so some of its conditions are left out.");
            return left.size() < right.size() ? left : right;
        }
        List<S> both = new ArrayList<>();
        for (S one : left) {
            for (S other : right) {
                both(one, other).ifPresent(both::add);
            }
        }
        return pruned(both);
    }
}
