package dev.wirewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.dialect.Gap;
import dev.wirewalk.dialect.Rendering;
import dev.wirewalk.dialect.Run;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.Named;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The conditions that raise a profile's warnings, and the marks of what is not verified. */
class WarningConditionsTest {
    private static final Filter IPV4 = new Filter.Ether(Network.IPV4);

    @Test
    void raisesWarningsByWhatTheFilterNames() throws Exception {
        TestTool tool = TestTool.of(
                warning(warning(TestTool.PROFILE, "names: [port, flags]", "first"), "names-none: address", "second"),
                Rendering.exact(List.of(new Run("words", List.of("a")))));
        assertThat(texts(tool.plan(FilterParser.parse("port 53"), Map.of()))).contains("first", "second");
        assertThat(texts(tool.plan(FilterParser.parse("ip and not tcp port 53 and host 10.0.0.1"), Map.of())))
                .contains("first")
                .doesNotContain("second");
        assertThat(texts(tool.plan(FilterParser.parse("host 10.0.0.1"), Map.of())))
                .doesNotContain("first", "second");
    }

    @Test
    void tellsTheKindsOfTermsApart() throws Exception {
        assertThat(
                        NamedTerms.of(
                                FilterParser.parse(
                                        "host 10.0.0.1 or not (net 10.0.0.0/8 and tcp port 80) or icmp[icmptype] = 8 or ip[6:2] & 0x1fff != 0")))
                .containsExactlyInAnyOrder(Named.ADDRESS, Named.NETWORK, Named.PORT, Named.ICMP, Named.BYTES);
        assertThat(NamedTerms.of(FilterParser.parse("arp or tcp[tcpflags] & tcp-syn != 0")))
                .containsExactlyInAnyOrder(Named.PROTOCOL, Named.FLAGS);
    }

    @Test
    void looksInsideOfTagsAndTunnels() throws Exception {
        assertThat(NamedTerms.of(FilterParser.parse("vlan 100 and host 10.0.0.1 and tcp port 80")))
                .containsExactlyInAnyOrder(Named.VLAN, Named.ADDRESS, Named.PORT);
        assertThat(NamedTerms.of(FilterParser.parse("mpls 7 and not arp")))
                .containsExactlyInAnyOrder(Named.TUNNEL, Named.PROTOCOL);
        assertThat(NamedTerms.of(FilterParser.parse("vlan"))).containsExactly(Named.VLAN);
    }

    @Test
    void raisesWarningsByAWordOfTheWrittenFilter() throws Exception {
        String profile = warning(TestTool.PROFILE, "says: [sctp, esp]", "rare");
        assertThat(texts(TestTool.of(
                                profile, Rendering.exact(List.of(new Run("words", List.of("a", "permit sctp any")))))
                        .plan(IPV4, Map.of())))
                .contains("rare");
        assertThat(texts(TestTool.of(profile, Rendering.exact(List.of(new Run("words", List.of("permit sctps any")))))
                        .plan(IPV4, Map.of())))
                .doesNotContain("rare");
    }

    @Test
    void raisesWarningsByTheCoverage() throws Exception {
        String profile = warning(TestTool.PROFILE, "coverage: wider", "more");
        Run run = new Run("words", List.of("a"));
        Gap gap = new Gap("tcp[13] = 2", "No flags.", "tcp[13] = 2");
        assertThat(texts(TestTool.of(profile, Rendering.of(List.of(run), List.of(gap)))
                        .plan(IPV4, Map.of())))
                .contains("more");
        assertThat(texts(TestTool.of(profile, Rendering.exact(List.of(run))).plan(IPV4, Map.of())))
                .doesNotContain("more");
    }

    @Test
    void raisesWarningsByANumber() throws Exception {
        TestTool tool = TestTool.of(
                warning(warning(TestTool.PROFILE, "above: {count: 5}", "much"), "below: {count: 5}", "little"),
                Rendering.exact(List.of(new Run("words", List.of("a")))));
        assertThat(texts(tool.plan(IPV4, Map.of("count", "6"))))
                .contains("much")
                .doesNotContain("little");
        assertThat(texts(tool.plan(IPV4, Map.of("count", "4"))))
                .contains("little")
                .doesNotContain("much");
        for (String neither : List.of("5", "")) {
            assertThat(texts(tool.plan(IPV4, Map.of("count", neither)))).doesNotContain("much", "little");
        }
    }

    @Test
    void saysWhatIsNotVerifiedOfThePartsThatAreUsed() throws Exception {
        String profile = TestTool.PROFILE
                        .replace("since: \"2\", meaning: Be quick.", "meaning: Be quick., unverified: Quick is.")
                        .replace("command: probe kill", "unverified: Kill is.\n    command: probe kill")
                        .replace("text: no limit", "unverified: Limits are., text: no limit")
                + "unverified: [The tool is.]\n";
        TestTool tool = TestTool.of(profile, Rendering.exact(List.of(new Run("words", List.of("a")))));
        assertThat(texts(tool.plan(IPV4, Map.of())))
                .contains("Not verified: The tool is.")
                .noneMatch(text -> text.matches(".*(Quick|Kill|Limits).*"));
        assertThat(texts(tool.plan(IPV4, Map.of("quick", "true", "version", "1", "count", ""))))
                .endsWith(
                        "Not verified: The tool is.",
                        "Not verified: Quick is.",
                        "Not verified: Kill is.",
                        "Not verified: Limits are.");
    }

    private static String warning(String profile, String when, String text) {
        return profile.replace(
                "warnings:\n", "warnings:\n  - {level: caution, when: {" + when + "}, text: " + text + "}\n");
    }

    private static List<String> texts(CapturePlan plan) {
        return plan.warnings().stream().map(PlanWarning::text).toList();
    }
}
