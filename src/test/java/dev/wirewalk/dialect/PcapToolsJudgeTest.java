package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.wirewalk.command.CapturePlan;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
import dev.wirewalk.profile.Phase;
import dev.wirewalk.profile.ToolProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;

/**
 * For every tool of the family libpcap decides frames of the tool's link type by the text that stands in the line that is shown, taken
 * out of it as the tool's shell or prompt would: exact ones select what was asked for, wider ones all of it.
 */
class PcapToolsJudgeTest {
    private static final int FILTERS = 300;
    private static final int PACKETS = 80;
    private static final String SELECTS_NOTHING = "expression rejects all packets";

    /** A tool with the options that decide its link type, and the word behind which its filter stands; none is the end. */
    record Tool(String id, Map<String, String> settings, Framing framing, String before) {}

    static List<Tool> tools() {
        Map<String, String> usual = Map.of();
        return List.of(
                new Tool("tcpdump", usual, Framing.ETHERNET, "--"),
                new Tool("tcpdump", Map.of("version", "4.0"), Framing.ETHERNET, "--"),
                new Tool("tcpdump", Map.of("interface", "any"), Framing.COOKED, "--"),
                new Tool("tcpdump", Map.of("read", "in.pcap"), Framing.ETHERNET, "--"),
                new Tool("arista-tcpdump", usual, Framing.ETHERNET, "--"),
                new Tool("checkpoint-cppcap", usual, Framing.COOKED, "-f"),
                new Tool("checkpoint-cppcap", Map.of("interface", "eth1"), Framing.ETHERNET, "-f"),
                new Tool("cisco-ftd-capture-traffic", usual, Framing.ETHERNET, ".pcap "),
                new Tool("cisco-nxos-ethanalyzer", usual, Framing.ETHERNET, "capture-filter"),
                new Tool("f5-tcpdump", usual, Framing.ETHERNET, "--"),
                new Tool("fortigate-sniffer", usual, Framing.COOKED, "any"),
                new Tool("fortigate-sniffer", Map.of("interface", "port1"), Framing.ETHERNET, "port1"),
                new Tool("junos-monitor-traffic", usual, Framing.ETHERNET, "matching"),
                new Tool("kubernetes-debug", usual, Framing.COOKED, "--"),
                new Tool("kubernetes-debug", Map.of("interface", "eth0"), Framing.ETHERNET, "--"),
                new Tool("kubernetes-ksniff", usual, Framing.COOKED, "-f"),
                new Tool("linux-pwru", usual, Framing.ETHERNET, ""),
                new Tool("openbsd-pflog", usual, Framing.FIREWALL_LOG, ""),
                new Tool("paloalto-mgmt-tcpdump", usual, Framing.ETHERNET, "filter"),
                new Tool("vmware-pktcap-uw-tcpdump", usual, Framing.ETHERNET, "--"));
    }

    private final ToolCatalogue catalogue = ToolCatalogue.standard();

    @ParameterizedTest
    @MethodSource("tools")
    void libpcapDecidesByTheLineThatIsShown(Tool tool) throws Exception {
        ToolProfile profile = catalogue.profile(tool.id()).orElseThrow();
        boolean ethernet = tool.framing() == Framing.ETHERNET;
        List<TestPacket> packets = (ethernet ? RandomPackets.whole(91, PACKETS) : RandomPackets.some(91, PACKETS))
                .stream().filter(packet -> sees(profile, packet.network())).toList();
        List<byte[]> frames = packets.stream().map(tool.framing()::frame).toList();
        try (PcapHandle handle = open(tool.framing())) {
            for (Filter filter : filters()) {
                CapturePlan plan = catalogue.plan(profile, filter, tool.settings());
                List<Predicate<byte[]>> runs = new ArrayList<>();
                for (int run = 1; run <= plan.runs(); run++) {
                    runs.add(compiled(handle, shown(profile, plan, run, tool.before())));
                }
                for (int i = 0; i < packets.size(); i++) {
                    byte[] frame = frames.get(i);
                    judge(filter, plan, packets.get(i), runs.stream().anyMatch(run -> run.test(frame)));
                }
            }
        }
    }

    private static List<Filter> filters() {
        List<Filter> filters = new ArrayList<>(RandomFilters.some(92, FILTERS / 2));
        filters.addAll(RandomFilters.whole(93, FILTERS / 2));
        return filters;
    }

    private static boolean sees(ToolProfile profile, Network network) {
        return profile.sees().stream().anyMatch(carried -> carried.name().equals(network.name()));
    }

    /** What narrows a wider result is the filter itself, so that holding all that was asked for is enough. */
    private static void judge(Filter filter, CapturePlan plan, TestPacket packet, boolean given) {
        boolean asked = FilterMeaning.matches(filter, packet);
        assertThat(plan.gaps()).allMatch(gap -> gap.narrow().equals(FilterPrinter.print(filter)));
        assertThat(plan.coverage() == Coverage.EXACT ? given : given && asked)
                .as("%s%nas %s %s%nfor %s", FilterPrinter.print(filter), plan.coverage(), plan.filters(), packet)
                .isEqualTo(asked);
    }

    /** The text of the filter in the line that starts the capture; empty when there is none. */
    private static String shown(ToolProfile profile, CapturePlan plan, int run, String before) {
        String line = plan.steps().stream()
                .filter(step -> step.phase() == Phase.START && step.run() == run)
                .flatMap(step -> step.command().lines())
                .filter(one -> one.contains(" -s ")
                        || one.matches(
                                "(.* )?(-n|-f|pwru|diagnose|filter|tcpdump|ethanalyzer|monitor|kubectl|cppcap).*"))
                .findFirst()
                .orElseThrow();
        if (plan.filters().get(run - 1).isEmpty()) {
            return "";
        }
        return switch (profile.quoting()) {
            case SHELL, SINGLE_QUOTES -> behind(Words.of(line, '\''), before);
            case DOUBLE_QUOTES -> behind(Words.of(line, '"'), before);
            case UNQUOTED ->
                line.substring(line.indexOf(before) + before.length()).strip();
            case DEVICE, SHELL_WORDS -> throw new AssertionError("no tool of this family is written so");
        };
    }

    private static String behind(List<String> words, String before) {
        return before.isEmpty() ? words.getLast() : words.get(words.lastIndexOf(before) + 1);
    }

    private static PcapHandle open(Framing framing) throws PcapNativeException {
        try {
            return Pcaps.openDead(framing.linkType(), 65535);
        } catch (LinkageError missing) {
            return abort("libpcap cannot be loaded here, so nothing judges the lines: " + missing);
        }
    }

    private static Predicate<byte[]> compiled(PcapHandle handle, String text) throws Exception {
        try {
            BpfProgram program =
                    handle.compileFilter(text, BpfProgram.BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN);
            return program::applyFilter;
        } catch (PcapNativeException refused) {
            assertThat(refused).as(text).hasMessageContaining(SELECTS_NOTHING);
            return _ -> false;
        }
    }
}
