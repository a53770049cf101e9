package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;

/** The real libpcap compiles what is rendered and decides real frames; the filter's meaning has to agree with it. */
class PcapFilterJudgeTest {
    private static final DialectSettings SETTINGS = new DialectSettings("1.10", Set.of(Network.values()), Map.of());
    private static final String SELECTS_NOTHING = "expression rejects all packets";

    private static PcapHandle ethernet;
    private int severalRuns;
    private int refused;

    @BeforeAll
    static void loadTheJudge() throws PcapNativeException {
        try {
            ethernet = Pcaps.openDead(DataLinkType.EN10MB, 65535);
        } catch (LinkageError missing) {
            abort("libpcap cannot be loaded here, so nothing judges the pcap-filter text: " + missing);
        }
    }

    @AfterAll
    static void release() {
        if (ethernet != null) {
            ethernet.close();
        }
    }

    @Test
    void libpcapDecidesAsTheFilterMeans() throws NotOpenException, PcapNativeException {
        judge(RandomFilters.some(42, 2000), RandomPackets.some(41, 1000));
        assertThat(refused).isZero();
    }

    @Test
    void libpcapDecidesAsTheWholeLanguageMeans() throws NotOpenException, PcapNativeException {
        Map<Coverage, Integer> count = judge(RandomFilters.whole(44, 800), RandomPackets.whole(43, 600));
        assertThat(count.get(Coverage.EXACT)).isGreaterThan(650);
        assertThat(severalRuns).isPositive();
        // What only libpcap finds to be impossible, such as an address in front of a VLAN tag.
        assertThat(refused).isLessThan(50);
    }

    private Map<Coverage, Integer> judge(List<Filter> filters, List<TestPacket> packets)
            throws NotOpenException, PcapNativeException {
        Map<Coverage, Integer> count = new EnumMap<>(Coverage.class);
        for (Filter filter : filters) {
            Rendering rendering = new PcapFilter().render(filter, SETTINGS);
            count.merge(rendering.coverage(), 1, Integer::sum);
            severalRuns += rendering.runs().size() > 1 ? 1 : 0;
            boolean[] judged = new boolean[packets.size()];
            for (Run run : rendering.runs()) {
                List<Boolean> one = judge(String.join("", run.filter()), packets);
                for (int i = 0; i < judged.length; i++) {
                    judged[i] |= one.get(i);
                }
            }
            for (int i = 0; i < packets.size(); i++) {
                boolean meant = FilterMeaning.matches(filter, packets.get(i));
                assertThat(rendering.coverage() == Coverage.WIDER ? judged[i] && meant : judged[i])
                        .as("%s%n%s%n%s", filter, rendering, packets.get(i))
                        .isEqualTo(meant);
            }
        }
        return count;
    }

    @Test
    void everythingIsAskedForWithoutAnExpression() {
        assertThat(new PcapFilter().render(Filter.ANY, SETTINGS))
                .isEqualTo(Rendering.exact(List.of(new Run("expression", List.of()))));
    }

    private List<Boolean> judge(String text, List<TestPacket> packets) throws NotOpenException, PcapNativeException {
        BpfProgram program;
        try {
            program = ethernet.compileFilter(text, BpfProgram.BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN);
        } catch (PcapNativeException refusal) {
            assertThat(refusal).as(text).hasMessageContaining(SELECTS_NOTHING);
            refused++;
            return packets.stream().map(packet -> false).toList();
        }
        try {
            return packets.stream()
                    .map(packet -> program.applyFilter(packet.frame()))
                    .toList();
        } finally {
            program.free();
        }
    }
}
