package dev.wirewalk.command.path;

import dev.wirewalk.dialect.Gap;
import dev.wirewalk.filter.Filter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A filter as it reads at a point.
 *
 * @param gaps what could not be carried there, so that the filter selects more than was asked for
 */
record Carried(Filter filter, List<Gap> gaps) {
    Carried {
        gaps = List.copyOf(gaps);
    }

    static Carried exactly(Filter filter) {
        return new Carried(filter, List.of());
    }

    /** What either of the two selects. */
    Carried or(Carried other) {
        Set<Gap> both = new LinkedHashSet<>(gaps);
        both.addAll(other.gaps);
        return new Carried(either(List.of(filter, other.filter)), List.copyOf(both));
    }

    Carried with(Gap gap) {
        Set<Gap> more = new LinkedHashSet<>(gaps);
        more.add(gap);
        return new Carried(filter, List.copyOf(more));
    }

    /** A disjunction without repetitions, in which {@link Filter#ANY} takes all. */
    static Filter either(List<Filter> parts) {
        List<Filter> distinct = new ArrayList<>(new LinkedHashSet<>(parts));
        return distinct.contains(Filter.ANY) ? Filter.ANY : Filter.any(distinct);
    }

    /** A conjunction without repetitions and without {@link Filter#ANY}. */
    static Filter together(List<Filter> parts) {
        List<Filter> distinct = new ArrayList<>(new LinkedHashSet<>(parts));
        distinct.remove(Filter.ANY);
        return Filter.all(distinct);
    }
}
