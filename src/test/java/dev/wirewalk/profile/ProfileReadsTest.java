package dev.wirewalk.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wirewalk.profile.Reads.Deed;
import dev.wirewalk.profile.Reads.Effect;
import dev.wirewalk.profile.Reads.Part;
import dev.wirewalk.profile.Reads.Takes;
import dev.wirewalk.profile.Reads.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The key {@code reads} of a profile: what it says, and each way for it not to fit. */
class ProfileReadsTest {
    private static final String GOOD = """
            id: probe
            name: Probe
            vendor: Nobody
            family: words
            summary: Shows packets.
            versions: ["1"]
            sees: [ipv4, ipv6, arp]
            limits: {}
            quoting: shell
            produces: probe-text
            options:
              - {name: count, type: integer, min: 1, max: 10, default: 5, meaning: Stop after that many.}
              - {name: list, type: identifier, max-length: 9, meaning: A list.}
            steps:
              - {phase: start, command: probe, why: Starts.}
            warnings: []
            sources: [a manual]
            reads:
              style: shell
              bare: text
              commands:
                - line: [probe, "run {list} {group} probe"]
                  does: capture
                  form: text
                  parts:
                    - {name: [-c, --count], sets: count}
                    - {name: -e, filter: text, takes: word}
                - line: [probe stop]
            """;

    private final ProfileLoader loader =
            new ProfileLoader(Map.of("words", Set.of()), Map.of(), Map.of("words", Set.of("text")), Optional.empty());

    @Test
    void saysHowCommandsAreRead() throws Exception {
        ToolProfile profile = loader.read("probe.yaml", GOOD);
        assertThat(profile.readsBack()).isTrue();
        Reads reads = profile.reads().orElseThrow();
        assertThat(reads.bare()).contains("text");
        Reads.Command first = reads.commands().getFirst();
        assertThat(first.does()).isEqualTo(Deed.CAPTURE);
        assertThat(first.lines().getLast())
                .containsExactly(
                        new Word.Literal("run"), new Word.Value("list"), new Word.Group(), new Word.Literal("probe"));
        assertThat(first.parts())
                .containsExactly(
                        new Part(
                                List.of("-c", "--count"), new Effect.Sets("count", Optional.empty(), List.of()), false),
                        new Part(List.of("-e"), new Effect.Piece("text", Takes.WORD, false), false));
        assertThat(reads.commands().getLast().does()).isEqualTo(Deed.NOTHING);
    }

    @Test
    void aToolWithoutTheKeyDoesNotReadBack() throws Exception {
        assertThat(loader.read("probe.yaml", GOOD.substring(0, GOOD.indexOf("reads:")))
                        .readsBack())
                .isFalse();
    }

    @Test
    void refusesAnUnknownDeed() {
        assertThat(problem("does: capture", "does: catch"))
                .startsWith("probe.yaml:23: reads/commands/0/does: unknown value (allowed: capture, filter");
    }

    @Test
    void refusesAnOptionThatThereIsNot() {
        assertThat(problem("sets: count", "sets: amount"))
                .isEqualTo(
                        "probe.yaml:26: reads/commands/0/parts/0/sets: no option is called amount (allowed: count, list)");
        assertThat(problem("{list} {group}", "{name} {group}")).contains("no option is called name");
        assertThat(problem("      form: text\n", "      form: text\n      output: file\n"))
                .contains("no option is called file");
    }

    @Test
    void refusesAFormThatTheFamilyDoesNotHave() {
        assertThat(problem("filter: text", "filter: line"))
                .isEqualTo(
                        "probe.yaml:27: reads/commands/0/parts/1/filter: the family words has no form line (allowed: text)");
        assertThat(problem("bare: text", "bare: line")).contains("reads/bare: the family words has no form line");
        assertThat(problem("form: text", "form: line")).contains("reads/commands/0/form: the family words");
    }

    @Test
    void refusesASwitchThatStandsTwice() {
        assertThat(problem("name: -e", "name: -c"))
                .isEqualTo("probe.yaml:27: reads/commands/0/parts/1/name: -c stands here a second time");
    }

    @Test
    void refusesTwoCommandsThatBeginAlike() {
        assertThat(problem("[probe stop]", "[probe]"))
                .isEqualTo("probe.yaml:28: reads/commands/1/line: another command begins with these words");
    }

    @Test
    void refusesACommandThatBeginsWithAnyWord() {
        assertThat(problem("[probe stop]", "\"{list} stop\"")).contains("the first word of a command is not");
    }

    @Test
    void refusesASwitchWithoutItsSign() {
        assertThat(problem("name: -e", "name: e")).contains("a switch begins with -");
    }

    @Test
    void refusesAValueThatTheOptionDoesNotTake() {
        assertThat(problem("sets: count", "sets: count, value: \"11\""))
                .contains("parts/0/value: the option takes a whole number from 1 to 10");
        assertThat(problem("sets: count", "sets: count, times: [\"1\", \"0\"]"))
                .contains("parts/0/times: the option takes a whole number from 1 to 10");
    }

    @Test
    void refusesAPartThatDoesTwoThings() {
        assertThat(problem("sets: count", "sets: count, words: 2"))
                .contains("it does one thing, not sets and words (allowed: sets, filter, uses, words, refused)");
    }

    @Test
    void refusesWhatOnlyAnotherKindOfPartHas() {
        assertThat(problem("sets: count", "sets: count, keep: true")).contains("parts/0/keep: only a piece");
        assertThat(problem("takes: word", "value: word")).contains("parts/1/value: only what sets an option");
    }

    @Test
    void refusesACommandThatDoesNotSayWhatItDoes() {
        assertThat(problem("      does: capture\n", ""))
                .contains(
                        "reads/commands/0: a command with parts, operands or a rest that is a filter says what it does")
                .contains("no command carries a filter");
    }

    @Test
    void wantsTheFormOfACommandThatCarriesAFilter() {
        assertThat(problem("      form: text\n", ""))
                .contains("reads/commands/0: a command that carries a filter needs the key form (allowed: text)");
    }

    private String problem(String good, String bad) {
        assertThat(GOOD).contains(good);
        BadProfileException refused = catchThrowableOfType(
                BadProfileException.class, () -> loader.read("probe.yaml", GOOD.replace(good, bad)));
        assertThat(refused).as("the profile was let through").isNotNull();
        return String.valueOf(refused.getMessage());
    }
}
