package dev.wirewalk.dialect;

import dev.wirewalk.filter.FieldValues;
import java.util.List;
import java.util.Optional;

/** What one field of a line can say, and in which words. */
interface FieldWords<T extends Comparable<T>> {
    /** Sets of values, each of which one line can say, that together are these; none when that is impossible. */
    List<FieldValues<T>> split(FieldValues<T> values);

    /** The narrowest set that one line can say around these; empty when the field would say nothing then. */
    Optional<FieldValues<T>> around(FieldValues<T> values);

    /**
     * The field as it is written, more than once when it is repeated for each value. Only for values from {@link #split} and
     * {@link #around}.
     *
     * @param protocol the word of the line's IP protocol, for fields that name it
     */
    List<String> write(FieldValues<T> values, String protocol);
}
