package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.Tshark;
import dev.wirewalk.command.LineTools;
import dev.wirewalk.command.Narrowing;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.dialect.lines.LineDevices;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.PacketHeaders;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
import dev.wirewalk.profile.ToolProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what a tool captures beyond the filter, the display filter of its plan leaves in tshark exactly what was asked. */
class NarrowingJudgeTest {
    @TempDir
    Path folder;

    /** A wider plan: what was asked, what the tool captures, and what to type in Wireshark. */
    private record Wider(Filter filter, BitSet asked, BitSet captured, String display) {}

    @ParameterizedTest
    @ValueSource(strings = {"windows-pktmon", "paloalto-packet-diag"})
    void leavesWhatWasAsked(String tool) throws Exception {
        Tshark.assumeInstalled();
        DialectSettings settings = LineTools.settings(
                tool,
                ToolCatalogue.standard()
                        .profile(tool)
                        .map(ToolProfile::defaultVersion)
                        .orElseThrow());
        List<TestPacket> packets = RandomPackets.some(95, 600).stream()
                .filter(packet -> settings.sees().contains(packet.network()))
                .toList();
        List<Wider> plans = new ArrayList<>();
        for (Filter filter : RandomFilters.some(96, 250)) {
            wider(tool, settings, filter, packets).ifPresent(plans::add);
        }
        assertThat(plans).hasSizeGreaterThan(50);
        assertThat(judge(plans, packets)).isGreaterThan(20);
    }

    /** @return in how many plans there was something to take away */
    private int judge(List<Wider> plans, List<TestPacket> packets) throws IOException {
        TsharkFilters tshark = new TsharkFilters(
                folder, packets.stream().map(TestPacket::frame).toList());
        BitSet told = tshark.told();
        List<BitSet> shown = tshark.selected(plans.stream().map(Wider::display).toList());
        int narrowed = 0;
        for (int i = 0; i < plans.size(); i++) {
            Wider plan = plans.get(i);
            BitSet left = (BitSet) plan.captured().clone();
            left.and(told);
            int before = left.cardinality();
            left.and(shown.get(i));
            BitSet asked = (BitSet) plan.asked().clone();
            asked.and(told);
            assertThat(left)
                    .as("%s%nnarrowed by %s", FilterPrinter.print(plan.filter()), plan.display())
                    .isEqualTo(asked);
            narrowed += before > left.cardinality() ? 1 : 0;
        }
        return narrowed;
    }

    private static Optional<Wider> wider(String tool, DialectSettings settings, Filter filter, List<TestPacket> packets)
            throws Exception {
        ToolCatalogue catalogue = ToolCatalogue.standard();
        Optional<Narrowing> narrowing = catalogue
                .plan(catalogue.profile(tool).orElseThrow(), filter, Map.of())
                .narrowing()
                .filter(one -> one.displayCoverage() == Coverage.EXACT);
        List<Predicate<PacketHeaders>> runs = new ArrayList<>();
        new FieldLines()
                .render(filter, settings)
                .runs()
                .forEach(run -> runs.add(LineDevices.of(tool).apply(run)));
        return narrowing.map(one -> new Wider(
                filter,
                of(packets, packet -> FilterMeaning.matches(filter, packet)),
                of(packets, packet -> runs.stream().anyMatch(run -> run.test(packet))),
                one.display()));
    }

    private static BitSet of(List<TestPacket> packets, Predicate<TestPacket> test) {
        BitSet set = new BitSet();
        IntStream.range(0, packets.size()).forEach(i -> set.set(i, test.test(packets.get(i))));
        return set;
    }
}
