package dev.wirewalk.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognises the long way in which pcap-filter must say "TCP flags of IPv6": its {@code tcp[...]} looks at IPv4 only, so IPv6
 * is written as {@code ip6[6] == 6 and ip6[53] & ... == ...} and both families as the disjunction of the two.
 */
final class FlagFolding {
    private static final int NEXT_HEADER = 6;
    private static final int FLAGS_BEHIND_FIXED_HEADER = 40 + 13;

    private FlagFolding() {}

    static Filter fold(Filter filter) {
        return switch (filter) {
            case Filter.And(var parts) -> Filter.all(pairwise(parts, FlagFolding::version6));
            case Filter.Or(var parts) -> Filter.any(pairwise(parts, FlagFolding::bothVersions));
            case Filter.Not(var part) -> new Filter.Not(fold(part));
            case Filter.Any any -> any;
            case Filter.Encapsulated(var kind, var id, var inner) -> new Filter.Encapsulated(kind, id, fold(inner));
            case Filter.Term term -> term;
        };
    }

    @FunctionalInterface
    private interface Pair {
        Optional<Filter> merge(Filter left, Filter right);
    }

    private static List<Filter> pairwise(List<Filter> parts, Pair pair) {
        List<Filter> folded = new ArrayList<>();
        for (Filter part : parts) {
            Filter next = fold(part);
            Optional<Filter> merged = folded.isEmpty() ? Optional.empty() : pair.merge(folded.getLast(), next);
            if (merged.isPresent()) {
                folded.set(folded.size() - 1, merged.get());
            } else {
                folded.add(next);
            }
        }
        return folded;
    }

    private static Optional<Filter> version6(Filter left, Filter right) {
        Filter nextHeaderIsTcp = new Filter.ByteTest(Layer.IP6, NEXT_HEADER, 1, 255, Comparison.EQUAL, 6);
        if (left.equals(nextHeaderIsTcp)
                && right
                        instanceof Filter.ByteTest(var layer, var offset, var size, var mask, var comparison, var value)
                && layer == Layer.IP6
                && offset == FLAGS_BEHIND_FIXED_HEADER
                && size == 1
                && mask > 0
                && value <= 255
                && (comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL)) {
            return Optional.of(new Filter.TcpFlags(Families.IPV6, (int) mask, comparison, (int) value));
        }
        return Optional.empty();
    }

    private static Optional<Filter> bothVersions(Filter left, Filter right) {
        if (left instanceof Filter.TcpFlags four
                && right instanceof Filter.TcpFlags six
                && four.families() == Families.IPV4
                && six.families() == Families.IPV6
                && four.mask() == six.mask()
                && four.comparison() == six.comparison()
                && four.value() == six.value()) {
            return Optional.of(new Filter.TcpFlags(Families.BOTH, four.mask(), four.comparison(), four.value()));
        }
        return Optional.empty();
    }
}
