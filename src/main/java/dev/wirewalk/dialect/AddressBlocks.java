package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.IpVersion;
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
        int behind = Math.min(zerosAtTheEnd(from), from.version().bits());
        while (behind > 0 && isBeyond(from, behind, last)) {
            behind--;
        }
        return new IpPrefix(from, from.version().bits() - behind);
    }

    private static int zerosAtTheEnd(IpAddress address) {
        return address.low() == 0
                ? 64 + Long.numberOfTrailingZeros(address.high())
                : Long.numberOfTrailingZeros(address.low());
    }

    /** Whether the last address of the prefix with so many bits behind it comes after {@code last}. */
    private static boolean isBeyond(IpAddress from, int behind, IpAddress last) {
        long high = from.high() | ones(behind - 64);
        int byHigh = Long.compareUnsigned(high, last.high());
        return byHigh != 0 ? byHigh > 0 : Long.compareUnsigned(from.low() | ones(behind), last.low()) > 0;
    }

    private static long ones(int count) {
        return count <= 0 ? 0 : count >= 64 ? -1L : (1L << count) - 1;
    }

    /** The smallest prefix around two addresses of one family. */
    static IpPrefix around(IpAddress first, IpAddress last) {
        int alike = Long.numberOfLeadingZeros(first.high() ^ last.high());
        int low = Long.numberOfLeadingZeros(first.low() ^ last.low());
        int length = first.version() == IpVersion.V4 ? low - 32 : alike < 64 ? alike : 64 + low;
        return IpPrefix.around(first, length);
    }
}
