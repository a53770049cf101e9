package dev.wirewalk.filter;

import java.util.stream.Stream;

/** Looks over whole trees. */
public final class Filters {
    private Filters() {}

    /** The terms of the tree from left to right; what stands inside of encapsulations is not among them. */
    public static Stream<Filter.Term> terms(Filter filter) {
        return switch (filter) {
            case Filter.Any _ -> Stream.of();
            case Filter.And(var parts) -> parts.stream().flatMap(Filters::terms);
            case Filter.Or(var parts) -> parts.stream().flatMap(Filters::terms);
            case Filter.Not(var part) -> terms(part);
            case Filter.Term term -> Stream.of(term);
        };
    }

    /** Whether text behind this filter's text would be about something else: see {@link OffsetScope}. */
    static boolean shifts(Filter filter) {
        return terms(filter)
                .anyMatch(term -> term instanceof Filter.Encapsulated
                        || term instanceof Filter.Written written && written.shifts());
    }

    /**
     * Whether the filter reads bytes at offsets of a person's own, which in libpcap rejects packets that end before. Words that are kept
     * as written may do so too.
     */
    static boolean readsBytes(Filter filter) {
        return terms(filter)
                .anyMatch(term -> term instanceof Filter.ByteTest
                        || term instanceof Filter.Relation
                        || term instanceof Filter.Written);
    }
}
