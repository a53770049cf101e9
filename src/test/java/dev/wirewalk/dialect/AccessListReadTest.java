package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of access lists and match clauses read back as filters, against hand-written ones and against the device. */
class AccessListReadTest {
    private static final Map<String, Integer> LIMITS = Map.of("match-clauses", 3, "access-list-lines", 200);
    private static final List<TestPacket> PACKETS = RandomPackets.some(91, 4000);

    @ParameterizedTest
    @ValueSource(strings = {"9.20", "9.9", "8.4"})
    void whatIsWrittenReadsAsTheDeviceTakesIt(String version) throws UnreadableTextException {
        DialectSettings settings = settings(version);
        AsaEvaluator device = new AsaEvaluator(version);
        int runs = 0;
        for (Filter filter : RandomFilters.some(92, 400)) {
            for (Run run : new AccessList().render(filter, settings).runs()) {
                Filter read = new AccessList().read(run, settings);
                runs++;
                for (TestPacket packet : PACKETS.subList(0, 400)) {
                    assertThat(FilterMeaning.matches(read, packet))
                            .as("%s%nread as %s%nfor %s", run, FilterPrinter.print(read), packet)
                            .isEqualTo(device.selects(run, packet));
                }
            }
        }
        assertThat(runs).isGreaterThan(300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "match | ip host 10.1.1.1 any | ip host 10.1.1.1",
                "match | ip any any | ip",
                "match | ip any any6 | error",
                "match | ip any6 any6 | ip6",
                "match | ip any4 any4 | ip",
                "match | tcp host 10.1.1.1 host 10.2.2.2 eq 443 | (src 10.1.1.1 and dst 10.2.2.2 and tcp dst port 443) or (dst 10.1.1.1 and src 10.2.2.2 and tcp src port 443)",
                "match | tcp any any eq www | ip and tcp port 80",
                "match | udp any any eq domain | ip and udp port 53",
                "match | tcp any eq https any | ip and tcp port 443",
                "match | tcp host 10.1.1.1 host 10.2.2.2 | tcp and host 10.1.1.1 and host 10.2.2.2",
                "match | icmp any any | ip and icmp",
                "match | udp 10.1.0.0 255.255.0.0 range 16384 32767 10.2.0.0 255.255.0.0 | (udp src portrange 16384-32767 and src net 10.1.0.0/16 and dst net 10.2.0.0/16) or (udp dst portrange 16384-32767 and dst net 10.1.0.0/16 and src net 10.2.0.0/16)",
                "match | ip host 10.1.1.1 any / tcp any any eq ssh | (ip host 10.1.1.1) or (ip and tcp port 22)",
                "match | TCP Any4 any4 EQ 443 | ip and tcp port 443",
                "match | ip 2001:db8::/32 any6 | net 2001:db8::/32",
                "match | icmp any any echo | error",
                "match | tcp any object WEB eq 80 | error",
                "access-list | permit tcp host 10.1.1.1 host 10.2.2.2 eq 443 | src host 10.1.1.1 and dst host 10.2.2.2 and tcp dst port 443",
                "access-list | permit ip any any | ip or ip6",
                "access-list | permit ip any4 any4 | ip",
                "access-list | permit tcp any any | tcp",
                "access-list | permit udp any any eq snmp log | udp dst port 161",
                "access-list | permit udp any any eq 161 log warnings interval 300 | udp dst port 161",
                "access-list | permit udp any any eq 161 time-range NIGHT | udp dst port 161",
                "access-list | permit tcp any any neq 80 | tcp dst port 0 or tcp dst portrange 1-79 or tcp dst portrange 81-65535",
                "access-list | permit tcp any lt 1024 any gt 1023 | tcp src portrange 0-1023 and tcp dst portrange 1024-65535",
                "access-list | permit icmp any any echo | icmp[icmptype] == 8",
                "access-list | permit icmp any any unreachable 4 | icmp[icmptype] == 3 and icmp[icmpcode] == 4",
                "access-list | permit icmp host 10.1.1.1 any 8 0 | src host 10.1.1.1 and icmp[icmptype] == 8 and icmp[icmpcode] == 0",
                "access-list | permit icmp6 any6 any6 neighbor-solicitation | icmp6[icmp6type] == 135",
                "access-list | permit ospf any any | proto 89",
                "access-list | permit 47 any any | proto 47",
                "access-list | permit esp 10.0.0.0 255.0.0.0 any | src net 10.0.0.0/8 and proto 50",
                "access-list | permit sctp any any eq 53 | sctp dst port 53",
                "access-list | deny ip host 10.9.9.9 any / permit ip 10.0.0.0 255.0.0.0 any | ip and src net 10.0.0.0/8 and not src host 10.9.9.9",
                "access-list | permit tcp any any eq 22 / deny tcp any any / permit ip any4 any4 | tcp dst port 22 or (ip and not tcp)",
                "access-list | permit tcp any any eq 22 inactive / permit udp any any | udp",
                "access-list | permit ip 2001:db8::/32 any6 | src net 2001:db8::/32",
                "access-list | permit tcp host 2001:db8::1 any6 eq 443 | src host 2001:db8::1 and tcp dst port 443",
                "access-list | permit ip 10.1.1.0 0.0.0.255 any | error",
                "access-list | permit ip 10.1.1.1 255.255.255.0 any | error",
                "access-list | permit tcp object-group NETS any eq 80 | error",
                "access-list | deny ip any any | error",
                "access-list | permit tcp any any eq isakmp | error",
                "access-list | permit tcp any any range 90 80 | error",
                "access-list | permit icmp any any eq 8 | error",
                "access-list | tcp any any | error",
                "access-list | permit ip host 10.1.1.1 | error",
                "access-list | permit ip host 10.1.1.1 host 2001:db8::1 | error",
                "ethernet-type | arp | arp",
                "ethernet-type | IP6 | ip6",
                "ethernet-type | 0x0806 | arp",
                "ethernet-type | rarp | rarp",
                "ethernet-type | 34525 | ip6",
                "ethernet-type | ipx | error",
                "everything | | "
            })
    void handWrittenLinesMeanWhatTheManualSays(String form, String text, String expected) throws Exception {
        List<String> pieces = text == null ? List.of() : Arrays.asList(text.split(" / "));
        Run run = new Run(form, pieces);
        if ("error".equals(expected)) {
            assertThatThrownBy(() -> new AccessList().read(run, settings("9.20")))
                    .isInstanceOf(UnreadableTextException.class)
                    .hasMessageNotContaining("null");
            return;
        }
        Filter read = new AccessList().read(run, settings("9.20"));
        Filter wanted = FilterParser.parse(expected == null ? "" : expected);
        for (TestPacket packet : PACKETS) {
            assertThat(FilterMeaning.matches(read, packet))
                    .as("%s%nread as %s%nfor %s", run, FilterPrinter.print(read), packet)
                    .isEqualTo(FilterMeaning.matches(wanted, packet));
        }
    }

    @Test
    void aProblemStandsAtItsWord() {
        Run run = new Run("access-list", List.of("permit ip any any", "permit tcp any object-group WEB eq 80"));
        assertThatThrownBy(() -> new AccessList().read(run, settings("9.20")))
                .isInstanceOfSatisfying(UnreadableTextException.class, problem -> {
                    assertThat(problem.piece()).isEqualTo(1);
                    assertThat(problem.column()).isEqualTo(16);
                })
                .hasMessageContaining("object-group")
                .hasMessageContaining("addresses");
    }

    @Test
    void anyIsOfIpv4AloneInOldLists() throws Exception {
        Run run = new Run("access-list", List.of("permit tcp any any eq 80"));
        assertThat(FilterPrinter.print(new AccessList().read(run, settings("8.4"))))
                .isEqualTo("ip and tcp dst port 80");
        assertThat(FilterPrinter.print(new AccessList().read(run, settings("9.1"))))
                .isEqualTo("tcp dst port 80");
    }

    private static DialectSettings settings(String version) {
        return new DialectSettings(version, Set.of(Network.IPV4, Network.IPV6), LIMITS);
    }
}
