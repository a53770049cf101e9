package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldFilterTest {
    private static final Set<Network> IP = Set.of(Network.IPV4, Network.IPV6);
    private static final DialectSettings SETTINGS = new DialectSettings("7.4", IP, Map.of("runs", 4));

    private final FieldFilter dialect = new FieldFilter();

    @ParameterizedTest
    @CsvSource({"1,400,nothing", "2,400,address-pairs", "6,2000,nothing", "100,400,nothing", "100,400,address-pairs"})
    void agreesWithTheDeviceOverRandomTraffic(int runs, int filters, String lacks) {
        DeviceJudge judge = new DeviceJudge(
                dialect,
                new DialectSettings("7.4", IP, Map.of("runs", runs), Set.of(lacks)),
                run -> device(run, lacks),
                packet -> IP.contains(packet.network()));

        Map<Coverage, Integer> count = judge.judge(43, filters, filters / 2);

        assertThat(count.getOrDefault(Coverage.EXACT, 0)).isGreaterThan(50);
        assertThat(count.getOrDefault(Coverage.WIDER, 0)).isGreaterThan(100);
        assertThat(count.getOrDefault(Coverage.UNSUPPORTED, 0)).isGreaterThan(5);
    }

    private static Predicate<PacketHeaders> device(Run run, String lacks) {
        assertThat(run.filter()).noneMatch(line -> lacks.equals("address-pairs") && line.matches(".* (and|or)"));
        return FortiGateEvaluator.read(run);
    }

    @Test
    void saysAWayAndTheWayBackOfTwoAddressesAtOnce() throws FilterSyntaxException {
        assertThat(dialect.render(
                        FilterParser.parse("tcp and ((src host 10.1.1.1 and dst host 10.2.2.2)"
                                + " or (src host 10.2.2.2 and dst host 10.1.1.1))"),
                        SETTINGS))
                .isEqualTo(Rendering.exact(List.of(run("filter", "addr 10.1.1.1 10.2.2.2 and; proto 6"))));
        assertThat(dialect.render(
                                FilterParser.parse("(src host 10.1.1.1 and dst host 10.2.2.2 and dst port 443)"
                                        + " or (src host 10.2.2.2 and dst host 10.1.1.1 and src port 443)"),
                                SETTINGS)
                        .runs())
                .hasSize(2);
    }

    @Test
    void avoidsThePairsOfAddressesWhereTheyAreNotKnown() throws FilterSyntaxException {
        DialectSettings old = new DialectSettings("5.2", IP, Map.of("runs", 4), Set.of("address-pairs"));

        assertThat(dialect.render(FilterParser.parse("host 10.1.1.1 and host 10.2.2.2 and tcp port 443"), old))
                .isEqualTo(Rendering.exact(List.of(
                        run("filter", "saddr 10.1.1.1; daddr 10.2.2.2; port 443; proto 6"),
                        run("filter", "saddr 10.2.2.2; daddr 10.1.1.1; port 443; proto 6"))));
        assertThat(dialect.render(FilterParser.parse("host 10.1.1.1 or host 10.2.2.2"), old)
                        .runs())
                .containsExactly(run("filter", "addr 10.1.1.1"), run("filter", "addr 10.2.2.2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host 10.1.1.1 | addr 10.1.1.1
            src 10.1.1.1 and dst 10.2.2.2 and tcp dst port 443 | saddr 10.1.1.1; daddr 10.2.2.2; dport 443; proto 6
            host 10.1.1.1 and host 10.2.2.2 and tcp port 443 | addr 10.1.1.1 10.2.2.2 and; port 443; proto 6
            host 10.20.30.40 and tcp port 80 | addr 10.20.30.40; port 80; proto 6
            host 10.20.30.40 and port 80 | addr 10.20.30.40; port 80
            host 10.1.1.1 or host 10.2.2.2 | addr 10.1.1.1 10.2.2.2 or
            src host 10.1.1.1 or dst host 10.1.1.1 | addr 10.1.1.1
            src net 10.1.0.0/16 and dst net 10.2.0.0/16 and udp dst portrange 16384-32767 | saddr 10.1.0.0 10.1.255.255; daddr 10.2.0.0 10.2.255.255; dport 16384 32767; proto 17
            src 10.1.1.1 and icmp | saddr 10.1.1.1; proto 1
            ip and tcp and not port 22 | port 22; negate port; proto 6
            host 10.1.1.1 and (tcp port 80 or tcp port 81) | addr 10.1.1.1; port 80 81; proto 6
            net 10.1.0.0/16 and host 10.1.1.1 | addr 10.1.1.1
            ip and not host 10.1.1.1 | addr 10.1.1.1; negate addr
            ip and not host 10.1.1.1 and not host 10.1.1.9 | addr 10.1.1.1; negate addr; saddr 10.1.1.9; negate saddr; daddr 10.1.1.9; negate daddr
            """)
    void saysInOneRun(String filter, String pieces) throws FilterSyntaxException {
        assertThat(render(filter)).isEqualTo(Rendering.exact(List.of(run("filter", pieces))));
    }

    @Test
    void excludesAHostOfANetworkInBothOneSidedFields() throws FilterSyntaxException {
        String excluded = "saddr 10.9.9.9; negate saddr; daddr 10.9.9.9; negate daddr; ";

        assertThat(render("net 10.0.0.0/8 and (tcp port 80 or tcp port 443) and not host 10.9.9.9"))
                .isEqualTo(Rendering.exact(List.of(
                        run("filter", "addr 10.0.0.0 10.255.255.255; " + excluded + "port 80; proto 6"),
                        run("filter", "addr 10.0.0.0 10.255.255.255; " + excluded + "port 443; proto 6"))));
    }

    @Test
    void splitsTheExclusionOfTwoFieldsIntoTwoRuns() throws FilterSyntaxException {
        assertThat(render("host 10.1.1.1 and not tcp port 22"))
                .isEqualTo(Rendering.exact(List.of(
                        run("filter", "addr 10.1.1.1; port 22; negate port"),
                        run("filter", "addr 10.1.1.1; proto 6; negate proto"))));
    }

    @Test
    void goesBetweenTwoNetworksInTwoRuns() throws FilterSyntaxException {
        assertThat(render("net 10.1.0.0/16 and net 10.2.0.0/16 and udp").runs())
                .containsExactly(
                        run("filter", "saddr 10.1.0.0 10.1.255.255; daddr 10.2.0.0 10.2.255.255; proto 17"),
                        run("filter", "saddr 10.2.0.0 10.2.255.255; daddr 10.1.0.0 10.1.255.255; proto 17"));
    }

    @Test
    void takesOneRunPerFamily() throws FilterSyntaxException {
        assertThat(render("tcp port 443"))
                .isEqualTo(Rendering.exact(
                        List.of(run("filter", "port 443; proto 6"), run("filter6", "port 443; proto 6"))));
        assertThat(render("host 2001:db8::1 and tcp port 443"))
                .isEqualTo(Rendering.exact(List.of(run("filter6", "addr 2001:db8::1; port 443; proto 6"))));
        assertThat(render("").runs()).containsExactly(new Run("filter", List.of()), new Run("filter6", List.of()));
    }

    @Test
    void joinsRunsBeyondTheLimitAndKeepsTheAddress() throws FilterSyntaxException {
        Rendering rendering =
                render("host 10.1.1.1 and (tcp port 21 or tcp port 80 or tcp port 443 or udp port 53 or udp port 123)");

        assertThat(rendering.coverage()).isEqualTo(Coverage.WIDER);
        assertThat(rendering.runs())
                .hasSize(4)
                .allSatisfy(run -> assertThat(run.filter()).contains("addr 10.1.1.1"));
        assertThat(rendering.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.reason()).contains("5 runs", "more than 4"));
    }

    @Test
    void loosensFlagsAndTypesToTheProtocol() throws FilterSyntaxException {
        assertThat(render("dst 10.2.2.2 and tcp[tcpflags] & tcp-syn != 0").runs())
                .containsExactly(run("filter", "daddr 10.2.2.2; proto 6"));
        assertThat(render("src 10.1.1.1 and icmp[icmptype] == 8").gaps())
                .extracting(Gap::term)
                .containsExactly("icmp[icmptype] == 8");
    }

    /** Neighbouring numbers make no range here: only {@code proto N} is documented. */
    @Test
    void namesOneProtocolARun() throws FilterSyntaxException {
        assertThat(render("ip and (proto 50 or proto 51)"))
                .isEqualTo(Rendering.exact(List.of(run("filter", "proto 50"), run("filter", "proto 51"))));
        Rendering excluded = render("src 10.1.1.1 and not proto 50 and not proto 51");
        assertThat(excluded.runs()).containsExactly(run("filter", "saddr 10.1.1.1; proto 50; negate proto"));
        assertThat(excluded.gaps())
                .extracting(Gap::reason)
                .containsExactly("FortiGate can exclude one protocol, not several.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arp", "tcp and udp", "src 10.1.1.1 and src 10.1.1.2"})
    void refusesWhatTheToolCannotSee(String filter) throws FilterSyntaxException {
        assertThat(render(filter).coverage()).isEqualTo(Coverage.UNSUPPORTED);
    }

    private static Run run(String form, String pieces) {
        return new Run(form, Arrays.asList(pieces.split("; ")));
    }

    private Rendering render(String filter) throws FilterSyntaxException {
        return dialect.render(FilterParser.parse(filter), SETTINGS);
    }
}
