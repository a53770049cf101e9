package dev.wirewalk.profile;

import static dev.wirewalk.profile.ProfileLoaderTest.GOOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The keys of a profile that tell people what it means and what is not sure, and the finer conditions of warnings. */
class ProfileWordsTest {
    private final ProfileLoader loader = new ProfileLoader(Map.of("words", Set.of("lines")), Optional.empty());

    @Test
    void refusesABoundForAnOptionThatIsNoNumber() {
        String when = "  - {level: caution, text: Much., when: {above: {filter: 3}, below: {count: 2}}}\nsources:";
        assertThat(problem(GOOD.replace("warnings: []\nsources:", "warnings:\n" + when)))
                .isEqualTo("probe.yaml:24: warnings/0/when/above/filter: no option of type integer is called filter"
                        + " (allowed: count)");
    }

    @Test
    void refusesAKindOfTermThatThereIsNot() {
        String when = "  - {level: caution, text: Much., when: {names: colour}}\nsources:";
        assertThat(problem(GOOD.replace("warnings: []\nsources:", "warnings:\n" + when)))
                .contains("warnings/0/when/names: unknown value (allowed: address, network, port, ");
    }

    @Test
    void refusesAWordThatNoStepSays() {
        assertThat(problem(GOOD + "words: {-c: Counts., \"-e {filter}\": Filters., -x: Nothing.}\n"))
                .isEqualTo("probe.yaml:25: words/-x: no step says -x");
    }

    @Test
    void wantsWholeSentences() {
        assertThat(problem(GOOD + "unverified: no stop\n")).contains("probe.yaml:25: unverified: ");
        assertThat(problem(GOOD + "words: {-c: no stop}\n")).contains("probe.yaml:25: words/-c: ");
    }

    @Test
    void wantsAMarkForComments() {
        assertThat(problem(GOOD + "comment: reload\n")).contains("probe.yaml:25: comment: ");
    }

    @Test
    void namesWhichSidesOfATranslationAToolCanSee() {
        assertThat(problem(GOOD + "sees-translation: none\n"))
                .isEqualTo("probe.yaml:25: sees-translation: unknown value (allowed: interface, both)");
    }

    @Test
    void readsWhatIsNotVerified() throws Exception {
        ToolProfile profile = loader.read(
                "probe.yaml",
                GOOD.replace("meaning: Stop after that many.", "meaning: Stop.\n    unverified: [One., Two.]")
                                .replace("why: Starts.", "why: Starts.\n    unverified: Three.")
                        + "unverified: Four.\n");
        assertThat(profile.option("count").orElseThrow().unverified()).containsExactly("One.", "Two.");
        assertThat(profile.steps().getFirst().unverified()).containsExactly("Three.");
        assertThat(profile.unverified()).containsExactly("Four.");
    }

    private String problem(String text) {
        BadProfileException refused =
                catchThrowableOfType(BadProfileException.class, () -> loader.read("probe.yaml", text));
        assertThat(refused).as("the profile was let through").isNotNull();
        return String.valueOf(refused.getMessage());
    }
}
