package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What display filters look like, and what typed ones mean. */
class DisplayFilterTest {
    private static final DialectSettings SETTINGS = DisplayFilterJudgeTest.settings("4.4");
    private final DisplayFilter dialect = new DisplayFilter();

    private String written(String filter) throws Exception {
        Rendering rendering = dialect.render(FilterParser.parse(filter), SETTINGS);
        assertThat(rendering.coverage()).isEqualTo(Coverage.EXACT);
        return String.join("", rendering.runs().getFirst().filter());
    }

    @Test
    void oneDirectionOfOneConversation() throws Exception {
        assertThat(written("src host 10.1.1.1 and dst host 10.2.2.2 and tcp dst port 443"))
                .isEqualTo("frame.protocols matches \"^[^:]+(:ethertype)?:ip(:|$)\" and ip.src#1 == 10.1.1.1"
                        + " and ip.dst#1 == 10.2.2.2 and ip.proto#1 == 6 and ip.frag_offset#1 == 0"
                        + " and (tcp.dstport#1 == 443 or (!tcp and data[2:2] == 01:bb))");
    }

    @Test
    void negationsAreNeverUnequalities() throws Exception {
        for (Filter filter : RandomFilters.some(81, 500)) {
            String text =
                    dialect.render(filter, SETTINGS).runs().getFirst().filter().toString();
            assertThat(text).doesNotContain("!=").doesNotContain(" not ");
        }
        assertThat(written("not ip")).isEqualTo("!(frame.protocols matches \"^[^:]+(:ethertype)?:ip(:|$)\")");
    }

    @Test
    void everythingAndNothing() throws Exception {
        assertThat(written("")).isEmpty();
        assertThat(written("tcp and udp")).isEqualTo("!frame");
    }

    @Test
    void portsOfOneKindAreOneSet() throws Exception {
        assertThat(written("ip6 and (tcp port 80 or tcp portrange 8000-8080)"))
                .endsWith(" and ipv6.nxt#1 == 6 and tcp.port#1 in {80, 8000..8080}");
    }

    @Test
    void numbersOfTheHeaderGoByName() throws Exception {
        assertThat(written("ip[8] < 5")).endsWith("ip.ttl#1 < 5");
        assertThat(written("ip[6:2] & 0x1fff != 0")).endsWith("!(ip.frag_offset#1 == 0)");
        assertThat(written("ip[6:2] & 0x1fff == 3")).endsWith("ip#1[6:2] & 1f:ff == 00:03");
    }

    @Test
    void aTagStandsBesideWhatIsBehindIt() throws Exception {
        assertThat(written("vlan 100 and arp"))
                .isEqualTo("((eth.type#1 == 0x8100 and vlan.id#1 == 100)"
                        + " or ((eth.type#1 == 0x88a8 or eth.type#1 == 0x9100) and frame[14:2] & 0f:ff == 00:64))"
                        + " and frame[16:2] == 08:06");
        assertThat(written("ether host 02:00:00:00:00:01 and less 100"))
                .isEqualTo("eth.addr#1 == 02:00:00:00:00:01 and frame.len <= 100");
    }

