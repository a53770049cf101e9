package dev.wirewalk.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The key {@code checks} of a profile: what is taken, and what is refused with file, line and key. */
class ProfileChecksSectionTest {
    private static final String GOOD = ProfileLoaderTest.GOOD + """
            checks:
              - command: ["look route {destination}", "look here[ {interface}]"]
                when: {stage: [arp, syn], role: [server], cause: [silent_drop], has: {count: ["5"]}}
                why: Shows the route.
                risk: caution
            """;

    private final ProfileLoader loader =
            new ProfileLoader(Map.of("words", Set.of("lines")), Map.of("words", Set.of()), Optional.empty());

    @Test
    void areRead() throws Exception {
        CheckTemplate check = loader.read("probe.yaml", GOOD).checks().getFirst();

        assertThat(check.lines()).extracting(Template::text).hasSize(2).contains("look route {destination}");
        assertThat(check.when())
                .isEqualTo(new CheckTemplate.When(
                        Set.of("arp", "syn"),
                        Set.of("server"),
                        Set.of("silent_drop"),
                        Set.of(),
                        Set.of(),
                        Map.of("count", Set.of("5"))));
        assertThat(check.risk()).isEqualTo(Risk.CAUTION);
    }

    @Test
    void aProfileNeedsNone() throws Exception {
        assertThat(loader.read("probe.yaml", ProfileLoaderTest.GOOD).checks()).isEmpty();
    }

    @Test
    void whatIsWrongIsNamedWithFileLineAndKey() {
        assertThat(problem("{destination}", "{target}"))
                .startsWith("probe.yaml:26: checks/0/command: a check knows no {target} (allowed: client, ")
                .contains("next-hop");
        assertThat(problem("why:", "wy:")).contains("probe.yaml:28: checks/0/wy: unknown key (allowed: command, why");
        assertThat(problem("[arp, syn]", "[dns]"))
                .isEqualTo("probe.yaml:27: checks/0/when/stage/0: unknown value"
                        + " (allowed: arp, syn, synack, ack, data, application)");
        assertThat(problem("silent_drop", "bad_luck")).contains("probe.yaml:27: checks/0/when/cause/0: unknown value");
        assertThat(problem("[server]", "[router]")).contains("(allowed: client, between, server)");
        assertThat(problem("{count: [\"5\"]}", "{amount: [\"5\"]}"))
                .isEqualTo("probe.yaml:27: checks/0/when/has/amount: no option is called amount (allowed: count)");
        assertThat(problem("{count: [\"5\"]}", "{count: [\"50\"]}"))
                .contains("checks/0/when/has/count: the option takes");
        assertThat(problem("[ {interface}]", "[ {interface}]*")).contains("probe.yaml:26: checks/0/command: ");
    }

    @Test
    void noTemplateMayBreakQuoting() {
        for (String bad : List.of("'{interface}'", "`id` {interface}", "$(id) {interface}", "a\\\\ {interface}")) {
            assertThat(problem("look here[ {interface}]", bad)).startsWith("probe.yaml:26: checks/0/command: ");
        }
    }

    private String problem(String text, String wrong) {
        assertThat(GOOD).contains(text);
        BadProfileException refused = catchThrowableOfType(
                BadProfileException.class, () -> loader.read("probe.yaml", GOOD.replace(text, wrong)));
        assertThat(refused).as("%s was let through", wrong).isNotNull();
        return String.valueOf(refused.getMessage());
    }
}
