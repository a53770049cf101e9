package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways back of Check Point's and FortiGate's filters: texts of people and manuals, and what Wirewalk itself writes. */
class ReadBackTest {
    private static final Set<Network> IP = Set.of(Network.IPV4, Network.IPV6);
    private static final DialectSettings SETTINGS =
            new DialectSettings("7.4", IP, Map.of("tuples", 5, "hosts", 3, "runs", 6));
    private static final Map<String, Dialect> FAMILIES =
            Map.of("inspect", new Inspect(), "debug", new FiveTuples(), "fortigate", new FieldFilter());
    private static final List<TestPacket> TRAFFIC = RandomPackets.some(71, 12000).stream()
            .filter(packet -> IP.contains(packet.network()))
            .toList();

    /** Each text beside its meaning in the pcap-filter language, over whole packets as these tools see them. */
    @ParameterizedTest
    @CsvFileSource(resources = "/readback/checkpoint-fortigate.csv", delimiter = '|')
    void meansWhatStandsBeside(String family, String form, String text, String meaning) throws Exception {
        Filter read = read(family, form, text);
        Filter meant = FilterParser.parse(meaning);
        int selected = 0;
        for (TestPacket packet : TRAFFIC) {
            if (InspectTest.isDefragmented(packet) && packet.load(Layer.IP, 0, 1) <= 0x45) {
                boolean wanted = FilterMeaning.matches(meant, packet);
                selected += wanted ? 1 : 0;
                if (FilterMeaning.matches(read, packet) != wanted) {
                    throw new AssertionError("%s%nread as %s%nmeant as %s%nfor %s"
                            .formatted(text, FilterPrinter.print(read), meaning, packet));
                }
            }
        }
        assertThat(selected).as("packets that tell something about %s", meaning).isPositive();
    }

    private static Filter read(String family, String form, String text) throws UnreadableTextException {
        List<String> pieces = text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.split("; ")).map(String::strip).toList();
        List<String> whole = form.startsWith("expression") ? List.of(text.strip()) : pieces;
        return Objects.requireNonNull(FAMILIES.get(family)).read(new Run(form, whole), SETTINGS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            inspect | expression | accept host(10.1.1.1) | 22 | a program ends in ;
            inspect | expression | host(10.1.1.1); | 15 | a program says accept
            inspect | expression | accept host(10.1.1); | 13 | is no IPv4 address
            inspect | expression | accept sport=70000; | 14 | the value is 0 to 65535
            inspect | expression | accept established; | 8 | what exactly the macro established tests
            inspect | expression | accept ifid=2; | 12 | one gateway
            inspect | expression | accept [20:2]=80; | 14 | write ,b for that of the network
            inspect | expression | accept src=10.1.1.1, dst=10.2.2.2 or sport=80; | 46 | write brackets
            inspect | expression | accept {tcp}; | 8 | the sign { has no meaning
            inspect | expression | accept tcp; accept udp; | 13 | behind the end of the program
            inspect | expression | accept net(10.0.0.0,40); | 21 | the length of a network
            inspect | expression6 | accept host(10.1.1.1); | 8 | for IPv6 is not documented
            inspect | tuples | 10.1.1.1,0,10.2.2.2,443 | 1 | five fields
            inspect | tuples | 10.1.1.1,0,10.2.2.2,443,tcp | 25 | a number from 0 to 254
            inspect | tuples | 10.0.0.0/8,0,0,0,6 | 1 | one address here
            inspect | hosts | 10.0.0.0/8 | 1 | one address here
            debug | parameters | int simple_debug_filter_saddr_1 10.1.1.1 | 1 | takes the type str
            debug | parameters | str simple_debug_filter_vpn_1 10.1.1.1 | 5 | VPN peer
            fortigate | filter | addr 10.1.1.0/24 | 6 | first and last address
            fortigate | filter | addr 10.1.1.9 10.1.1.1 | 15 | ends before it begins
            fortigate | filter | addr 2001:db8::1 | 6 | an IPv4 address is taken here
            fortigate | filter | negate addr | 8 | before it is set
            fortigate | filter | p 80 | 1 | or more than one
            fortigate | filter | proto 6 17 | 1 | takes 1 to 1 values
            fortigate | filter | addr 10.1.1.1 10.2.2.2 xor | 24 | and, or, or nothing
            """)
    void refusesWhatItCannotKnow(String family, String form, String text, int column, String message) {
        UnreadableTextException refused =
                catchThrowableOfType(UnreadableTextException.class, () -> read(family, form, text));
        assertThat(refused).as("%s was read", text).isNotNull();
        assertThat(refused.getMessage()).contains(message).doesNotEndWith(".");
        assertThat(refused.column()).as("column of %s", text).isEqualTo(column);
    }

    @Test
    void refusesANegationThatNobodyKnowsTheEndOf() {
        for (String text :
                List.of("addr 10.1.1.1; negate addr; negate addr", "addr 10.1.1.1; negate addr; addr 10.2.2.2")) {
            UnreadableTextException refused =
                    catchThrowableOfType(UnreadableTextException.class, () -> read("fortigate", "filter", text));
            assertThat(refused.piece()).isEqualTo(2);
            assertThat(refused.getMessage()).startsWith("no source says whether");
        }
    }

    @Test
    void readsItsOwnExpressionsAndSimpleFilters() throws Exception {
        DialectSettings expression =
                new DialectSettings("R81.20", IP, Map.of("tuples", 5, "hosts", 3), Set.of("simple", "any-ipv6"));
        comesBack(new Inspect(), expression, run -> InspectTest.device(run, false));
        comesBack(
                new Inspect(),
                new DialectSettings("R81.20", IP, Map.of("tuples", 5, "hosts", 3)),
                run -> InspectTest.device(run, true));
    }

    @Test
    void readsItsOwnDebugFilters() throws Exception {
        Map<String, Integer> limits = Map.of("tuples", 5, "hosts", 3);
        comesBack(new FiveTuples(), new DialectSettings("R81.20", IP, limits), FiveTupleEvaluator::read);
        comesBack(
                new FiveTuples(),
                new DialectSettings("R80.20", IP, limits, Set.of("arguments")),
                FiveTupleEvaluator::read);
    }

    @Test
    void readsItsOwnFlowFilters() throws Exception {
        comesBack(new FieldFilter(), new DialectSettings("7.4", IP, Map.of("runs", 6)), FortiGateEvaluator::read);
    }

    private static void comesBack(
            Dialect dialect, DialectSettings settings, Function<Run, Predicate<PacketHeaders>> device)
            throws Exception {
        List<TestPacket> traffic =
                TRAFFIC.stream().filter(InspectTest::isDefragmented).limit(300).toList();
        int runs = 0;
        for (Filter filter : RandomFilters.some(72, 500)) {
            for (Run run : dialect.render(filter, settings).runs()) {
                Filter read = dialect.read(run, settings);
                Predicate<PacketHeaders> selects = device.apply(run);
                runs++;
                for (TestPacket packet : traffic) {
                    if (FilterMeaning.matches(read, packet) != selects.test(packet)) {
                        throw new AssertionError(
                                "%s%nread as %s%nfor %s".formatted(run, FilterPrinter.print(read), packet));
                    }
                }
            }
        }
        assertThat(runs).isGreaterThan(400);
    }
}
