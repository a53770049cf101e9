package dev.wirewalk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.RandomFilters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a filter becomes for tools that lack a part of the language; libpcap judges these texts in {@link PcapToolsJudgeTest}. */
class PcapLackTest {
    private static final String SYN = "tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn";

    @Test
    void nothingLackingChangesNothing() throws Exception {
        assertThat(text("host 10.1.1.1 and (" + SYN + ")")).isEqualTo("host 10.1.1.1 and (" + SYN + ")");
    }

    @Test
    void numbersStandForNames() throws Exception {
        assertThat(text(SYN, "flag-names", "double-equals")).isEqualTo("tcp[13] & 18 = 2");
        assertThat(text("icmp[icmptype] == 8", "flag-names")).isEqualTo("icmp[0] == 8");
        assertThat(text("tcp[tcpflags] & tcp-rst != 0", "flag-names")).isEqualTo("tcp[13] & 4 != 0");
    }

    @Test
    void lessOrGreaterStandsForUnequal() throws Exception {
        assertThat(text("tcp[tcpflags] & tcp-rst != 0", "not-equal", "flag-names"))
                .isEqualTo("(tcp[13] & 4 < 0) or (tcp[13] & 4 > 0)");
        assertThat(text("ip[8] != 64", "not-equal")).isEqualTo("(ip[8] < 64) or (ip[8] > 64)");
    }

    @Test
    void portsOrBytesStandForARange() throws Exception {
        assertThat(text("tcp dst portrange 80-81", "portrange")).isEqualTo("tcp dst port 80 or tcp dst port 81");
        assertThat(text("udp src portrange 16384-32767", "portrange"))
                .isEqualTo("((udp[0:2] >= 16384) and (udp[0:2] <= 32767))"
                        + " or ((ip6[6] == 17) and (ip6[40:2] >= 16384) and (ip6[40:2] <= 32767))");
    }

    @Test
    void whatAPromptCouldTakeForItsOwnIsLoosened() throws Exception {
        Rendering rendering = render("host 10.1.1.1 and not (" + SYN + " and port 80) and " + SYN, "shell-signs");
        assertThat(rendering.coverage()).isEqualTo(Coverage.WIDER);
        assertThat(rendering.runs().getFirst().filter()).containsExactly("host 10.1.1.1 and tcp");
        assertThat(rendering.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.term()).isEqualTo(SYN);
            assertThat(gap.reason()).contains("takes no quotes");
        });
        assertThat(render("tcp[13] = 2", "shell-signs").coverage()).isEqualTo(Coverage.EXACT);
    }

    @Test
    void noTermIsLeftWithWhatIsLacking() {
        for (Filter filter : RandomFilters.some(71, 400)) {
            for (PcapLack lack : PcapLack.values()) {
                Rendering rendering = new PcapFilter().render(filter, settings(lack.word()));
                String text = rendering.runs().stream()
                        .flatMap(run -> run.filter().stream())
                        .collect(Collectors.joining(" "));
                boolean unsaid = lack == PcapLack.DOUBLE_EQUALS ? text.contains("==") : lack.concerns(text);
                assertThat(unsaid).as("%s: %s", lack, text).isFalse();
            }
        }
    }

    private static String text(String filter, String... lacks) throws Exception {
        Rendering rendering = render(filter, lacks);
        assertThat(rendering.coverage()).isEqualTo(Coverage.EXACT);
        return String.join("", rendering.runs().getFirst().filter());
    }

    private static Rendering render(String filter, String... lacks) throws Exception {
        return new PcapFilter().render(FilterParser.parse(filter), settings(lacks));
    }

    private static DialectSettings settings(String... lacks) {
        return new DialectSettings("1", Set.of(Network.values()), Map.of(), Set.copyOf(List.of(lacks)));
    }
}
