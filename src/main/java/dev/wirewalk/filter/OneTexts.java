package dev.wirewalk.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * A filter as filters of which libpcap can say each in one text, and which together select the same. Alternatives that each name a header
 * of their own, such as two VLANs, come apart; where both must hold at once, one is left out and more is selected.
 */
public final class OneTexts {
    private static final int MOST = 8;

    private boolean exact = true;

    private OneTexts() {}

    /** @param exact whether the texts together select just what the filter does, and not more */
    public record Parts(List<Filter> filters, boolean exact) {
        public Parts {
            filters = List.copyOf(filters);
        }
    }

    /** At least one filter; each has an {@link FilterPrinter#expression}. */
    public static Parts of(Filter filter) {
        OneTexts texts = new OneTexts();
        List<Filter> parts = texts.alternatives(Shifts.gather(filter), true);
        return new Parts(parts.stream().distinct().toList(), texts.exact);
    }

    /** The union of the result is the filter, or its negation. */
    private List<Filter> alternatives(Filter filter, boolean holds) {
        if (Shifts.fitOneText(filter)) {
            return List.of(holds ? filter : new Filter.Not(filter));
        }
        return switch (filter) {
            case Filter.Not(var part) -> alternatives(part, !holds);
            case Filter.And(var parts) -> holds ? product(parts, true) : union(parts, false);
            case Filter.Or(var parts) -> holds ? union(parts, true) : product(parts, false);
            case Filter.Encapsulated(var kind, var id, var inner)
            when holds ->
                alternatives(inner, true).stream()
                        .map(one -> (Filter) new Filter.Encapsulated(kind, id, one))
                        .toList();
            case Filter.Encapsulated _ ->
                // Not this header, or this one with something else behind it; the first of both is the wider.
                loosened();
            case Filter.Any _, Filter.Term _ -> List.of(holds ? filter : new Filter.Not(filter));
        };
    }

    private List<Filter> loosened() {
        exact = false;
        return List.of(Filter.ANY);
    }

    private List<Filter> union(List<Filter> parts, boolean holds) {
        List<Filter> plain = new ArrayList<>();
        List<Filter> shifting = new ArrayList<>();
        for (Filter part : parts) {
            for (Filter one : alternatives(part, holds)) {
                (Filters.shifts(one) ? shifting : plain).add(one);
            }
        }
        if (shifting.size() > MOST) {
            return loosened();
        }
        if (plain.isEmpty()) {
            return shifting;
        }
        // What shifts nothing can stand before one that does.
        List<Filter> result = new ArrayList<>();
        plain.addAll(shifting.isEmpty() ? List.of() : List.of(shifting.removeFirst()));
        result.add(Filter.any(plain));
        result.addAll(shifting);
        return result;
    }

    private List<Filter> product(List<Filter> parts, boolean holds) {
        List<Filter> result = List.of(Filter.ANY);
        for (Filter part : parts) {
            List<Filter> next = new ArrayList<>();
            for (Filter one : result) {
                for (Filter other : alternatives(part, holds)) {
                    next.add(all(one, other));
                }
            }
            if (next.size() > MOST) {
                return loosened();
            }
            result = next;
        }
        return result;
    }

    private Filter all(Filter one, Filter other) {
        List<Filter> parts = new ArrayList<>(List.of(one, other));
        parts.removeIf(Filter.Any.class::isInstance);
        return sayable(Shifts.gather(Filter.all(parts)));
    }

    /** Of several headers that must be there or not be there at once, the first that must be. */
    private Filter sayable(Filter filter) {
        if (Shifts.fitOneText(filter)) {
            return filter;
        }
        exact = false;
        List<Filter> parts = filter instanceof Filter.And(var all) ? all : List.of(filter);
        List<Filter> kept = new ArrayList<>(
                parts.stream().filter(part -> !Filters.shifts(part)).toList());
        parts.stream()
                .filter(part -> part instanceof Filter.Encapsulated && Shifts.fitOneText(part))
                .findFirst()
                .ifPresent(kept::add);
        return Filter.all(kept);
    }
}
