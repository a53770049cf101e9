package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
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
        List<TestPacket> packets = RandomPackets.some(41, 500);
        for (Filter filter : RandomFilters.some(42, 500)) {
            String text = render(filter);
            List<Boolean> judged = judge(text, packets);
            for (int i = 0; i < packets.size(); i++) {
                assertThat(FilterMeaning.matches(filter, packets.get(i)))
                        .as("%s%n%s", text, packets.get(i))
                        .isEqualTo(judged.get(i));
            }
        }
    }

    @Test
    void everythingIsAskedForWithoutAnExpression() {
        assertThat(new PcapFilter().render(Filter.ANY, SETTINGS))
                .isEqualTo(Rendering.exact(List.of(new Run("expression", List.of()))));
    }

    private static String render(Filter filter) {
        Rendering rendering = new PcapFilter().render(filter, SETTINGS);
        assertThat(rendering.coverage()).isEqualTo(Coverage.EXACT);
        return String.join("", rendering.runs().getFirst().filter());
    }

    private static List<Boolean> judge(String text, List<TestPacket> packets)
            throws NotOpenException, PcapNativeException {
        BpfProgram program;
        try {
            program = ethernet.compileFilter(text, BpfProgram.BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN);
        } catch (PcapNativeException refused) {
            assertThat(refused).as(text).hasMessageContaining(SELECTS_NOTHING);
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
