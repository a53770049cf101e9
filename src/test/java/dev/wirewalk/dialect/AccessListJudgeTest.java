package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.filter.Encapsulation;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.Side;
import dev.wirewalk.filter.TestPacket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An ASA, as its manual describes it, reads what is rendered and decides random packets. */
class AccessListJudgeTest {
    private static final Map<String, Integer> LIMITS = Map.of("match-clauses", 3, "access-list-lines", 200);
    private static final Set<Network> IP = Set.of(Network.IPV4, Network.IPV6);

    @ParameterizedTest
    @ValueSource(strings = {"9.20", "9.9", "9.5(1)", "8.4"})
    void selectsExactlyOrMoreAsItSays(String version) {
        Map<Coverage, Integer> seen = new EnumMap<>(Coverage.class);
        DialectSettings settings = new DialectSettings(version, IP, LIMITS);
        List<TestPacket> packets = RandomPackets.some(51, 1000);
        for (Filter filter :
                RandomFilters.some(version.equals("9.20") ? 52 : 66, version.equals("9.20") ? 2000 : 500)) {
            seen.merge(judge(filter, settings, packets), 1, Integer::sum);
        }
        assertThat(seen.get(Coverage.EXACT)).isGreaterThan(version.startsWith("9") ? 200 : 100);
    }

    /** Terms that no list can say, and frames with tags and tunnels. */
    @ParameterizedTest
    @ValueSource(strings = {"9.20", "8.4"})
    void coversTheWholeLanguage(String version) {
        DialectSettings settings = new DialectSettings(version, IP, LIMITS);
        List<TestPacket> packets = RandomPackets.whole(62, 400);
        for (Filter filter : RandomFilters.whole(63, 400)) {
            judge(filter, settings, packets);
        }
    }

