package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.filter.FieldValues;
import java.util.ArrayList;
import java.util.List;

/** Writes sets of addresses of one family as the fewest prefixes that hold exactly these. */
final class AddressBlocks {
    private AddressBlocks() {}

    static List<IpPrefix> of(FieldValues<IpAddress> addresses) {
        List<IpPrefix> blocks = new ArrayList<>();
        addresses.ranges().forEach(range -> cover(range, blocks));
        return blocks;
    }

    private static void cover(FieldValues.Range<IpAddress> range, List<IpPrefix> blocks) {
        IpAddress from = range.low();
        while (true) {
            IpPrefix block = largestFrom(from, range.high());
            blocks.add(block);
            if (block.last().equals(range.high())) {
                return;
            }
            from = block.last().next();
        }
    }

    /** The largest prefix that starts at {@code from} and does not reach beyond {@code last}. */
    private static IpPrefix largestFrom(IpAddress from, IpAddress last) {
        IpPrefix block = IpPrefix.of(from);
        while (block.length() > 0) {
            IpPrefix wider = IpPrefix.around(from, block.length() - 1);
            if (!wider.first().equals(from) || wider.last().compareTo(last) > 0) {
                return block;
            }
            block = wider;
        }
        return block;
    }
}
