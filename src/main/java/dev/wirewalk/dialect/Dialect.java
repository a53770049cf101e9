package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import java.util.Set;

/** One family of filter languages. Implementations hold no state and never render less than the filter selects. */
public interface Dialect {
    /** The word of the profile's {@code family} key. */
    String family();

    /** The names of the limits that a profile of this family must state. */
    Set<String> limitNames();

    Rendering render(Filter filter, DialectSettings settings);
}
