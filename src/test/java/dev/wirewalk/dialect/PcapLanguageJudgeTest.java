package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterMeaning;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.RandomTexts;
import dev.wirewalk.filter.TestPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pcap4j.core.BpfProgram;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;

/** Random texts that the real libpcap takes are read here too, mean the same, and mean it still when they are printed again. */
class PcapLanguageJudgeTest {
    private static PcapHandle ethernet;

    @BeforeAll
    static void loadTheJudge() throws PcapNativeException {
        try {
            ethernet = Pcaps.openDead(DataLinkType.EN10MB, 65535);
        } catch (LinkageError missing) {
            abort("libpcap cannot be loaded here, so nothing judges what is read: " + missing);
        }
    }

    @AfterAll
    static void release() {
        if (ethernet != null) {
            ethernet.close();
        }
    }

    @Test
    void whateverLibpcapTakesIsReadAndMeansTheSame() throws NotOpenException {
        List<TestPacket> packets = RandomPackets.whole(71, 200);
        RandomTexts texts = new RandomTexts(72);
        int accepted = 0;
        int written = 0;
        List<String> notRead = new ArrayList<>();
        List<String> different = new ArrayList<>();
        List<String> refusedByLibpcap = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            String text = texts.next();
            Optional<List<Boolean>> judged = judge(text, packets);
            try {
                Filter filter = FilterParser.parse(text);
                if (judged.isEmpty()) {
                    refusedByLibpcap.add(text);
                    continue;
                }
                accepted++;
                Optional<List<Boolean>> again = FilterPrinter.expression(filter).flatMap(one -> judge(one, packets));
                if (!again.equals(judged)) {
                    different.add(text + "   AS   " + FilterPrinter.print(filter));
                }
                if (terms(filter).anyMatch(Filter.Written.class::isInstance)) {
                    written++;
                } else {
                    List<Boolean> meant = packets.stream()
                            .map(packet -> FilterMeaning.matches(filter, packet))
                            .toList();
                    if (!meant.equals(judged.get())) {
                        different.add(text + "   MEANS   " + filter);
                    }
                }
            } catch (FilterSyntaxException refused) {
                if (judged.isPresent()) {
                    accepted++;
                    boolean tooLarge = String.valueOf(refused.getMessage()).contains("protocol number is 0 to 255");
                    // Refused by libpcap 1.11 too; those before take such a number and select nothing.
                    if (!tooLarge) {
                        notRead.add(text + "   BECAUSE   " + refused.getMessage());
                    }
                }
            }
        }
        assertThat(accepted).isGreaterThan(1000);
        assertThat(written).isLessThan(accepted / 3);
        assertThat(refusedByLibpcap.size()).isLessThan(accepted / 20);
        assertThat(different).isEmpty();
        assertThat(notRead).isEmpty();
    }

    private static Stream<Filter.Term> terms(Filter filter) {
        return switch (filter) {
            case Filter.Any _ -> Stream.of();
            case Filter.And(var parts) -> parts.stream().flatMap(PcapLanguageJudgeTest::terms);
            case Filter.Or(var parts) -> parts.stream().flatMap(PcapLanguageJudgeTest::terms);
            case Filter.Not(var part) -> terms(part);
            case Filter.Encapsulated(var _, var _, var inner) -> terms(inner);
            case Filter.Term term -> Stream.of(term);
        };
    }

    /** Nothing when libpcap refuses the text; one that it takes to select nothing selects nothing. */
    private static Optional<List<Boolean>> judge(String text, List<TestPacket> packets) {
        BpfProgram program;
        try {
            program = ethernet.compileFilter(text, BpfProgram.BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN);
        } catch (PcapNativeException refused) {
            return String.valueOf(refused.getMessage()).contains("rejects all packets")
                    ? Optional.of(packets.stream().map(_ -> false).toList())
                    : Optional.empty();
        } catch (NotOpenException closed) {
            throw new IllegalStateException(closed);
        }
        try {
            return Optional.of(
                    packets.stream().map(packet -> applies(program, packet)).toList());
        } finally {
            program.free();
        }
    }

    private static boolean applies(BpfProgram program, TestPacket packet) {
        return program.applyFilter(packet.frame());
    }
}
