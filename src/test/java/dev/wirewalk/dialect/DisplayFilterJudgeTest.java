package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.Tshark;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.RandomFilters;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcap4j.core.PcapNativeException;

/** The real tshark decides frames by what is rendered; exact filters select what they mean, wider ones hold it. */
class DisplayFilterJudgeTest {
    @TempDir
    Path folder;

    @BeforeEach
    void needTheJudge() {
        Tshark.assumeInstalled();
    }

    static DialectSettings settings(String version) {
        return new DialectSettings(version, Set.of(Network.values()), Map.of());
    }

    @Test
    void selectsOfPlainPacketsWhatTheFilterMeans() throws IOException {
        List<TestPacket> packets = RandomPackets.some(62, 1000);
        List<Filter> filters = RandomFilters.some(61, 2000);
        List<BitSet> asked =
                filters.stream().map(filter -> meant(filter, packets)).toList();
        List<byte[]> frames = packets.stream().map(TestPacket::frame).toList();
        assertThat(exact(judge("4.0", filters, asked, frames))).isGreaterThan(1500);
    }

    @Test
    void selectsOfTagsTunnelsQuotesAndFragmentsWhatLibpcapDoes() throws IOException, PcapNativeException {
        List<byte[]> frames = TrapFrames.some(71, 500);
        List<Filter> filters = withoutBytes(RandomFilters.some(72, 700));
        List<BitSet> asked = LibpcapFilters.selected(
                filters.stream().map(FilterPrinter::print).toList(), frames);
        assertThat(exact(judge("4.4", filters, asked, frames))).isEqualTo((long) filters.size());
    }

    /** Frames of all lengths, of a few MAC addresses, with tags; {@code len} and its like are about the frame. */
    @Test
    void selectsByWhatTheFrameSaysOfItself() throws IOException {
        List<TestPacket> packets = RandomPackets.whole(75, 1000);
        List<Filter> filters = RandomFilters.whole(76, 2000);
        List<BitSet> asked =
                filters.stream().map(filter -> meant(filter, packets)).toList();
        List<byte[]> frames = packets.stream().map(TestPacket::frame).toList();
        assertThat(exact(judge("4.4", filters, asked, frames))).isGreaterThan(1000);
    }

    /** The release at hand reads what was written for older ones, but for one field that got another name. */
    @Test
    void selectsNoLessInOldReleases() throws IOException, PcapNativeException {
        List<byte[]> frames = TrapFrames.some(73, 300);
        List<Filter> filters = withoutBytes(RandomFilters.some(74, 300));
        List<BitSet> asked = LibpcapFilters.selected(
                filters.stream().map(FilterPrinter::print).toList(), frames);
        assertThat(exact(judge("3.6", filters, asked, frames))).isBetween(1L, 100L);
    }

    private List<Rendering> judge(String version, List<Filter> filters, List<BitSet> asked, List<byte[]> frames)
            throws IOException {
        List<Rendering> renderings = filters.stream()
                .map(filter -> new DisplayFilter().render(filter, settings(version)))
                .toList();
        TsharkFilters tshark = new TsharkFilters(folder, frames);
        BitSet told = tshark.told();
        assertThat(told.cardinality()).isGreaterThan(frames.size() * 98 / 100);
        List<BitSet> selected = tshark.selected(renderings.stream()
                .map(rendering -> text(rendering).replace("tcp.flags.ecn", "tcp.flags.ece"))
                .toList());
        for (int i = 0; i < filters.size(); i++) {
            Rendering rendering = renderings.get(i);
            BitSet wrong = (BitSet) asked.get(i).clone();
            if (rendering.coverage() == Coverage.EXACT) {
                wrong.xor(selected.get(i));
            } else {
                wrong.andNot(selected.get(i));
            }
            wrong.and(told);
            assertThat(wrong.stream()
                            .limit(3)
                            .mapToObj(at -> at + " " + HexFormat.of().formatHex(frames.get(at))))
                    .as("%s%nas %s", FilterPrinter.print(filters.get(i)), rendering)
                    .isEmpty();
        }
        return renderings;
    }

    private static long exact(List<Rendering> renderings) {
        return renderings.stream()
                .filter(rendering -> rendering.coverage() == Coverage.EXACT)
                .count();
    }

    private static BitSet meant(Filter filter, List<TestPacket> packets) {
        BitSet meant = new BitSet();
        IntStream.range(0, packets.size()).forEach(i -> meant.set(i, FilterMeaning.matches(filter, packets.get(i))));
        return meant;
    }

    /** libpcap rejects a packet that a byte test reads behind, whatever else the filter says. */
    private static List<Filter> withoutBytes(List<Filter> filters) {
        return filters.stream()
                .filter(filter -> !FilterPrinter.print(filter).matches(".*(ip|ip6|arp|tcp|udp|sctp|icmp6?)\\[\\d.*"))
                .toList();
    }

    private static String text(Rendering rendering) {
        return String.join("", rendering.runs().getFirst().filter());
    }
}
