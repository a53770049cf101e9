package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.filter.FieldValues;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes sets of addresses as the fewest prefixes that hold exactly these; an absent address has none. */
final class AddressBlocks {
    private AddressBlocks() {}

    static List<IpPrefix> of(FieldValues<IpAddress> addresses) {
        List<IpPrefix> blocks = new ArrayList<>();
        addresses.ranges().stream().flatMap(AddressBlocks::byFamily).forEach(range -> cover(range, blocks));
        return blocks;
    }

    /** The prefixes of one range within a family, both ends included. */
    static List<IpPrefix> between(IpAddress first, IpAddress last) {
        List<IpPrefix> blocks = new ArrayList<>();
        cover(new FieldValues.Range<>(first, last), blocks);
        return blocks;
    }

    /** A range may run from one family into the other, which no prefix does. */
    private static Stream<FieldValues.Range<IpAddress>> byFamily(FieldValues.Range<IpAddress> range) {
        if (range.low().version() == range.high().version()) {
            return Stream.of(range);
        }
        return Stream.of(
                new FieldValues.Range<>(range.low(), IpAddress.v4(-1)),
                new FieldValues.Range<>(IpAddress.v6(0, 0), range.high()));
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
