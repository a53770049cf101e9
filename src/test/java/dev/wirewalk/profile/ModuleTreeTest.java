package dev.wirewalk.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Debug modules and presets, as a profile states them. */
class ModuleTreeTest {
    private static final String GOOD = """
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
              - name: debug
                type: modules
                meaning: What to say.
                ask: probe -m
                flag-warnings: {danger: It can stall., unverified: Ask the device.}
                all-flags: {meaning: Everything., risk: danger}
                presets:
                  - {name: Drops, value: fw + drop}
                modules:
                  up: [error, info]
                  fw:
                    meaning: The firewall.
                    unverified: true
                    flags:
                      - conn
                      - {name: drop, meaning: Says why.}
                      - {name: packet, risk: danger}
                      - {name: crypt, risk: caution, warning: It tells secrets.}
            steps:
              - phase: start
                command:
                  - {line: "probe {debug}", for-each: debug}
                  - {line: "probe set {filter-words}", for-each: filter-words}
                why: Starts.
            warnings: []
            sources: [a manual]
            """;

    private final ProfileLoader loader =
            new ProfileLoader(Map.of("words", Set.of("lines")), Map.of(), Optional.empty());

    @Test
    void readsModulesWithAndWithoutMeanings() throws Exception {
        ToolOption option = loader.read("probe.yaml", GOOD).option("debug").orElseThrow();
        ModuleTree tree = ((OptionType.Modules) option.type()).tree();

        assertThat(tree.modules()).extracting(ModuleTree.Module::name).containsExactly("up", "fw");
        ModuleTree.Module firewall = tree.module("fw").orElseThrow();
        assertThat(firewall.unverified()).isTrue();
        assertThat(firewall.flags())
                .extracting(ModuleTree.Flag::risk)
                .containsExactly(Risk.NONE, Risk.NONE, Risk.DANGER, Risk.CAUTION);
        assertThat(tree.flag("fw", "drop").orElseThrow().meaning()).isEqualTo("Says why.");
        assertThat(tree.flag("up", "info").orElseThrow().meaning()).isEmpty();
        assertThat(tree.flag("up", "all").orElseThrow().risk()).isEqualTo(Risk.DANGER);
        assertThat(tree.flag("none", "all")).isEmpty();
        assertThat(tree.ask(firewall)).contains("probe -m fw");
        assertThat(option.presets()).containsExactly(new Preset("Drops", "fw + drop"));
    }

    @Test
    void refusesAFlagThatStandsTwice() {
        assertThat(problem(GOOD.replace("- conn", "- drop")))
                .contains("options/0/modules: the flag drop of fw stands there a second time");
    }

    @Test
    void wantsTheSentenceOfARisk() {
        assertThat(problem(GOOD.replace("danger: It can stall., ", "")))
                .contains("the flag packet of fw is marked danger, so flag-warnings needs the sentence for danger")
                .contains("the flag all of all modules is marked danger");
        assertThat(problem(GOOD.replace(", unverified: Ask the device.", "")))
                .contains("the module fw is marked unverified, so flag-warnings needs the sentence for unverified");
        assertThat(problem(GOOD.replace("risk: caution, warning", "warning")))
                .contains("the flag crypt of fw has a warning, so it needs the key risk");
    }

    @Test
    void refusesAPresetThatTheOptionDoesNotTake() {
        assertThat(problem(GOOD.replace("value: fw + drop", "value: fw + nosuch")))
                .contains("options/0/presets/0/value: the option takes modules with their flags");
        assertThat(problem(GOOD.replace("value: fw + drop}", "value: fw + drop}, {name: Drops, value: up + all}")
                        .replace("- {name: Drops, value: fw + drop}, ", "- {name: Drops, value: fw + drop}\n      - ")))
                .contains("options/0/presets/1/name: the name Drops is taken");
    }

    @Test
    void refusesKeysThatAFlagDoesNotHave() {
        assertThat(problem(GOOD.replace("meaning: Says why.", "sense: Says why.")))
                .contains("sense: unknown key");
        assertThat(problem(GOOD.replace("- conn", "- Conn"))).contains("options/0/modules/fw/flags/0");
    }

    private String problem(String text) {
        BadProfileException refused =
                catchThrowableOfType(BadProfileException.class, () -> loader.read("probe.yaml", text));
        assertThat(refused).as("the profile was let through").isNotNull();
        return String.valueOf(refused.getMessage());
    }
}
