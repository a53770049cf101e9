package dev.wirewalk.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Writes a filter tree in the pcap-filter language, so that {@link FilterParser} reads back what means the same and libpcap
 * compiles it. Every group that is not the whole filter stands in brackets, because {@code and} and {@code or} have the same
 * precedence there and readers of other languages expect otherwise.
 *
 * <p>Two things depend on the order of libpcap's text. Tests of bytes come last among alternatives, since one that reaches behind the end
 * of a packet rejects it whatever else would hold. Headers that shift offsets come last in their group, and so last of all.
 */
public final class FilterPrinter {
    private enum Order {
        /** As the tree has it, for text that is kept as it was written. */
        AS_READ,
        LAST_WHAT_SHIFTS
    }

    private final Order order;

    private FilterPrinter(Order order) {
        this.order = order;
    }

    /**
     * The text; empty for {@link Filter#ANY}. Where libpcap has no text that means the filter, braces say what a shift of offsets
     * is kept to: only {@link FilterParser} reads them.
     */
    public static String print(Filter filter) {
        return filter instanceof Filter.Any
                ? ""
                : new FilterPrinter(Order.LAST_WHAT_SHIFTS).whole(Shifts.gather(filter), true);
    }

    /** The text for libpcap; nothing when one text cannot say it, as with one of two VLANs. Empty for {@link Filter#ANY}. */
    public static Optional<String> expression(Filter filter) {
        return Shifts.fitOneText(Shifts.gather(filter)) ? Optional.of(print(filter)) : Optional.empty();
    }

    /** The text of a tree as it was read, before encapsulations got their inner filters. */
    static String inOrder(Filter filter) {
        return new FilterPrinter(Order.AS_READ).whole(filter, true);
    }

    /** @param grows whether it stands under no NOT or an even number of them */
    private String whole(Filter filter, boolean grows) {
        return switch (filter) {
            case Filter.Any _ -> "greater 0";
            case Filter.And(var parts) -> join(parts, " and ", !grows, grows);
            case Filter.Or(var parts) -> join(parts, " or ", grows, grows);
            case Filter.Not(var part) ->
                "not " + (part instanceof Filter.Not ? whole(part, !grows) : operand(part, !grows));
            case Filter.Encapsulated encapsulated -> encapsulated(encapsulated, grows);
            case Filter.Term term -> TermPrinter.print(term);
        };
    }

    private String encapsulated(Filter.Encapsulated encapsulated, boolean grows) {
        Filter inner = encapsulated.inner();
        String header = TermPrinter.print(encapsulated);
        return switch (inner) {
            case Filter.Any _ -> header;
            case Filter.And _, Filter.Encapsulated _ -> header + " and " + whole(inner, grows);
            case Filter.Or _, Filter.Not _, Filter.Term _ ->
                header + " and " + (inner instanceof Filter.Not ? whole(inner, grows) : operand(inner, grows));
        };
    }

    /** @param anyEnds whether one part decides, so that parts that may read beyond the packet must not come first */
    private String join(List<Filter> parts, String operator, boolean anyEnds, boolean grows) {
        boolean braces =
                order != Order.AS_READ && parts.stream().filter(Filters::shifts).count() > 1;
        StringJoiner joined = new StringJoiner(operator);
        for (Filter part : ordered(parts, anyEnds)) {
            if (braces && Filters.shifts(part)) {
                joined.add("{" + whole(part, grows) + "}");
            } else {
                joined.add(part instanceof Filter.Not ? whole(part, grows) : operand(part, grows));
            }
        }
        return joined.toString();
    }

    private List<Filter> ordered(List<Filter> parts, boolean anyEnds) {
        if (order == Order.AS_READ) {
            return parts;
        }
        List<Filter> sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparingInt(
                part -> Filters.shifts(part) ? 2 : anyEnds && Filters.readsBytes(part) ? 1 : 0));
        return sorted;
    }

    /** In brackets unless it is one primitive. */
    private String operand(Filter filter, boolean grows) {
        return isPrimitive(filter) ? whole(filter, grows) : "(" + whole(filter, grows) + ")";
    }

    private static boolean isPrimitive(Filter filter) {
        return switch (filter) {
            case Filter.And _, Filter.Or _, Filter.Not _ -> false;
            case Filter.TcpFlags _, Filter.IcmpType _, Filter.IcmpCode _, Filter.Relation _ -> false;
            case Filter.ByteTest test -> test.equals(WordParser.GROUP_BIT);
            case Filter.Length(var comparison, var _) ->
                comparison == Comparison.LESS_OR_EQUAL || comparison == Comparison.GREATER_OR_EQUAL;
            case Filter.Encapsulated(var _, var _, var inner) -> inner instanceof Filter.Any;
            case Filter.Written(var _, var shifts) -> !shifts;
            case Filter.Any _, Filter.Term _ -> true;
        };
    }
}
