package dev.wirewalk.filter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Gives a word such as {@code vlan} what belongs behind it. In libpcap the word moves the offsets of all the text that follows, also
 * out of brackets and across {@code or}. Where what follows is joined to the word by {@code and}, or nothing follows, that is the same as
 * "the frame carries this header, and behind it the rest holds", and so it stands in the tree. Where the shift reaches terms that do
 * not depend on the word, as in {@code vlan 100 or vlan 200}, no tree means what libpcap does, and the text is kept as written.
 */
final class OffsetScope {
    /** Real frames have a few; a longer row stays as written, so that no tree gets too deep. */
    private static final int MOST_HEADERS = 16;

    private final Set<Filter> closed = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Marks what braces enclose: nothing that follows is moved by it. */
    Filter close(Filter filter) {
        Filters.terms(filter).forEach(closed::add);
        return filter;
    }

    /**
     * @param filter as it was read, with nothing inside of encapsulations yet
     * @param column where it starts in the text
     */
    Filter resolve(Filter filter, int column) throws FilterSyntaxException {
        if (!shifts(filter)) {
            return filter;
        }
        try {
            return resolve(filter);
        } catch (Leak leak) {
            if (Filters.terms(filter).anyMatch(closed::contains)) {
                throw new FilterSyntaxException(
                        column, "beside braces 'vlan' and its like must come last; put them into braces too");
            }
            return new Filter.Written(FilterPrinter.inOrder(filter), true);
        }
    }

    private Filter resolve(Filter filter) {
        return switch (filter) {
            case Filter.And(var parts) -> conjunction(parts);
            case Filter.Or(var parts) -> {
                List<Filter> resolved = new ArrayList<>(parts.subList(0, parts.size() - 1));
                if (resolved.stream().anyMatch(this::shifts)) {
                    throw new Leak();
                }
                resolved.add(resolve(parts.getLast()));
                yield new Filter.Or(resolved);
            }
            case Filter.Not(var part) -> new Filter.Not(resolve(part));
            case Filter.Any any -> any;
            case Filter.Term term -> term;
        };
    }

    /** What stands behind the first word that shifts moves into it. */
    private Filter conjunction(List<Filter> parts) {
        int first = 0;
        while (first < parts.size() && !shifts(parts.get(first))) {
            first++;
        }
        if (first == parts.size()) {
            return new Filter.And(parts);
        }
        List<Filter> resolved = new ArrayList<>(parts.subList(0, first));
        List<Filter> behind = parts.subList(first + 1, parts.size());
        if (parts.get(first) instanceof Filter.Encapsulated(var kind, var id, var _)) {
            long headers = behind.stream().filter(this::shifts).count();
            if (headers > MOST_HEADERS) {
                throw new Leak();
            }
            Filter inner = behind.isEmpty() ? Filter.ANY : resolve(Filter.all(behind));
            resolved.add(new Filter.Encapsulated(kind, id, inner));
        } else if (behind.isEmpty()) {
            resolved.add(resolve(parts.get(first)));
        } else {
            throw new Leak();
        }
        return Filter.all(resolved);
    }

    private boolean shifts(Filter filter) {
        return Filters.terms(filter).anyMatch(term -> term instanceof Filter.Encapsulated && !closed.contains(term));
    }

    /** Leaves a deep recursion at once; never seen outside. */
    private static final class Leak extends RuntimeException {
        Leak() {
            super(null, null, false, false);
        }
    }
}
