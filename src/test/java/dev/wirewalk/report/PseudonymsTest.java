package dev.wirewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.address.MacAddress;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {
    private final Pseudonyms pseudonyms =
            Pseudonyms.keyed(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});

    @Test
    void twoAddressesShareAsManyBitsAsTheirPseudonyms() {
        Random random = new Random(3);
        for (int i = 0; i < 4_000; i++) {
            boolean four = i % 2 == 0;
            int bits = four ? 32 : 128;
            IpAddress one = four ? IpAddress.v4(random.nextLong()) : IpAddress.v6(random.nextLong(), random.nextLong());
            int shared = random.nextInt(bits);
            IpAddress other = flipped(one, shared, random);
            if (!group(one) && !group(other)) {
                assertThat(shared(pseudonyms.of(one), pseudonyms.of(other), bits))
                        .isEqualTo(shared(one, other, bits));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "127.0.0.1",
                "224.0.0.251",
                "239.1.2.3",
                "255.255.255.255",
                "::",
                "::1",
                "ff02::1",
                "ff02::fb"
            })
    void addressesOfNobodyStay(String address) {
        assertThat(pseudonyms.of(IpAddress.parse(address).orElseThrow())).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource({"10.1.2.3, 10.", "192.168.7.9, 192.168.", "169.254.3.4, 169.254.", "fe80::1234:5678, fe80:"})
    void theKindOfAnAddressStays(String address, String prefix) {
        assertThat(pseudonyms.of(IpAddress.parse(address).orElseThrow()).toString())
                .startsWith(prefix)
                .isNotEqualTo(address);
    }

    @Test
    void hardwareAddressesDifferAndKeepTheirKind() {
        Set<MacAddress> others = new HashSet<>();
        for (long i = 0; i < 2_000; i++) {
            MacAddress mac = new MacAddress(0x001B_2100_0000L + i);
            MacAddress other = pseudonyms.of(mac);
            assertThat(other.bits() >>> 40 & 3).isZero();
            assertThat(other).isNotEqualTo(mac);
            others.add(other);
        }
        assertThat(others).hasSize(2_000);
        assertThat(pseudonyms.of(MacAddress.BROADCAST)).isEqualTo(MacAddress.BROADCAST);
    }

    @Test
    void theGroupOfANodeDoesNotTellItsAddress() {
        IpAddress group = IpAddress.parse("ff02::1:ff12:3456").orElseThrow();
        IpAddress other = pseudonyms.of(group);
        assertThat(other.toString()).startsWith("ff02::1:ff").isNotEqualTo(group.toString());
        assertThat(pseudonyms.of(new MacAddress(0x3333_FF12_3456L)).bits() & 0xFF_FFFF)
                .isEqualTo(other.low() & 0xFF_FFFF);
    }

    @Test
    void anotherKeyGivesOthers() {
        IpAddress address = IpAddress.parse("198.51.100.7").orElseThrow();
        assertThat(Pseudonyms.fresh().of(address))
                .isNotEqualTo(Pseudonyms.fresh().of(address));
        assertThat(pseudonyms.of(address)).isEqualTo(pseudonyms.of(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "198.51.100.7:443 > 203.0.113.9:80.",
                "client_198.51.100.7.pcap",
                "de198.51.100.7",
                "net198.51.100.7x",
                "[2001:db8::7]:443 and 2001:db8::7",
                "ARP 198.51.100.7 is at 00:1b:17:a1:aa:df",
                "host 001b.17a1.aadf or 00-1B-17-A1-AA-DF",
                "1.198.51.100.7",
                "198.51.100.7/32,203.0.113.9",
            })
    void noAddressStaysInAText(String text) {
        assertThat(pseudonyms.text(text))
                .doesNotContain(
                        "198.51.100.7", "203.0.113.9", "2001:db8::7", "00:1b:17:a1:aa:df", "001b.17a1.aadf", "00-1B");
    }

    @Test
    void textsNameTheSamePseudonyms() {
        IpAddress address = IpAddress.parse("198.51.100.7").orElseThrow();
        assertThat(pseudonyms.text("tcp.port == 80 && ip.addr == 198.51.100.7, at 10:01:12.345 on 2026-11-21"))
                .isEqualTo(
                        "tcp.port == 80 && ip.addr == " + pseudonyms.of(address) + ", at 10:01:12.345 on 2026-11-21");
    }

    @Test
    void aNetworkStaysANetwork() {
        assertThat(pseudonyms.text("198.51.100.0/24")).endsWith(".0/24").doesNotStartWith("198.51.100");
    }

    private static boolean group(IpAddress address) {
        return address.version() == IpVersion.V6 && address.high() >>> 56 == 0xFF;
    }

    /** The same first bits, the next one different, anything behind. */
    private static IpAddress flipped(IpAddress one, int at, Random random) {
        boolean four = one.version() == IpVersion.V4;
        int behind = (four ? 32 : 128) - 1 - at;
        long low =
                one.low() ^ (behind < 64 ? 1L << behind | random.nextLong() & (1L << behind) - 1 : random.nextLong());
        long high = behind >= 64
                ? one.high() ^ (1L << behind - 64 | random.nextLong() & (1L << behind - 64) - 1)
                : one.high();
        return four ? IpAddress.v4(low) : IpAddress.v6(high, low);
    }

    private static int shared(IpAddress one, IpAddress other, int bits) {
        long high = one.high() ^ other.high();
        long low = one.low() ^ other.low();
        int leading = high != 0 ? Long.numberOfLeadingZeros(high) : 64 + Long.numberOfLeadingZeros(low);
        return leading - (128 - bits);
    }
}
