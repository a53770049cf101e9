package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import dev.wirewalk.filter.TestPacket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectTest {
    /** The expression alone, as before there were simple filters. */
    private static final DialectSettings SETTINGS = lacking("simple", "any-ipv6");

    private static final DialectSettings AUTO = lacking("any-ipv6");

    private final Inspect dialect = new Inspect();

    private static DialectSettings lacking(String... words) {
        return new DialectSettings(
                "R81.20", Set.of(Network.IPV4, Network.IPV6), Map.of("tuples", 5, "hosts", 3), Set.of(words));
    }

    @ParameterizedTest
    @CsvSource({"any-ipv6", "simple any-ipv6", "expression", "hosts any-ipv6", "expression hosts any-ipv6", "nothing"})
    void agreesWithTheDeviceOverRandomTraffic(String lacks) {
        DeviceJudge judge = new DeviceJudge(
                dialect,
                lacking(lacks.split(" ")),
                run -> device(run, !lacks.contains("any-ipv6")),
                InspectTest::isDefragmented);
        boolean whole = lacks.equals("any-ipv6");

        Map<Coverage, Integer> count = judge.judge(41, whole ? 2000 : 400, whole ? 1000 : 400);

        assertThat(count.getOrDefault(Coverage.EXACT, 0)).isGreaterThan(30);
        assertThat(count.getOrDefault(Coverage.WIDER, 0)).isGreaterThan(100);
        assertThat(count.getOrDefault(Coverage.UNSUPPORTED, 0)).isGreaterThan(5);
    }

    static Predicate<PacketHeaders> device(Run run, boolean zeros) {
        return run.form().equals("expression")
                ? InspectEvaluator.read(run.filter().getFirst())
                : FiveTupleEvaluator.monitor(run, zeros);
    }

    static boolean isDefragmented(TestPacket packet) {
        return switch (packet.network()) {
            case IPV4 -> (packet.load(Layer.IP, 6, 2) & 0x3FFF) == 0;
            case IPV6 -> packet.load(Layer.IP6, 6, 1) != 44;
            case ARP, RARP, OTHER -> false;
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host 10.1.1.1 | accept host(10.1.1.1);
            src 10.1.1.1 and dst 10.2.2.2 and tcp dst port 443 | accept (src=10.1.1.1) and (dst=10.2.2.2) and (tcp and (dport=443));
            host 10.1.1.1 and host 10.2.2.2 and tcp port 443 | accept host(10.1.1.1) and host(10.2.2.2) and tcpport(443);
            net 10.0.0.0/8 and (tcp port 80 or tcp port 443) and not host 10.9.9.9 | accept net(10.0.0.0,8) and (tcpport(80) or tcpport(443)) and (not host(10.9.9.9));
            net 10.1.0.0/16 and net 10.2.0.0/16 and udp portrange 16384-32767 | accept net(10.1.0.0,16) and net(10.2.0.0,16) and (udp and (((sport>=16384) and (sport<=32767)) or ((dport>=16384) and (dport<=32767))));
            (host 10.1.1.1 and tcp port 22) or (net 10.2.0.0/16 and not udp port 53) | accept (host(10.1.1.1) and tcpport(22)) or (net(10.2.0.0,16) and (not udpport(53)));
            host 10.20.30.40 and port 80 | accept host(10.20.30.40) and ((tcp or udp or (ip_p=132)) and port(80));
            icmp | accept icmp;
            src net 10.1.0.0/16 and dst net 10.2.2.2/32 | accept from_net(10.1.0.0,16) and (dst=10.2.2.2);
            ip | accept;
            ip[8] < 5 | accept ([8:1]<5);
            """)
    void saysIpv4Exactly(String filter, String program) throws FilterSyntaxException {
        assertThat(dialect.render(FilterParser.parse(filter), SETTINGS))
                .isEqualTo(Rendering.exact(List.of(new Run("expression", List.of(program)))));
    }

    @Test
    void showsPacketsWithOptionsRatherThanMissTheirFlags() throws FilterSyntaxException {
        Rendering wanted = render("dst 10.2.2.2 and tcp[tcpflags] == tcp-syn");
        Rendering refused = render("host 10.2.2.2 and not icmp[icmptype] == 8");

        assertThat(wanted.coverage()).isEqualTo(Coverage.WIDER);
        assertThat(wanted.runs().getFirst().filter())
                .containsExactly("accept (dst=10.2.2.2) and (tcp and (([33:1]=2) or (not ([0:1]=69))));");
        assertThat(refused.runs().getFirst().filter())
                .containsExactly("accept host(10.2.2.2) and (not (icmp and ([0:1]=69) and ([20:1]=8)));");
    }

    @Test
    void loosensSingleBitsToTheProtocolAndTheirOppositeToNothing() throws FilterSyntaxException {
        Rendering wanted = render("host 10.2.2.2 and tcp[tcpflags] & tcp-syn != 0");
        Rendering refused = render("host 10.2.2.2 and not tcp[tcpflags] & tcp-syn != 0");

        assertThat(wanted.runs()).containsExactly(new Run("expression", List.of("accept host(10.2.2.2) and tcp;")));
        assertThat(refused.runs()).containsExactly(new Run("expression", List.of("accept host(10.2.2.2);")));
        assertThat(refused.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.term()).contains("tcp-syn"));
    }

    @Test
    void takesTwoRunsForBothFamilies() throws FilterSyntaxException {
        assertThat(render("host 10.1.1.1 or host 2001:db8::1").runs())
                .extracting(Run::form)
                .containsExactly("expression", "everything6");
        assertThat(render("").coverage()).isEqualTo(Coverage.EXACT);
        assertThat(render("tcp port 80").coverage()).isEqualTo(Coverage.WIDER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host 10.1.1.1 | hosts | 10.1.1.1
            host 10.1.1.1 or host 10.2.2.2 | hosts | 10.1.1.1 10.2.2.2
            src 10.1.1.1 and dst 10.2.2.2 and tcp dst port 443 | tuples | 10.1.1.1,0,10.2.2.2,443,6
            src 10.1.1.1 and icmp | tuples | 10.1.1.1,0,0,0,1
            host 2001:db8::1 and host 2001:db8::2 and tcp dst port 443 | tuples6 | 2001:db8::1,0,2001:db8::2,443,6 2001:db8::2,0,2001:db8::1,443,6
            host 2001:db8::1 | hosts6 | 2001:db8::1
            """)
    void takesSimpleFiltersWhereTheyAreExact(String filter, String form, String pieces) throws FilterSyntaxException {
        assertThat(dialect.render(FilterParser.parse(filter), AUTO))
                .isEqualTo(Rendering.exact(List.of(new Run(form, List.of(pieces.split(" "))))));
    }

    @Test
    void takesTheExpressionWhereSimpleFiltersWouldWiden() throws FilterSyntaxException {
        Filter filter = FilterParser.parse("net 10.0.0.0/8 and (tcp port 80 or tcp port 443) and not host 10.9.9.9");

        assertThat(dialect.render(filter, AUTO).runs()).extracting(Run::form).containsExactly("expression");
        Rendering simple = dialect.render(filter, lacking("expression", "any-ipv6"));
        assertThat(simple.coverage()).isEqualTo(Coverage.WIDER);
        assertThat(simple.runs())
                .containsExactly(new Run("tuples", List.of("0,80,0,0,6", "0,0,0,80,6", "0,443,0,0,6", "0,0,0,443,6")));
        assertThat(simple.gaps()).extracting(Gap::term).contains("net 10.0.0.0/8", "host 10.9.9.9");
    }

    @Test
    void keepsTheHostsOfIpv6WhereAZeroWouldBeNeeded() throws FilterSyntaxException {
        Filter filter = FilterParser.parse("host 2001:db8::1 and tcp port 443");

        assertThat(dialect.render(filter, AUTO).runs()).containsExactly(new Run("hosts6", List.of("2001:db8::1")));
        assertThat(dialect.render(filter, AUTO).coverage()).isEqualTo(Coverage.WIDER);
        assertThat(dialect.render(filter, lacking("hosts", "any-ipv6")).runs())
                .containsExactly(new Run("everything6", List.of()));
        assertThat(dialect.render(filter, lacking()))
                .isEqualTo(Rendering.exact(List.of(new Run(
                        "tuples6",
                        List.of(
                                "2001:db8::1,443,0,0,6",
                                "2001:db8::1,0,0,443,6",
                                "0,443,2001:db8::1,0,6",
                                "0,0,2001:db8::1,443,6")))));
    }

    @Test
    void refusesASimpleFilterWhereTheReleaseHasNone() throws FilterSyntaxException {
        DialectSettings none = lacking("simple", "expression", "any-ipv6");

        assertThat(dialect.render(FilterParser.parse("host 10.1.1.1"), none).coverage())
                .isEqualTo(Coverage.UNSUPPORTED);
        assertThat(dialect.render(FilterParser.parse("host 2001:db8::1"), none).runs())
                .containsExactly(new Run("everything6", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"arp", "tcp and udp", "host 10.1.1.1 and ip6", "not ip and not ip6"})
    void refusesWhatTheToolCannotSee(String filter) throws FilterSyntaxException {
        assertThat(render(filter).coverage()).isEqualTo(Coverage.UNSUPPORTED);
    }

    private Rendering render(String filter) throws FilterSyntaxException {
        return dialect.render(FilterParser.parse(filter), SETTINGS);
    }
}