    @Test
    void whatIsWrittenOfAFrameReadsBackTheSame() throws Exception {
        List<TestPacket> packets = RandomPackets.whole(85, 400);
        int read = 0;
        for (Filter filter : RandomFilters.whole(84, 600)) {
            Rendering rendering = dialect.render(filter, SETTINGS);
            boolean deeper = rendering.toString().contains("frame[2")
                    || rendering.toString().contains("frame[18");
            if (rendering.coverage() == Coverage.EXACT && !deeper) {
                Filter back = readBack(rendering);
                assertThat(packets.stream()
                                .filter(packet ->
                                        FilterMeaning.matches(back, packet) != FilterMeaning.matches(filter, packet)))
                        .as("%s%n%s%n%s", FilterPrinter.print(filter), rendering, FilterPrinter.print(back))
                        .isEmpty();
                read++;
            }
        }
        assertThat(read).isGreaterThan(300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ip.addr==10.1.1.1 && tcp.port==443 | ip and host 10.1.1.1 and tcp port 443",
                "ip.src eq 10.0.0.0/8 or udp.dstport in {53 5000..5010} | (ip and src net 10.0.0.0/8) or udp dst port 53 or udp dst portrange 5000-5010",
                "tcp or udp and tcp.port==443 | tcp or (udp and tcp port 443)",
                "not arp and !(ip.addr == 10.9.9.9) | not (arp or rarp) and not (ip and host 10.9.9.9)",
                "ip.addr != 10.1.1.1 | ip and not host 10.1.1.1",
                "tcp.flags.syn==1 && tcp.flags.ack==0 | tcp[13] & 18 == 2 or (ip6[6] == 6 and ip6[53] & 18 == 2)",
                "tcp.flags & 0x02 | tcp[13] & 2 != 0 or (ip6[6] == 6 and ip6[53] & 2 != 0)",
                "icmp.type == 8 | icmp[icmptype] == 8",
                "ip.proto == 47 | ip proto 47",
                "tcp.dstport >= 1024 | tcp dst portrange 1024-65535",
                "ip.src in {10.1.1.1..10.1.1.2} | ip and (src host 10.1.1.1 or src host 10.1.1.2)",
                "ip.ttl < 5 | ip[8] < 5",
                "ip[9:1] == 06 | ip proto 6",
                "ip.dsfield.dscp == 46 | ip[1] & 0xfc == 184",
                "eth.type == 0x0806 | arp",
                "eth.src == 02:00:00:00:00:01 and frame.len >= 100 | ether src 02:00:00:00:00:01 and greater 100",
                "vlan.id == 100 and ip.addr == 10.1.1.1 | vlan 100 and ip and host 10.1.1.1",
                "tcp && vlan.id in {100, 200} | {vlan 100 and tcp} or {vlan 200 and tcp}",
                "vlan or arp | arp or rarp or vlan",
                "eth.type == 0x88cc or eth.addr == 02:00:00:00:00:02 | ether proto 0x88cc or ether host 02:00:00:00:00:02",
            })
    void isReadAsItIsTyped(String typed, String meaning) throws Exception {
        Filter read = read(typed, "4.4");
        Filter meant = FilterParser.parse(meaning);
        assertThat(differing(read, meant)).isEmpty();
        assertThat(RandomPackets.whole(86, 400))
                .allMatch(packet -> FilterMeaning.matches(read, packet) == FilterMeaning.matches(meant, packet));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dns | 1 | give the port, such as udp.port == 53",
                "ip.addr == 10.1.1.1 and http.request | 25 | not a header; give the port, such as tcp.port == 80",
                "ip.src_host == \"a.example\" | 1 | no field of the headers",
                "ip.addr == server | 12 | an IPv4 address stands here, no name",
                "tcp.port == http | 13 | a number up to 65535 stands here, no name",
                "tcp.port == 70000 | 13 | a number up to 65535",
                "host 10.1.1.1 | 1 | no field of the headers",
                "tcp.port = 80 | 10 | '=' is not read",
                "(tcp.port == 80 | 16 | expected ')'",
                "tcp.port == 80) | 15 | closes no bracket",
                "tcp udp | 5 | expected 'and' or 'or'",
                "ip.addr#2 == 10.1.1.1 | 1 | only the outermost header",
                "tcp.port == 80 or (!tcp and data[2:2] == 00:51) | 19 | bytes of the payload",
                "(vlan.id == 5 or arp) and ip.addr == 10.1.1.1 | 1 | only the outermost VLAN tag",
                "vlan.id == 5 and vlan.id == 6 | 1 | only the outermost VLAN tag",
                "vlan.id == 4096 | 12 | a number up to 4095",
                "eth.dst == server | 12 | a MAC address stands here",
                "frame[20:2] == 08:00 | 1 | the bytes up to the end of its first VLAN tag",
                "frame matches \"x\" | 7 | expected 'and' or 'or'",
            })
    void whatItCannotTellIsRefusedWithItsPlace(String typed, int column, String message) {
        UnreadableTextException refused = catchThrowableOfType(UnreadableTextException.class, () -> read(typed, "4.4"));
        assertThat(refused).as(typed).hasMessageContaining(message);
        assertThat(refused.column()).isEqualTo(column);
    }

    @Test
    void unequalMeantSomethingElseBeforeRelease4() throws Exception {
        assertThat(catchThrowableOfType(UnreadableTextException.class, () -> read("ip.addr != 10.1.1.1", "3.6")))
                .hasMessageContaining("write !(");
        assertThat(differing(read("ip.src != 10.1.1.1", "3.6"), FilterParser.parse("ip and not src host 10.1.1.1")))
                .isEmpty();
    }

    @Test
    void whatIsWrittenReadsBackTheSame() throws Exception {
        for (Filter filter : RandomFilters.some(82, 400)) {
            Rendering rendering = dialect.render(filter, SETTINGS);
            if (rendering.coverage() == Coverage.EXACT) {
                Filter back = readBack(rendering);
                assertThat(differing(back, filter))
                        .as("%s%n%s%n%s", FilterPrinter.print(filter), rendering, FilterPrinter.print(back))
                        .isEmpty();
            }
        }
    }

    private Filter readBack(Rendering rendering) {
        try {
            return dialect.read(rendering.runs().getFirst(), SETTINGS);
        } catch (UnreadableTextException e) {
            throw new AssertionError("at " + e.column() + " of " + rendering, e);
        }
    }

    private Filter read(String text, String version) throws UnreadableTextException {
        return dialect.read(new Run("expression", List.of(text)), DisplayFilterJudgeTest.settings(version));
    }

    private static List<TestPacket> differing(Filter one, Filter other) {
        return RandomPackets.some(83, 400).stream()
                .filter(packet -> FilterMeaning.matches(one, packet) != FilterMeaning.matches(other, packet))
                .limit(1)
                .toList();
    }
}
