package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.HeaderField;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressBlocksTest {
    @Test
    void aRangeThatIsNoPrefixIsCutIntoTheFewest() {
        assertThat(blocks("10.0.0.1", "10.0.0.10"))
                .containsExactly("10.0.0.1/32", "10.0.0.2/31", "10.0.0.4/30", "10.0.0.8/31", "10.0.0.10/32");
        assertThat(blocks("10.0.0.0", "10.255.255.255")).containsExactly("10.0.0.0/8");
        assertThat(blocks("2001:db8::1", "2001:db8::4"))
                .containsExactly("2001:db8::1/128", "2001:db8::2/127", "2001:db8::4/128");
    }

    @Test
    void bothEndsOfAFamilyAreReachedAndNeitherIsLeft() {
        assertThat(blocks("0.0.0.0", "255.255.255.255")).containsExactly("0.0.0.0/0");
        assertThat(blocks("255.255.255.254", "255.255.255.255")).containsExactly("255.255.255.254/31");
        assertThat(blocks("0.0.0.0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")).containsExactly("0.0.0.0/0", "::/0");
    }

    @Test
    void theBlocksOfAnyRangeAreItAndNoneCouldBeLarger() {
        Random random = new Random(77);
        for (int round = 0; round < 2_000; round++) {
            IpAddress one = some(random);
            IpAddress other = near(one, random);
            IpAddress first = one.compareTo(other) <= 0 ? one : other;
            IpAddress last = one.compareTo(other) <= 0 ? other : one;
            List<IpPrefix> blocks = AddressBlocks.between(first, last);
            IpAddress next = first;
            for (IpPrefix block : blocks) {
                assertThat(block.first()).as("%s to %s", first, last).isEqualTo(next);
                next = block.last().next();
                IpPrefix wider = IpPrefix.around(block.first(), Math.max(0, block.length() - 1));
                boolean room =
                        wider.first().equals(block.first()) && wider.last().compareTo(last) <= 0;
                assertThat(room && block.length() > 0)
                        .as("%s of %s to %s", block, first, last)
                        .isFalse();
            }
            assertThat(blocks.getLast().last()).isEqualTo(last);
        }
    }

    @Test
    void thePrefixAroundTwoAddressesHoldsBothAndNoHalfOfItDoes() {
        Random random = new Random(78);
        for (int round = 0; round < 2_000; round++) {
            IpAddress one = some(random);
            IpAddress other = near(one, random);
            IpPrefix around = AddressBlocks.around(one, other);
            assertThat(around.contains(one) && around.contains(other))
                    .as("%s around %s and %s", around, one, other)
                    .isTrue();
            if (around.length() < one.version().bits()) {
                IpPrefix half = IpPrefix.around(one, around.length() + 1);
                assertThat(half.contains(other)).as("%s has %s", half, other).isFalse();
            }
        }
    }

    private static IpAddress some(Random random) {
        return random.nextBoolean()
                ? IpAddress.v4(random.nextLong() & -1L << random.nextInt(33))
                : IpAddress.v6(random.nextLong(), random.nextBoolean() ? 0 : random.nextLong());
    }

    /** Another address of the family that differs in so many of the last bits. */
    private static IpAddress near(IpAddress one, Random random) {
        int bits = random.nextInt(1 + one.version().bits());
        long low = one.low() ^ (bits >= 64 ? random.nextLong() : random.nextLong() & (1L << bits) - 1);
        return one.version() == IpVersion.V4
                ? IpAddress.v4(low)
                : IpAddress.v6(one.high() ^ (bits > 64 ? random.nextLong() >>> 128 - bits : 0), low);
    }

    private static List<String> blocks(String low, String high) {
        return AddressBlocks.of(HeaderField.SOURCE.range(
                        IpAddress.parse(low).orElseThrow(),
                        IpAddress.parse(high).orElseThrow()))
                .stream()
                .map(IpPrefix::toString)
                .toList();
    }
}
