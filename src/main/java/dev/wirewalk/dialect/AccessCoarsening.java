package dev.wirewalk.dialect;

import static dev.wirewalk.filter.HeaderField.DESTINATION;
import static dev.wirewalk.filter.HeaderField.DESTINATION_PORT;
import static dev.wirewalk.filter.HeaderField.SOURCE;
import static dev.wirewalk.filter.HeaderField.SOURCE_PORT;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Box;
import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.FieldValues.Range;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.RuleList.Rule;
import dev.wirewalk.filter.RuleList.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rules that take fewer lines and select more: in permissions, neighbouring addresses become the network around them and
 * neighbouring ports the range from the first to the last; long denials are left out.
 */
final class AccessCoarsening {
    /** How many networks or port ranges are left to one end of a rule; after 1 there is no coarser list of this kind. */
    private static final List<Integer> STEPS = List.of(64, 32, 16, 8, 4, 2, 1);

    private AccessCoarsening() {}

    /** The finest coarsening that takes at most {@code lines} lines; the coarsest when none does. Ports go before networks. */
    static Rules within(int lines, Rules rules) {
        Rules result = rules;
        for (int networks : STEPS) {
            for (int ranges : List.of(networks, 1)) {
                result = coarser(rules, networks, ranges);
                if (AccessEntries.count(result) <= lines) {
                    return result;
                }
            }
        }
        return result;
    }

    private static Rules coarser(Rules rules, int networks, int ranges) {
        return new Rules(rules.rules().stream()
                        .filter(rule -> rule.permit() || AccessEntries.count(new Rules(List.of(rule))) <= networks)
                        .map(rule -> rule.permit() ? new Rule(true, coarser(rule.box(), networks, ranges)) : rule)
                        .toList())
                .shortened();
    }

    private static Box coarser(Box box, int networks, int ranges) {
        Box wider = replaced(box, SOURCE, fewerNetworks(box.values(SOURCE), networks));
        wider = replaced(wider, DESTINATION, fewerNetworks(wider.values(DESTINATION), networks));
        wider = replaced(wider, SOURCE_PORT, fewerRanges(wider.values(SOURCE_PORT), ranges));
        return replaced(wider, DESTINATION_PORT, fewerRanges(wider.values(DESTINATION_PORT), ranges));
    }

    private static <T extends Comparable<T>> Box replaced(Box box, HeaderField<T> field, FieldValues<T> larger) {
        return box.values(field).equals(larger)
                ? box
                : box.widened(Set.of(field)).with(field, larger).orElseThrow();
    }

    private static FieldValues<IpAddress> fewerNetworks(FieldValues<IpAddress> addresses, int most) {
        List<IpPrefix> blocks = new ArrayList<>(AddressBlocks.of(addresses));
        if (blocks.size() <= most) {
            return addresses;
        }
        while (blocks.size() > most && joinNarrowest(blocks)) {
            // each pass joins one pair
        }
        List<Range<IpAddress>> ranges = new ArrayList<>(addresses.ranges());
        blocks.forEach(block -> ranges.add(new Range<>(block.first(), block.last())));
        return new FieldValues<>(addresses.line(), addresses.absent(), ranges);
    }

    /** Joins the neighbours whose common network is the smallest; false when no two are of one family. */
    private static boolean joinNarrowest(List<IpPrefix> blocks) {
        int at = -1;
        int longest = -1;
        for (int i = 0; i + 1 < blocks.size(); i++) {
            if (blocks.get(i).version() == blocks.get(i + 1).version()) {
                int length = common(blocks.get(i), blocks.get(i + 1));
                if (length > longest) {
                    longest = length;
                    at = i;
                }
            }
        }
        if (at < 0) {
            return false;
        }
        IpPrefix joined = around(blocks.get(at), blocks.get(at + 1));
        blocks.removeIf(joined::contains);
        blocks.add(at, joined);
        return true;
    }

    private static IpPrefix around(IpPrefix one, IpPrefix other) {
        return IpPrefix.around(one.network(), common(one, other));
    }

    /** How many leading bits the two have in common; both are of one family. */
    private static int common(IpPrefix one, IpPrefix other) {
        int high =
                Long.numberOfLeadingZeros(one.network().high() ^ other.network().high());
        int low =
                Long.numberOfLeadingZeros(one.network().low() ^ other.network().low());
        int equal = one.version() == IpVersion.V4 ? low - Integer.SIZE : high < Long.SIZE ? high : high + low;
        return Math.min(equal, Math.min(one.length(), other.length()));
    }

    private static FieldValues<Integer> fewerRanges(FieldValues<Integer> ports, int most) {
        List<Range<Integer>> ranges = new ArrayList<>(ports.ranges());
        while (ranges.size() > most) {
            int at = 0;
            for (int i = 1; i + 1 < ranges.size(); i++) {
                if (gapAfter(ranges, i) < gapAfter(ranges, at)) {
                    at = i;
                }
            }
            Range<Integer> next = ranges.remove(at + 1);
            ranges.set(at, new Range<>(ranges.get(at).low(), next.high()));
        }
        return new FieldValues<>(ports.line(), ports.absent(), ranges);
    }

    private static int gapAfter(List<Range<Integer>> ranges, int index) {
        return ranges.get(index + 1).low() - ranges.get(index).high();
    }
}
