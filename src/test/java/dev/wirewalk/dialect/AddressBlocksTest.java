package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.filter.HeaderField;
import java.util.List;
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

    private static List<String> blocks(String low, String high) {
        return AddressBlocks.of(HeaderField.SOURCE.range(
                        IpAddress.parse(low).orElseThrow(),
                        IpAddress.parse(high).orElseThrow()))
                .stream()
                .map(IpPrefix::toString)
                .toList();
    }
}
