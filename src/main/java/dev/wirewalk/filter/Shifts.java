package dev.wirewalk.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What libpcap's order of text allows: at most one part of a group may hold a header that shifts offsets. */
final class Shifts {
    private Shifts() {}

    /** Whether one text of libpcap can say the filter. */
    static boolean fitOneText(Filter filter) {
        return switch (filter) {
            case Filter.And(var parts) -> oneShifts(parts);
            case Filter.Or(var parts) -> oneShifts(parts);
            case Filter.Not(var part) -> fitOneText(part);
            case Filter.Encapsulated(var _, var _, var inner) -> fitOneText(inner);
            case Filter.Any _, Filter.Term _ -> true;
        };
    }

    private static boolean oneShifts(List<Filter> parts) {
        return parts.stream().filter(Filters::shifts).count() < 2
                && parts.stream().allMatch(Shifts::fitOneText);
    }

    /** Joins what is said of the same header in one group, so that the header is named once. */
    static Filter gather(Filter filter) {
        if (!Filters.shifts(filter)) {
            return filter;
        }
        return switch (filter) {
            case Filter.And(var parts) -> Filter.all(gather(parts, true));
            case Filter.Or(var parts) -> Filter.any(gather(parts, false));
            case Filter.Not(var part) -> new Filter.Not(gather(part));
            case Filter.Encapsulated(var kind, var id, var inner) -> new Filter.Encapsulated(kind, id, gather(inner));
            case Filter.Any any -> any;
            case Filter.Term term -> term;
        };
    }

    private static List<Filter> gather(List<Filter> parts, boolean and) {
        List<Filter> result = new ArrayList<>();
        for (Filter part : parts) {
            Filter next = gather(part);
            boolean joined = false;
            for (int i = 0; i < result.size() && !joined; i++) {
                Optional<Filter> both = join(result.get(i), next, and);
                if (both.isPresent()) {
                    result.set(i, gather(both.get()));
                    joined = true;
                }
            }
            if (!joined) {
                result.add(next);
            }
        }
        return result;
    }

    private record Header(Encapsulation kind, OptionalLong id) {}

    /** A header and what is behind it, or that it is not so. */
    private record Literal(Header header, Filter inner, boolean holds) {
        static Optional<Literal> of(Filter filter) {
            if (filter instanceof Filter.Encapsulated(var kind, var id, var inner)) {
                return Optional.of(new Literal(new Header(kind, id), inner, true));
            }
            return filter instanceof Filter.Not(Filter.Encapsulated(var kind, var id, var inner))
                    ? Optional.of(new Literal(new Header(kind, id), inner, false))
                    : Optional.empty();
        }

        Filter with(Filter other, boolean positive) {
            Filter both = new Filter.Encapsulated(header.kind(), header.id(), other);
            return positive ? both : new Filter.Not(both);
        }
    }

    private static Optional<Filter> join(Filter left, Filter right, boolean and) {
        Optional<Literal> one = Literal.of(left);
        Optional<Literal> other = Literal.of(right);
        if (one.isEmpty()
                || other.isEmpty()
                || !one.get().header().equals(other.get().header())) {
            return Optional.empty();
        }
        return Optional.of(and ? both(one.get(), other.get()) : either(one.get(), other.get()));
    }

    private static Filter both(Literal one, Literal other) {
        if (one.holds() && other.holds()) {
            return one.with(conjunction(one.inner(), other.inner()), true);
        }
        if (!one.holds() && !other.holds()) {
            return one.with(disjunction(one.inner(), other.inner()), false);
        }
        Literal positive = one.holds() ? one : other;
        Literal negative = one.holds() ? other : one;
        return one.with(conjunction(positive.inner(), new Filter.Not(negative.inner())), true);
    }

    /** By De Morgan the other way round. */
    private static Filter either(Literal one, Literal other) {
        Filter none = both(negated(one), negated(other));
        return none instanceof Filter.Not(var part) ? part : new Filter.Not(none);
    }

    private static Literal negated(Literal literal) {
        return new Literal(literal.header(), literal.inner(), !literal.holds());
    }

    private static Filter conjunction(Filter left, Filter right) {
        List<Filter> parts = new ArrayList<>(List.of(left, right));
        parts.removeIf(Filter.Any.class::isInstance);
        return Filter.all(parts);
    }

    private static Filter disjunction(Filter left, Filter right) {
        return left instanceof Filter.Any || right instanceof Filter.Any
                ? Filter.ANY
                : Filter.any(List.of(left, right));
    }
}
