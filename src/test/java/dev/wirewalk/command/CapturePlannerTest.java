package dev.wirewalk.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.dialect.Gap;
import dev.wirewalk.dialect.Rendering;
import dev.wirewalk.dialect.Run;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.Phase;
import dev.wirewalk.profile.Risk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CapturePlannerTest {
    private static final Filter IPV4 = new Filter.Ether(Network.IPV4);

    @Test
    void writesEachPieceQuotedForAShell() throws Exception {
        CapturePlan plan =
                TestTool.writing(new Run("words", List.of("a b", "c"))).plan(IPV4, Map.of());
        assertThat(commands(plan, Phase.START)).containsExactly("probe WW -c 5 -w /tmp/a.b/x.cap -e 'a b' -e 'c'");
        assertThat(plan.filters()).containsExactly("a b\nc");
    }

    @Test
    void aShellReadsAHostilePieceAsOneWord() throws Exception {
        String hostile = "it's; echo $(id) `id` \\ \"x\" | !! > /tmp/y";
        CapturePlan plan = TestTool.writing(new Run("words", List.of(hostile))).plan(IPV4, Map.of());
        String command = commands(plan, Phase.START).getFirst();
        Process shell = new ProcessBuilder(
                        "sh", "-c", "probe() { for word; do printf '<%s>' \"$word\"; done; }; " + command)
                .start();
        assertThat(new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("<WW><-c><5><-w></tmp/a.b/x.cap><-e><" + hostile + ">");
    }

    @Test
    void aPieceThatADeviceCouldMisreadIsNeverWritten() throws Exception {
        String device = TestTool.PROFILE.replace("quoting: shell", "quoting: device");
        for (String piece : List.of("a; reload", "a\nreload", "a | b", "a?", "a\"b", "$(x)", "`x`")) {
            TestTool tool = TestTool.of(device, Rendering.exact(List.of(new Run("words", List.of(piece)))));
            assertThatThrownBy(() -> tool.plan(IPV4, Map.of())).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aLineBreakIsNeverWrittenIntoAShellWord() throws Exception {
        TestTool tool = TestTool.writing(new Run("words", List.of("a\nb")));
        assertThatThrownBy(() -> tool.plan(IPV4, Map.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leavesOutWhatIsNotSet() throws Exception {
        TestTool tool = TestTool.writing(new Run("words", List.of()));
        assertThat(commands(tool.plan(IPV4, Map.of("count", "", "quick", "true")), Phase.START))
                .containsExactly("probe WW -q --now -w /tmp/a.b/x.cap");
    }

    @Test
    void repeatsLinesForEachPieceAndTakesFirstAndRest() throws Exception {
        CapturePlan plan = TestTool.writing(new Run("list", List.of("x", "y"))).plan(IPV4, Map.of());
        assertThat(commands(plan, Phase.PREPARE))
                .containsExactly("probe add 'x'\nprobe add 'y'", "probe first fw + drop\nprobe rest up + all");
    }

    @Test
    void aStepWithoutLinesIsLeftOut() throws Exception {
        CapturePlan plan = TestTool.writing(new Run("list", List.of())).plan(IPV4, Map.of("debug", ""));
        assertThat(plan.steps()).extracting(Step::phase).containsExactly(Phase.START, Phase.STOP);
    }

    @Test
    void severalRunsHaveNamesOfTheirOwnAndAWarning() throws Exception {
        CapturePlan plan = TestTool.writing(new Run("words", List.of("a")), new Run("words", List.of("b")))
                .plan(IPV4, Map.of());
        assertThat(commands(plan, Phase.START))
                .containsExactly(
                        "probe WW-1 -c 5 -w /tmp/a.b/x-1.cap -e 'a'", "probe WW-2 -c 5 -w /tmp/a.b/x-2.cap -e 'b'");
        assertThat(plan.steps()).extracting(Step::run).isSorted().contains(1, 2);
        assertThat(plan.warnings()).anyMatch(warning -> warning.text().contains("2 runs"));
    }

    @Test
    void aNameThatBecomesTooLongWithItsRunIsRefused() throws Exception {
        TestTool tool = TestTool.writing(new Run("words", List.of("a")), new Run("words", List.of("b")));
        assertThatThrownBy(() -> tool.plan(IPV4, Map.of("label", "ABC")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("\"ABC-1\" is refused");
    }

    @Test
    void raisesWarningsByTheirConditions() throws Exception {
        TestTool open = TestTool.writing(new Run("words", List.of()));
        assertThat(texts(open.plan(Filter.ANY, Map.of()))).containsExactly("no filter", "arp", "all flags");
        assertThat(texts(open.plan(IPV4, Map.of("count", "", "quick", "true", "debug", "fw + conn"))))
                .containsExactly("no filter", "no limit", "quick");
        TestTool closed = TestTool.writing(new Run("list", List.of("one")));
        assertThat(texts(closed.plan(IPV4, Map.of()))).containsExactly("only one", "all flags", "list");
    }

    @Test
    void warnsOfEachChosenFlagByTheRiskOfTheProfile() throws Exception {
        String profile = TestTool.PROFILE
                .replace(
                        "modules: {fw: [drop, conn], up: [error]}",
                        "modules: {fw: [drop, {name: vm, risk: danger}, {name: crypt, risk: caution, warning: Secret.}],"
                                + " up: {unverified: true, flags: [error]}}, all-flags: {risk: danger},"
                                + " flag-warnings: {danger: Heavy., unverified: Ask.}")
                .replace("  - {level: danger, when: {has: {debug: all}}, text: all flags}\n", "");
        TestTool tool = TestTool.of(profile, Rendering.exact(List.of(new Run("words", List.of("a")))));

        assertThat(tool.plan(IPV4, Map.of("debug", "fw + vm crypt drop, up + all"))
                        .warnings())
                .containsExactly(
                        new PlanWarning(Risk.DANGER, "fw + vm, up + all: Heavy."),
                        new PlanWarning(Risk.CAUTION, "fw + crypt: Secret."),
                        new PlanWarning(Risk.CAUTION, "up: Ask."));
        assertThat(tool.plan(IPV4, Map.of("debug", "fw + drop")).warnings()).isEmpty();
    }

    @Test
    void oneLineServesSeveralForms() throws Exception {
        String profile = TestTool.PROFILE.replace("[ -e {filter}]*", "[ -e {filter-as-words}]*[ -l {filter-as-list}]*");
        TestTool words = TestTool.of(profile, Rendering.exact(List.of(new Run("words", List.of("a", "b")))));
        TestTool list = TestTool.of(profile, Rendering.exact(List.of(new Run("list", List.of("c")))));

        assertThat(commands(words.plan(IPV4, Map.of()), Phase.START).getFirst()).endsWith("x.cap -e 'a' -e 'b'");
        assertThat(commands(list.plan(IPV4, Map.of()), Phase.START).getFirst()).endsWith("x.cap -l 'c'");
    }

    @Test
    void theWordsOfAPieceCanStandApart() throws Exception {
        String profile = TestTool.PROFILE.replace(
                "line: \"probe add {filter}\", for-each: filter",
                "line: \"probe set {filter-words}\", for-each: filter-words");
        TestTool tool = TestTool.of(
                profile, Rendering.exact(List.of(new Run("list", List.of("str a_1 10.1.1.1;id", "int b 6")))));

        assertThat(commands(tool.plan(IPV4, Map.of()), Phase.PREPARE).getFirst())
                .isEqualTo("probe set str a_1 '10.1.1.1;id'\nprobe set int b 6");
    }

    @Test
    void theVersionChoosesSteps() throws Exception {
        TestTool tool = TestTool.writing(new Run("words", List.of("a")));
        assertThat(commands(tool.plan(IPV4, Map.of()), Phase.STOP)).containsExactly("probe end");
        assertThat(commands(tool.plan(IPV4, Map.of("version", "1")), Phase.STOP))
                .containsExactly("probe kill");
        assertThat(tool.planner().plan(tool.profile(), IPV4, "1", Map.of()).version())
                .isEqualTo("1");
        assertThatThrownBy(() -> tool.plan(IPV4, Map.of("version", "3")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("version: \"3\" is not a version that probe is known for; known are 2, 1");
    }

    @Test
    void anOptionThatIsNewerThanTheVersionIsRefusedWhenItIsAskedFor() throws Exception {
        TestTool tool = TestTool.writing(new Run("words", List.of("a")));
        assertThatThrownBy(() -> tool.plan(IPV4, Map.of("version", "1", "quick", "true")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("quick: probe has this option since version 2, and the chosen version is 1");
        assertThat(tool.plan(IPV4, Map.of("version", "1", "quick", "false")).runs())
                .isEqualTo(1);
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThatThereAre() throws Exception {
        TestTool tool = TestTool.writing(new Run("words", List.of("a")));
        assertThatThrownBy(() -> tool.plan(IPV4, Map.of("colour", "red")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage(
                        "there is no option \"colour\" for probe; there are count, debug, file, label, quick, version");
    }

    @Test
    void whatCannotBeSaidHasNoStepsButItsReason() throws Exception {
        Gap gap = new Gap("tcp[13] = 2", "No flags.", "tcp[13] = 2");
        CapturePlan plan =
                TestTool.of(TestTool.PROFILE, Rendering.unsupported(gap)).plan(Filter.ANY, Map.of());
        assertThat(plan)
                .isEqualTo(new CapturePlan(
                        "probe",
                        "2",
                        Coverage.UNSUPPORTED,
                        0,
                        List.of(),
                        List.of(gap),
                        Optional.empty(),
                        List.of(),
                        List.of()));
    }

    private static List<String> commands(CapturePlan plan, Phase phase) {
        return plan.steps().stream()
                .filter(step -> step.phase() == phase)
                .map(Step::command)
                .toList();
    }

    private static List<String> texts(CapturePlan plan) {
        return plan.warnings().stream().map(PlanWarning::text).toList();
    }
}
