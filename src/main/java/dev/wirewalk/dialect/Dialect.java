package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import java.util.Set;

/** One family of filter languages. Implementations hold no state and never render less than the filter selects. */
public interface Dialect {
    /** The word of the profile's {@code family} key. */
    String family();

    /** The names of the limits that a profile of this family must state. */
    Set<String> limitNames();

    /** The names of the parts of the language that a profile may say its tool lacks. */
    default Set<String> lackable() {
        return Set.of();
    }

    /** The forms of a run that {@link #read} takes; empty when they are not listed. */
    default Set<String> forms() {
        return Set.of();
    }

    Rendering render(Filter filter, DialectSettings settings);

    /**
     * What a run selects: the way back. Takes what {@link #render} writes and what people and manuals write beside it.
     *
     * @throws UnreadableTextException when a piece is not of this language, or its meaning is not known
     */
    default Filter read(Run run, DialectSettings settings) throws UnreadableTextException {
        throw new UnreadableTextException(0, 1, "filters of this family cannot be read back");
    }
}
