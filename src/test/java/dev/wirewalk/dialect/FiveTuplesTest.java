package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.filter.Network;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiveTuplesTest {
    private static final Set<Network> IP = Set.of(Network.IPV4, Network.IPV6);
    private static final DialectSettings SETTINGS = settings(5, 3);

    private final FiveTuples dialect = new FiveTuples();

    private static DialectSettings settings(int tuples, int hosts) {
        return new DialectSettings("R81.20", IP, Map.of("tuples", tuples, "hosts", hosts));
    }

    @ParameterizedTest
    @CsvSource({
        "5,3,2000,nothing",
        "5,3,400,arguments",
        "2,1,400,nothing",
        "1,0,400,arguments",
        "0,3,400,nothing",
        "0,0,400,nothing",
        "5,3,400,filters"
    })
    void agreesWithTheDeviceOverRandomTraffic(int tuples, int hosts, int filters, String lacks) {
        DeviceJudge judge = new DeviceJudge(
                dialect,
                new DialectSettings("R81.20", IP, Map.of("tuples", tuples, "hosts", hosts), Set.of(lacks)),
                FiveTupleEvaluator::read,
                packet -> IP.contains(packet.network()));

        Map<Coverage, Integer> count = judge.judge(42, filters, filters / 2);

        assertThat(count.getOrDefault(Coverage.EXACT, 0))
                .isGreaterThan(tuples == 0 || lacks.equals("filters") ? 0 : 40);
        assertThat(count.getOrDefault(Coverage.WIDER, 0)).isGreaterThan(100);
        assertThat(count.getOrDefault(Coverage.UNSUPPORTED, 0)).isGreaterThan(5);
    }

    @Test
    void writesParametersOfTheKernelWhereArgumentsAreMissing() throws FilterSyntaxException {
        DialectSettings settings =
                new DialectSettings("R80.20", IP, Map.of("tuples", 5, "hosts", 3), Set.of("arguments"));
        String flow = "src 10.1.1.1 and dst 10.2.2.2 and tcp dst port 443";
        String answer = "src 10.2.2.2 and dst 10.1.1.1 and tcp src port 443";

        assertThat(dialect.render(FilterParser.parse("(" + flow + ") or (" + answer + ")"), settings))
                .isEqualTo(Rendering.exact(List.of(new Run(
                        "parameters",
                        List.of(
                                "str simple_debug_filter_saddr_1 10.1.1.1",
                                "str simple_debug_filter_daddr_1 10.2.2.2",
                                "int simple_debug_filter_dport_1 443",
                                "int simple_debug_filter_proto_1 6",
                                "str simple_debug_filter_saddr_2 10.2.2.2",
                                "int simple_debug_filter_sport_2 443",
                                "str simple_debug_filter_daddr_2 10.1.1.1",
                                "int simple_debug_filter_proto_2 6")))));
        assertThat(dialect.render(FilterParser.parse("host 2001:db8::1"), settings)
                        .runs())
                .containsExactly(new Run("parameters", List.of("str simple_debug_filter_addr_1 2001:db8::1")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host 10.1.1.1 | hosts | 10.1.1.1
            host 10.1.1.1 or host 2001:db8::1 or host 10.2.2.2 | hosts | 10.1.1.1 10.2.2.2 2001:db8::1
            src 10.1.1.1 and dst 10.2.2.2 and tcp dst port 443 | tuples | 10.1.1.1,0,10.2.2.2,443,6
            (src 10.1.1.1 and dst 10.2.2.2 and tcp dst port 443) or (src 10.2.2.2 and dst 10.1.1.1 and tcp src port 443) | tuples | 10.1.1.1,0,10.2.2.2,443,6 10.2.2.2,443,10.1.1.1,0,6
            host 10.1.1.1 and port 80 | tuples | 10.1.1.1,80,0,0,0 10.1.1.1,0,0,80,0 0,80,10.1.1.1,0,0 0,0,10.1.1.1,80,0
            tcp port 80 | tuples | 0,80,0,0,6 0,0,0,80,6
            src 10.1.1.1 and icmp | tuples | 10.1.1.1,0,0,0,1
            src 2001:db8::1 and tcp dst port 443 | tuples | 2001:db8::1,0,0,443,6
            src net 10.1.1.4/30 and tcp | tuples | 10.1.1.4,0,0,0,6 10.1.1.5,0,0,0,6 10.1.1.6,0,0,0,6 10.1.1.7,0,0,0,6
            """)
    void saysExactly(String filter, String form, String pieces) throws FilterSyntaxException {
        assertThat(render(filter)).isEqualTo(Rendering.exact(List.of(new Run(form, List.of(pieces.split(" "))))));
    }

    @Test
    void dropsNetworksAndExclusionsWithOneGapEach() throws FilterSyntaxException {
        Rendering rendering = render("net 10.0.0.0/8 and (tcp port 80 or tcp port 443) and not host 10.9.9.9");

        assertThat(rendering.coverage()).isEqualTo(Coverage.WIDER);
        assertThat(rendering.runs())
                .containsExactly(new Run("tuples", List.of("0,80,0,0,6", "0,0,0,80,6", "0,443,0,0,6", "0,0,0,443,6")));
        assertThat(rendering.gaps()).extracting(Gap::term).contains("net 10.0.0.0/8", "host 10.9.9.9");
    }

    @Test
    void keepsTheAddressesWhenTuplesRunOut() throws FilterSyntaxException {
        Rendering rendering = render("host 10.1.1.1 and host 10.2.2.2 and (port 1 or port 2 or port 3)");

        assertThat(rendering.coverage()).isEqualTo(Coverage.WIDER);
        assertThat(rendering.runs().getFirst().filter())
                .hasSizeLessThanOrEqualTo(5)
                .allSatisfy(tuple -> assertThat(tuple).contains("10.1.1.1", "10.2.2.2"));
        assertThat(rendering.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.reason())
                        .contains("12 simple filters", "takes 5", "the ports of some are left out"));
    }

    @Test
    void saysThatATupleWithoutAddressTellsNoFamily() throws FilterSyntaxException {
        assertThat(render("ip and tcp port 80").gaps())
                .extracting(Gap::reason)
                .containsExactly("A simple filter without an address does not tell IPv4 from IPv6.");
    }

    @Test
    void filtersNothingRatherThanTooLittle() throws FilterSyntaxException {
        assertThat(render("").runs()).containsExactly(new Run("everything", List.of()));
        assertThat(render("").coverage()).isEqualTo(Coverage.EXACT);
        assertThat(render("not host 10.1.1.1").runs()).containsExactly(new Run("everything", List.of()));
        assertThat(render("not host 10.1.1.1").coverage()).isEqualTo(Coverage.WIDER);
        assertThat(render("arp").coverage()).isEqualTo(Coverage.UNSUPPORTED);
    }

    private Rendering render(String filter) throws FilterSyntaxException {
        return dialect.render(FilterParser.parse(filter), SETTINGS);
    }
}
