package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One made-up packet for each flow that a filter names, and a reason where it names none. */
class OneFlowTest {
    private static final DialectSettings SETTINGS =
            new DialectSettings("9.20", Set.of(Network.IPV4, Network.IPV6), Map.of("runs", 4));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "src host 10.1.1.1 and dst host 10.2.2.2 and tcp dst port 443 | source-port | tcp 10.1.1.1 / 10.2.2.2 443",
                "src host 10.1.1.1 and dst host 10.2.2.2 and tcp src port 99 and tcp dst port 443 | whole | tcp 10.1.1.1 99 / 10.2.2.2 443",
                "src host 2001:db8::1 and dst host 2001:db8::2 and udp dst port 53 | source-port | udp 2001:db8::1 / 2001:db8::2 53",
                "icmp and src host 10.1.1.1 and dst host 10.2.2.2 | icmp-type | icmp 10.1.1.1 / 10.2.2.2",
                "icmp[icmptype] == icmp-echo and src host 10.1.1.1 and dst host 10.2.2.2 | icmp-code | icmp 10.1.1.1 8 / 10.2.2.2",
                "icmp[icmptype] == 3 and icmp[icmpcode] == 4 and src host 10.1.1.1 and dst host 10.2.2.2 | whole | icmp 10.1.1.1 3 4 / 10.2.2.2",
                "ip proto 47 and src host 10.1.1.1 and dst host 10.2.2.2 | whole | rawip 10.1.1.1 47 / 10.2.2.2"
            })
    void aFlowIsOneRunWithRoomForWhatIsMissing(String filter, String form, String pieces) throws FilterSyntaxException {
        assertThat(render(filter)).isEqualTo(Rendering.exact(List.of(new Run(form, List.of(pieces.split(" / "))))));
    }

    @Test
    void aConversationIsTriedFromBothSidesAndItsRepliesAreNot() throws FilterSyntaxException {
        assertThat(render("host 10.1.1.1 and host 10.2.2.2 and tcp port 443").runs())
                .containsExactlyInAnyOrder(
                        new Run("source-port", List.of("tcp 10.1.1.1", "10.2.2.2 443")),
                        new Run("source-port", List.of("tcp 10.2.2.2", "10.1.1.1 443")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host 10.1.1.1 | a single",
                "src net 10.0.0.0/8 and dst host 10.2.2.2 and tcp dst port 443 | a single source address",
                "src host 10.1.1.1 and dst host 10.2.2.2 | one protocol",
                "src host 10.1.1.1 and dst host 10.2.2.2 and tcp | the destination port",
                "src host 10.1.1.1 and dst host 10.2.2.2 and tcp src port 443 | the destination port",
                "src host 10.1.1.1 and dst host 10.2.2.2 and dst port 53 | one protocol such as",
                "src host 10.1.1.1 and dst host 10.2.2.2 and sctp dst port 53 | ports can be traced",
                "src host 2001:db8::1 and dst host 2001:db8::2 and icmp6 | ICMPv6",
                "src host 10.1.1.1 and dst host 10.2.2.2 and tcp dst port (1 or 2 or 3 or 4 or 5) | the destination port",
                "tcp | a single source address",
                "arp | no flow of IP packets",
                "tcp and udp | no flow of IP packets"
            })
    void whatNamesNoFlowIsRefusedWithWhatIsMissing(String filter, String reason) throws FilterSyntaxException {
        Rendering rendering = render(filter);
        assertThat(rendering.coverage()).isEqualTo(Coverage.UNSUPPORTED);
        assertThat(rendering.gaps())
                .hasSize(1)
                .first()
                .satisfies(gap -> assertThat(gap.reason()).contains(reason).endsWith("."));
    }

    @Test
    void flagsAndBytesOfTheMadeUpPacketAreNotChosen() throws FilterSyntaxException {
        Rendering rendering =
                render("src host 10.1.1.1 and dst host 10.2.2.2 and tcp dst port 443 and tcp[tcpflags] & 2 != 0");
        assertThat(rendering.coverage()).isEqualTo(Coverage.WIDER);
        assertThat(rendering.runs()).containsExactly(new Run("source-port", List.of("tcp 10.1.1.1", "10.2.2.2 443")));
        assertThat(render("src host 10.1.1.1 and dst host 10.2.2.2 and tcp dst port 443 and ip[8] < 5")
                        .coverage())
                .isEqualTo(Coverage.WIDER);
    }

    /** Every packet asked for is of a flow that is tried, or a reply to one; exact ones try nothing else. */
    @Test
    void theFlowsAreThoseOfTheFilter() {
        List<TestPacket> packets = RandomPackets.some(71, 3000);
        int judged = 0;
        for (Filter part : RandomFilters.some(72, 400)) {
            TestPacket example = packets.get(judged % packets.size());
            if (example.source().isEmpty() || example.protocol() < 0) {
                judged++;
                continue;
            }
            Filter filter = Filter.all(List.of(
                    new Filter.Host(
                            dev.wirewalk.filter.Side.SOURCE, example.source().orElseThrow()),
                    new Filter.Host(
                            dev.wirewalk.filter.Side.DESTINATION,
                            example.destination().orElseThrow()),
                    part));
            judged++;
            Rendering rendering = new OneFlow().render(filter, SETTINGS);
            for (TestPacket packet : packets) {
                boolean asked = FilterMeaning.matches(filter, packet);
                if (rendering.coverage() != Coverage.UNSUPPORTED) {
                    boolean tried = rendering.runs().stream().anyMatch(run -> follows(run, packet, false));
                    boolean replies = rendering.runs().stream().anyMatch(run -> follows(run, packet, true));
                    String told = FilterPrinter.print(filter) + "\n" + rendering + "\n" + packet;
                    assertThat(tried || replies || !asked || rendering.coverage() == Coverage.WIDER)
                            .as(told)
                            .isTrue();
                    assertThat(asked || !tried || rendering.coverage() == Coverage.WIDER)
                            .as(told)
                            .isTrue();
                }
            }
        }
    }

    /** Reads the run as the ASA's manual says, with what it leaves open as any value. */
    private static boolean follows(Run run, TestPacket packet, boolean reply) {
        String[] from = run.filter().getFirst().split(" ");
        String[] to = run.filter().getLast().split(" ");
        boolean ends = (reply ? packet.destination() : packet.source()).equals(IpAddress.parse(from[1]))
                && (reply ? packet.source() : packet.destination()).equals(IpAddress.parse(to[0]));
        int near = reply ? packet.destinationPort() : packet.sourcePort();
        int far = reply ? packet.sourcePort() : packet.destinationPort();
        boolean deep = switch (from[0]) {
            case "tcp", "udp" ->
                packet.protocol() == (from[0].equals("tcp") ? 6 : 17)
                        && far == Integer.parseInt(to[1])
                        && (from.length < 3 || near == Integer.parseInt(from[2]));
            case "icmp" ->
                packet.protocol() == 1
                        && (from.length < 3 || packet.icmpType() == Integer.parseInt(from[2]))
                        && (from.length < 4 || packet.icmpCode() == Integer.parseInt(from[3]));
            default -> packet.protocol() == Integer.parseInt(from[2]);
        };
        return ends && deep;
    }

    private static Rendering render(String filter) throws FilterSyntaxException {
        return new OneFlow().render(FilterParser.parse(filter), SETTINGS);
    }
}
