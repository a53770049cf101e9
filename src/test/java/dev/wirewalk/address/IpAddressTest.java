package dev.wirewalk.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    @ParameterizedTest
    @CsvSource({
        "10.20.30.40, 10.20.30.40",
        "255.255.255.255, 255.255.255.255",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "::, ::",
        "::1, ::1",
        "fe80::, fe80::",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "::ffff:10.0.0.1, ::ffff:a00:1",
    })
    void readsAndWritesTheCanonicalForm(String text, String canonical) {
        assertThat(IpAddress.parse(text).orElseThrow()).hasToString(canonical);
        assertThat(IpAddress.parse(canonical)).isEqualTo(IpAddress.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "10.1.2",
                "10.0.0.256",
                "010.0.0.1",
                "1.2.3.4.5",
                "10.0.0.1 ",
                "fe80::1%eth0",
                "::1::",
                "12345::",
                "localhost",
                "10.0.0.1; reload",
                "::ffff:1.2.3.4.5",
                ":"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @Test
    void prefixesKnowTheirEnds() {
        IpPrefix net = IpPrefix.around(IpAddress.parse("10.9.8.7").orElseThrow(), 20);
        assertThat(net).hasToString("10.9.0.0/20");
        assertThat(net.last()).hasToString("10.9.15.255");
        assertThat(net.netmask()).hasToString("255.255.240.0");
        IpPrefix six = IpPrefix.around(IpAddress.parse("2001:db8:1:2:3::1").orElseThrow(), 65);
        assertThat(six).hasToString("2001:db8:1:2::/65");
        assertThat(six.last()).hasToString("2001:db8:1:2:7fff:ffff:ffff:ffff");
        assertThat(six.contains(IpAddress.parse("2001:db8:1:2:8000::").orElseThrow()))
                .isFalse();
    }

    @Test
    void prefixesRefuseBitsBehindTheirLength() {
        assertThatThrownBy(() -> new IpPrefix(IpAddress.v4(0x0A000001L), 24)).hasMessageContaining("behind its prefix");
    }

    @Test
    void neighboursCarryOverTheHalves() {
        assertThat(IpAddress.v6(0, -1L).next()).isEqualTo(IpAddress.v6(1, 0));
        assertThat(IpAddress.v6(1, 0).previous()).isEqualTo(IpAddress.v6(0, -1L));
        assertThat(IpAddress.v4(0xFFFF_FFFFL).next()).isEqualTo(IpAddress.v4(0));
    }
}
