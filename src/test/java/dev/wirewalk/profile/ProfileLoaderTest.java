package dev.wirewalk.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileLoaderTest {
    static final String GOOD = """
            id: probe
            name: Probe
            vendor: Nobody
            family: words
            summary: Shows packets.
            versions: ["2", "1"]
            sees: [ipv4, ipv6, arp]
            limits: {lines: 3}
            quoting: shell
            produces: probe-text
            reads-back: false
            options:
              - name: count
                type: integer
                min: 1
                max: 10
                default: 5
                meaning: Stop after that many.
            steps:
              - phase: start
                command: "probe[ -c {count}][ -e {filter}]*"
                why: Starts.
            warnings: []
            sources: [a manual]
            """;

    private final ProfileLoader loader = new ProfileLoader(
            Map.of("words", Set.of("lines")), Map.of("words", Set.of("commas", "ranges")), Optional.empty());

    @Test
    void readsAGoodProfile() throws Exception {
        ToolProfile profile = loader.read("probe.yaml", GOOD);
        assertThat(profile.defaultVersion()).isEqualTo("2");
        assertThat(profile.option("count").orElseThrow().type()).isEqualTo(new OptionType.WholeNumber(1, 10));
        assertThat(profile.steps().getFirst().lines().getFirst().template().names())
                .containsExactly("count", "filter");
    }

    @Test
    void namesAnUnknownKeyWithThoseThatThereAre() {
        assertThat(problem(GOOD.replace("summary: Shows", "sumary: Shows")))
                .contains("probe.yaml:5: sumary: unknown key (allowed: ")
                .contains("summary");
    }

    @Test
    void namesAMissingKey() {
        assertThat(problem(GOOD.replace("quoting: shell\n", ""))).contains("the key quoting is missing");
    }

    @Test
    void namesAnUnknownValueWithThoseThatThereAre() {
        assertThat(problem(GOOD.replace("phase: start", "phase: begin")))
                .isEqualTo(
                        "probe.yaml:20: steps/0/phase: unknown value (allowed: prepare, start, watch, stop, export, cleanup)");
    }

    @Test
    void wantsVersionsInQuotes() {
        assertThat(problem(GOOD.replace("[\"2\", \"1\"]", "[9.10, \"1\"]"))).contains("probe.yaml:6: versions/0: ");
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertThat(problem(GOOD + "name: Again\n")).isEqualTo("probe.yaml:25: name: the key stands here a second time");
    }

    @Test
    void refusesWhatIsNoYaml() {
        assertThat(problem(GOOD + "a: [1\n")).startsWith("probe.yaml:2");
        assertThat(problem("")).isEqualTo("probe.yaml:1: a profile is a mapping of keys to values");
        assertThat(problem("a: &x [1]\nb: *x\n")).startsWith("probe.yaml:1: a: anchors are not used");
    }

    @Test
    void refusesARangeThatEndsBeforeItBegins() {
        assertThat(problem(GOOD.replace("max: 10", "max: 0")))
                .contains("probe.yaml:16: options/0/max: the range ends at 0");
    }

    @Test
    void refusesADefaultThatTheOptionDoesNotTake() {
        assertThat(problem(GOOD.replace("default: 5", "default: 50")))
                .isEqualTo("probe.yaml:17: options/0/default: the option takes a whole number from 1 to 10");
    }

    @Test
    void refusesATypeWithoutItsKeys() {
        assertThat(problem(GOOD.replace("    max: 10\n", "")))
                .contains("options/0: an option of type integer needs the key max");
    }

    @Test
    void refusesTwoOptionsOfOneName() {
        String twice = GOOD.replace("steps:", "  - {name: count, type: flag, default: true, meaning: Again.}\nsteps:");
        assertThat(problem(twice)).contains("probe.yaml:19: options/1/name: the name count is taken");
        assertThat(problem(GOOD.replace("name: count", "name: version").replace("{count}", "{version}")))
                .contains("the name version is taken");
    }

    @Test
    void refusesAPlaceholderThatNoOptionFills() {
        assertThat(problem(GOOD.replace("{count}", "{amount}")))
                .isEqualTo(
                        "probe.yaml:21: steps/0/command: no option is called {amount} (allowed: count, filter, filter-1, filter-2, filter-words, remote-filter, run)");
    }

    @Test
    void refusesAValueThatMayBeMissingOutsideOfASection() {
        assertThat(problem(GOOD.replace("[ -c {count}]", " -c {count}"))).contains("{count} may be left out");
    }

    @Test
    void refusesTheFilterWhereItsPiecesWouldRunTogether() {
        assertThat(problem(GOOD.replace("[ -e {filter}]*", "[ -e {filter}]"))).contains("{filter} has several values");
        assertThat(problem(GOOD.replace("[ -e {filter}]*", "[ -e {filter-as-x}]")))
                .contains("{filter-as-x} has several values");
    }

    @Test
    void refusesTemplatesThatBreakQuoting() {
        assertThat(problem(GOOD.replace("-e {filter}", "-e '{filter}'")))
                .contains("{filter} stands inside of ' quotes");
        assertThat(problem(GOOD.replace("probe[", "probe 'x[")))
                .contains("probe.yaml:21: steps/0/command: {count} stands inside of ' quotes");
        assertThat(problem(GOOD.replace("probe[", "probe $(id)["))).contains("must not hold the character $");
        assertThat(problem(GOOD.replace("probe[", "probe `id`["))).contains("must not hold the character `");
        assertThat(problem(GOOD.replace("probe[", "probe 'x'[ '{count}'][").replace("'x'", "x")))
                .contains("{count} stands inside of ' quotes");
        assertThat(problem(GOOD.replace("]*\"", "]* 'open\""))).contains("the quote ' is not closed");
        assertThat(problem(GOOD.replace("quoting: shell", "quoting: device").replace("probe[", "probe; reload[")))
                .contains("must not hold the character ;");
    }

    @Test
    void refusesAMalformedTemplate() {
        assertThat(problem(GOOD.replace("{count}", "{Count}"))).contains("steps/0/command: the placeholder at column");
        assertThat(problem(GOOD.replace("]*\"", "\""))).contains("a [ is not closed by ]");
        assertThat(problem(GOOD.replace("probe[", "probe[ -x]["))).contains("no placeholder that could leave it out");
    }

    @Test
    void refusesAFamilyThatNobodySpeaks() {
        assertThat(problem(GOOD.replace("family: words", "family: signs")))
                .isEqualTo("probe.yaml:4: family: no filter language is called signs (allowed: words)");
    }

    @Test
    void wantsTheLimitsOfTheFamily() {
        assertThat(problem(GOOD.replace("{lines: 3}", "{rows: 3}")))
                .contains("probe.yaml:8: limits: the family words asks for the limit lines (allowed: lines)")
                .contains("probe.yaml:8: limits/rows: the family words knows no such limit (allowed: lines)");
    }

    @Test
    void wantsASentenceForWhatTheToolDoesNotSee() {
        assertThat(problem(GOOD.replace("ipv6, arp", "ipv6")))
                .contains("probe.yaml:7: sees: the tool does not see arp");
    }

    @Test
    void refusesStepsOutOfOrder() {
        String turned = GOOD.replace("warnings:", "  - {phase: prepare, command: probe -h, why: Helps.}\nwarnings:");
        assertThat(problem(turned))
                .contains("probe.yaml:23: steps/1/phase: the step stands behind one of a later phase");
    }

    @Test
    void refusesConditionsOnWhatThereIsNot() {
        String when = "  - {phase: stop, command: probe -k, why: Ends., when: {set: amount, since: \"3\"}}\nwarnings:";
        assertThat(problem(GOOD.replace("warnings:", when)))
                .contains("steps/1/when/set: no option is called amount (allowed: count)")
                .contains("steps/1/when/since: the version 3 is not listed (allowed: 2, 1)");
    }

    @Test
    void readsWhatGoesTogetherAndWhatIsLacking() throws Exception {
        ToolProfile profile = loader.read(
                "probe.yaml",
                withSecond("needs: [count=3], excludes: count=4")
                        .replace("quoting:", "lacks: [commas, {word: ranges, when: {set: count}}]\nquoting:"));
        ToolOption second = profile.option("second").orElseThrow();
        assertThat(second.needs()).containsExactly(new OptionState("count", Optional.of("3")));
        assertThat(second.excludes()).containsExactly(new OptionState("count", Optional.of("4")));
        assertThat(profile.lacks())
                .containsExactly(
                        new Lack("commas", List.of()), new Lack("ranges", List.of(new Condition.OptionSet("count"))));
    }

    @Test
    void refusesNeedsAndExcludesThatCannotBeKept() {
        assertThat(problem(withSecond("needs: amount")))
                .contains("probe.yaml:19: options/1/needs: no option is called amount (allowed: count, second)");
        assertThat(problem(withSecond("excludes: [count=11]")))
                .contains("options/1/excludes: count takes a whole number from 1 to 10");
        assertThat(problem(withSecond("excludes: second"))).contains("an option says nothing of itself");
        assertThat(problem(withSecond("excludes: count, default: 2")))
                .contains("the defaults of the two options do not go together");
        assertThat(problem(withSecond("needs: count, required: true, default: 2")))
                .contains("a required option is always set and cannot need another one");
        assertThat(problem(withSecond("excludes: count, required: true, default: 2")))
                .contains("a required option is always set and would keep the other one out");
    }

    private static String withSecond(String keys) {
        String second = "  - {name: second, type: integer, min: 1, max: 3, meaning: Second., " + keys + "}\nsteps:";
        return GOOD.replace("steps:", second);
    }

    @Test
    void aFragmentStandsInEveryLineThatNamesIt() throws Exception {
        String profile = GOOD.replace("[ -c {count}]", "{{limit}}")
                .replace("options:", "fragments: {number: \"{count}\", limit: \"[ -c {{number}}]\"}\noptions:");
        assertThat(loader.read("probe.yaml", profile).steps())
                .isEqualTo(loader.read("probe.yaml", GOOD).steps());
        assertThat(problem(profile.replace("{{limit}}", "{{border}}")))
                .contains("the {{ }} at column 6 is not the name of a fragment of this profile");
    }

    @Test
    void refusesALackThatTheFamilyDoesNotKnow() {
        assertThat(problem(GOOD.replace("quoting:", "lacks: [colons]\nquoting:")))
                .isEqualTo(
                        "probe.yaml:9: lacks/0: the family words has no part called colons (allowed: commas, ranges)");
        assertThat(problem(GOOD.replace("quoting:", "lacks: [{word: commas, when: {set: amount}}]\nquoting:")))
                .contains("lacks/0/when/set: no option is called amount");
    }

    @Test
    void wantsTheFileToBeCalledAsTheTool() {
        assertThat(problem(GOOD.replace("id: probe", "id: other")))
                .contains("the file of this profile is called other.yaml");
    }

    @Test
    void aFolderAddsToolsAndOverridesThem(@TempDir Path folder) throws IOException, BadProfileException {
        Files.writeString(folder.resolve("probe.yaml"), GOOD);
        Files.writeString(folder.resolve("tcpdump.yaml"), GOOD.replace("id: probe", "id: tcpdump"));
        ProfileLoader more = new ProfileLoader(Map.of("words", Set.of("lines")), Optional.of(folder));
        assertThat(more.ids())
                .contains("probe", "tcpdump", "checkpoint-fw-monitor")
                .doesNotHaveDuplicates();
        assertThat(more.load("probe")).get().extracting(ToolProfile::vendor).isEqualTo("Nobody");
        assertThat(more.load("tcpdump")).get().extracting(ToolProfile::vendor).isEqualTo("Nobody");
    }

    @Test
    void anIdentifierCannotLeaveTheFolder(@TempDir Path folder) throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.writeString(folder.resolve("probe.yaml"), GOOD);
        ProfileLoader more = new ProfileLoader(Map.of("words", Set.of("lines")), Optional.of(inner));
        assertThat(List.of(more.load("../probe"), more.load(""), more.load("no-such")))
                .allMatch(Optional::isEmpty);
    }

    private String problem(String text) {
        BadProfileException refused =
                catchThrowableOfType(BadProfileException.class, () -> loader.read("probe.yaml", text));
        assertThat(refused).as("the profile was let through").isNotNull();
        return String.valueOf(refused.getMessage());
    }
}