    /** A subinterface shows the packets of its VLAN without their tag. */
    @Test
    void selectsThePacketInsideOfATag() {
        DialectSettings settings = new DialectSettings("9.20", IP, LIMITS);
        List<TestPacket> packets = RandomPackets.some(65, 100);
        int inside = 0;
        for (Filter filter : RandomFilters.some(64, 200)) {
            Filter tagged = new Filter.Encapsulated(Encapsulation.VLAN, OptionalLong.empty(), filter);
            Rendering rendering = new AccessList().render(tagged, settings);
            assertThat(rendering.coverage()).isNotEqualTo(Coverage.EXACT);
            AsaEvaluator device = new AsaEvaluator("9.20");
            for (TestPacket packet : packets) {
                if (IP.contains(packet.network()) && FilterMeaning.matches(filter, packet)) {
                    inside++;
                    assertThat(rendering.runs()).anyMatch(run -> device.selects(run, packet));
                }
            }
        }
        assertThat(inside).isGreaterThan(1000);
        Filter host = new Filter.Host(Side.EITHER, IpAddress.v4(0x0A010101L));
        assertThat(new AccessList()
                        .render(new Filter.Encapsulated(Encapsulation.VLAN, OptionalLong.of(100), host), settings)
                        .runs())
                .containsExactly(new Run("match", List.of("ip host 10.1.1.1 any4")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12})
    void neverSelectsLessWhenLinesRunOut(int lines) {
        Map<String, Integer> limits = Map.of("match-clauses", 1, "access-list-lines", lines);
        List<TestPacket> packets = RandomPackets.some(53, 300);
        for (Filter filter : RandomFilters.some(54, 300)) {
            judge(filter, new DialectSettings("9.18", IP, limits), packets);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.20", "8.4"})
    void coversWhateverTheToolIsSaidToSee(String version) {
        DialectSettings settings = new DialectSettings(version, Set.of(Network.values()), LIMITS);
        List<TestPacket> packets = RandomPackets.some(55, 300);
        for (Filter filter : RandomFilters.some(56, 200)) {
            judge(filter, settings, packets);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.6", "6.3", "6.2"})
    void coversWithClausesAloneWhereThereAreNoLists(String version) {
        Map<Coverage, Integer> seen = new EnumMap<>(Coverage.class);
        Map<String, Integer> limits = Map.of("match-clauses", 3, "access-list-lines", 0);
        List<TestPacket> packets = RandomPackets.some(57, 400);
        for (Filter filter : RandomFilters.some(58, 400)) {
            seen.merge(judge(filter, new DialectSettings(version, IP, limits), packets), 1, Integer::sum);
        }
        assertThat(seen.get(Coverage.EXACT)).isGreaterThan(50);
        assertThat(seen.get(Coverage.WIDER)).isGreaterThan(100);
    }

    @Test
    void captureTypesThatLackAFormTakeWhatIsLeft() {
        List<TestPacket> packets = RandomPackets.some(59, 300);
        for (Set<String> lacks : List.of(
                Set.of("ethernet-types"),
                Set.of("access-lists", "ethernet-types"),
                Set.of("access-lists", "match", "ethernet-types"),
                Set.of("match"))) {
            for (Filter filter : RandomFilters.some(60, 200)) {
                judge(filter, new DialectSettings("9.20", IP, LIMITS, lacks), packets);
            }
        }
    }

    private static Coverage judge(Filter filter, DialectSettings settings, List<TestPacket> packets) {
        Rendering rendering = new AccessList().render(filter, settings);
        AsaEvaluator device = new AsaEvaluator(settings.version());
        for (TestPacket packet : packets) {
            boolean wanted = FilterMeaning.matches(filter, packet);
            if (settings.sees().contains(packet.network()) || isNamed(filter, packet.network())) {
                boolean selected = rendering.runs().stream().anyMatch(run -> device.selects(run, packet));
                switch (rendering.coverage()) {
                    case EXACT ->
                        assertThat(selected)
                                .as(describe(filter, rendering, packet))
                                .isEqualTo(wanted);
                    case WIDER ->
                        assertThat(selected || !wanted)
                                .as(describe(filter, rendering, packet))
                                .isTrue();
                    case UNSUPPORTED ->
                        assertThat(wanted)
                                .as(describe(filter, rendering, packet))
                                .isFalse();
                }
            }
        }
        rendering
                .runs()
                .forEach(run -> assertThat(run.filter().size()).isLessThanOrEqualTo(most(run.form(), settings)));
        return rendering.coverage();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 120, 300})
    void exceptionsThatAreTooManyAreSaidToBeMissing(int terms) {
        List<TestPacket> packets = RandomPackets.some(61, 200);
        List<Filter> exceptions = new ArrayList<>();
        for (int i = 0; i < terms; i++) {
            exceptions.add(new Filter.Not(new Filter.Host(Side.EITHER, IpAddress.v4(0x0A000000L + i * 7919L))));
            packets.get(i % packets.size())
                    .source()
                    .ifPresent(address -> exceptions.add(new Filter.Not(new Filter.Host(Side.EITHER, address))));
        }
        Filter filter = Filter.all(exceptions);
        for (int lines : List.of(0, 100)) {
            Map<String, Integer> limits = Map.of("match-clauses", 3, "access-list-lines", lines);
            judge(filter, new DialectSettings(lines == 0 ? "7.4" : "9.20", IP, limits), packets);
        }
    }

    private static int most(String form, DialectSettings settings) {
        return switch (form) {
            case "match" -> settings.lacks().contains("match") ? 0 : settings.limit("match-clauses");
            case "access-list" -> settings.lacks().contains("access-lists") ? 0 : settings.limit("access-list-lines");
            case "ethernet-type" -> settings.lacks().contains("ethernet-types") ? 0 : 1;
            default -> 0;
        };
    }

    /** Frames that are not IP are asked for when the filter says their name. */
    private static boolean isNamed(Filter filter, Network network) {
        return switch (filter) {
            case Filter.And(var parts) -> parts.stream().anyMatch(part -> isNamed(part, network));
            case Filter.Or(var parts) -> parts.stream().anyMatch(part -> isNamed(part, network));
            case Filter.Not(var part) -> isNamed(part, network);
            case Filter.Ether(var named) -> named == network;
            default -> false;
        };
    }

    private static String describe(Filter filter, Rendering rendering, TestPacket packet) {
        return FilterPrinter.print(filter) + "\n" + rendering + "\n" + packet;
    }
}
