package dev.wirewalk.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LanguageChecksTest {
    private static final String GOOD = """
            id: probe
            name: Probe
            vendor: Nobody
            family: field-lines
            summary: Shows packets.
            versions: ["2", "1"]
            sees: [ipv4, ipv6, arp]
            limits: {runs: 1}
            quoting: device
            produces: probe-text
            language:
              ways:
                - form: lines
                  kind: alternatives
                  lines: 4
                  line: "add {fields}"
                  fields:
                    source: {text: "from {value}", values: {host: "{address}", prefix: "{address}/{length}"}}
                    destination: {text: "to {value}", values: {host: "{address}"}}
                    protocol: {text: "proto {value}", words: {tcp: 6}}
                    source-port: {text: "sport {value}", protocols: [6]}
                    tcp-flags: {text: "flags {flags}", words: {S: syn}}
            options:
              - {name: count, type: integer, min: 1, max: 10, default: 5, meaning: Stop after that many.}
            steps:
              - {phase: start, command: "probe[ -c {count}][ -e {filter}]*", why: Starts.}
            warnings: []
            sources: [a manual]
            """;

    private final ProfileLoader loader =
            new ProfileLoader(Map.of("field-lines", Set.of("runs"), "words", Set.of("runs")), Optional.empty());

    @Test
    void readsAGoodLanguage() throws Exception {
        LineWay way = loader.read("probe.yaml", GOOD)
                .language("2")
                .orElseThrow()
                .ways()
                .getFirst();
        assertThat(way.fields()).extracting(LineField::name).contains("source", "tcp-flags");
        assertThat(way.lines()).isEqualTo(4);
    }

    @Test
    void wantsALanguageExactlyForTheFamilyThatTakesOne() {
        assertThat(problem(GOOD.replace("family: field-lines", "family: words")))
                .contains("probe.yaml:11: language: the family knows its language by itself");
        assertThat(problem(GOOD.replaceAll("(?s)language:.*?options", "options")))
                .contains("probe.yaml:4: family: the family field-lines needs the key language");
    }

    @Test
    void namesAnUnknownFieldWithThoseThatThereAre() {
        assertThat(problem(GOOD.replace("    source: {text", "    sender: {text")))
                .contains(
                        "probe.yaml:18: language/ways/0/fields/sender: unknown key (allowed: network, protocol, source");
    }

    @Test
    void namesAMissingPlaceholder() {
        assertThat(problem(GOOD.replace("from {value}", "from")))
                .contains("fields/source/text: the placeholder {value} is missing");
        assertThat(problem(GOOD.replace("{address}/{length}", "{address}")))
                .contains("fields/source/values/prefix: a prefix is an address with its length");
        assertThat(problem(GOOD.replace("add {fields}", "add")))
                .contains("ways/0/line: the fields of the line stand nowhere (allowed: {fields}, {field})");
        assertThat(problem(GOOD.replace("flags {flags}", "flags"))).contains("the flags stand nowhere");
    }

    @Test
    void namesAnUnknownPlaceholder() {
        assertThat(problem(GOOD.replace("to {value}", "to {value} {hops}")))
                .contains("fields/destination/text: there is no {hops} here (allowed: value)");
        assertThat(problem(GOOD.replace("add {fields}", "add {name} {fields}")))
                .contains("there is no {name} here (allowed: field, fields, number)");
    }

    @Test
    void refusesTextsThatBreakQuoting() {
        assertThat(problem(GOOD.replace("from {value}", "from {value}; reload")))
                .contains(
                        "probe.yaml:18: language/ways/0/fields/source/text: a language must not write the character ;");
        assertThat(problem(GOOD.replace("from {value}", "from | {value}"))).contains("writes | only in quotes");
        assertThat(problem(GOOD.replace("add {fields}", "add 'x {fields}"))).contains("must not write the character '");
        assertThat(problem(GOOD.replace("{S: syn}", "{\"$S\": syn}"))).contains("must not write the character $");
    }

    @Test
    void refusesBadLimits() {
        assertThat(problem(GOOD.replace("lines: 4", "lines: 0"))).contains("language/ways/0/lines");
        assertThat(problem(GOOD.replace("lines: 4", "lines: {\"3\": 4}")))
                .contains("the version 3 is not listed (allowed: 2, 1)");
    }

    @Test
    void refusesFieldsWithoutThoseTheyNeed() {
        assertThat(problem(GOOD.replace("sport {value}\", protocols: [6]", "sport {value}\"")))
                .contains("fields/source-port: a port needs the key protocols or alone");
        assertThat(problem(GOOD.replaceAll("        protocol: .*\\n", "        icmp-code: {}\n")))
                .contains("a code of ICMP needs a field icmp-type beside it")
                .contains("flags need a field protocol beside them");
    }

    @Test
    void refusesWordsForWhatThereIsNot() {
        assertThat(problem(GOOD.replace("{tcp: 6}", "{tcp: 600}")))
                .contains("fields/protocol/words/tcp: the word stands for nothing that there is (allowed: 0 to 255)");
        assertThat(problem(GOOD.replace("{S: syn}", "{S: sin}"))).contains("allowed: ack, cwr, ece");
    }

    @Test
    void wantsRulesToPermitAndDeny() {
        assertThat(problem(GOOD.replace("kind: alternatives", "kind: rules")))
                .contains("rules need the key permit")
                .contains("rules are written by permit and deny");
        assertThat(problem(GOOD.replace("line: \"add", "deny: \"no {fields}\"\n      line: \"add")))
                .contains("only rules have the key deny");
    }

    @Test
    void wantsAWayForAllNetworksWhereRunsCannotBeAtOnce() {
        assertThat(problem(GOOD.replace("  ways:", "  at-once: 1\n  ways:")
                        .replace("kind: alternatives", "kind: alternatives\n      networks: [ipv4]")))
                .contains("language/at-once: in version 2 no way writes all networks in one run");
        assertThat(problem(GOOD.replace("  ways:", "  at-once: 0\n  ways:"))).contains("language/at-once");
    }

    @Test
    void refusesAWayThatWouldBeUsedForSomeOfItsNetworksOnly() {
        String four = """
                - form: four
                      kind: alternatives
                      lines: 4
                      networks: [ipv4]
                      line: "add ip {fields}"
                      fields:
                        protocol: {text: "proto {value}", words: {tcp: 6}}
                """;
        String refused = "in version 2 the way lines would be used for some of its networks only";
        assertThat(problem(GOOD.replace("- form: lines", four + "    - form: lines")))
                .contains("probe.yaml:12: language/ways: " + refused);
        assertThat(problem(GOOD.replace("options:", "    " + four + "options:")))
                .contains(refused);
        assertThat(problem(GOOD.replace(
                        "kind: alternatives", "kind: alternatives\n      replies: word\n      replies-word: both")))
                .contains("in version 2 the way lines takes replies: word for several networks");
    }

    @Test
    void refusesAFormThatNoRunHas() {
        assertThat(problem(GOOD.replace("phase: start,", "phase: start, when: {form: tuples},")))
                .contains("no way of the language has this form (allowed: everything, lines)");
    }

    @Test
    void refusesALanguageThatCannotSelectWhatTheToolSees() {
        String all = GOOD.replace("  ways:\n", "  everything: false\n  ways:\n")
                .replace("      lines: 4", "      networks: [ipv4]\n      lines: 4");
        assertThat(problem(all)).contains("and everything is false");
    }

    private String problem(String text) {
        BadProfileException refused =
                catchThrowableOfType(BadProfileException.class, () -> loader.read("probe.yaml", text));
        assertThat(refused).as("the profile was let through").isNotNull();
        return String.valueOf(refused.getMessage());
    }
}
