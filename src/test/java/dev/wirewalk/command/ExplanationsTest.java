package dev.wirewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.dialect.Rendering;
import dev.wirewalk.dialect.Run;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.profile.OptionType;
import dev.wirewalk.profile.ToolOption;
import dev.wirewalk.profile.ToolProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every part of a command has its sentence. */
class ExplanationsTest {
    private static final ToolCatalogue TOOLS = ToolCatalogue.standard();

    /** Filters that bring out the forms of the families: one host, clauses, lists, nothing, other networks. */
    private static final List<String> FILTERS = List.of(
            "",
            "host 192.0.2.1",
            "tcp port 443 and host 192.0.2.1 and not host 192.0.2.9",
            "src net 192.0.2.0/24 and dst host 198.51.100.7 and udp portrange 5000-6000",
            "tcp[tcpflags] & (tcp-syn|tcp-ack) = tcp-syn",
            "ip6 host 2001:db8::1 and tcp port 443",
            "arp",
            "icmp and icmp[icmptype] = 8",
            "host 192.0.2.1 or host 192.0.2.2 or host 192.0.2.3 or host 192.0.2.4 or port 53 or port 123");

    static List<String> tools() {
        return TOOLS.ids();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyWordOfEveryStepHasASentence(String id) throws Exception {
        ToolProfile profile = TOOLS.profile(id).orElseThrow();
        Map<String, String> unexplained = new TreeMap<>();
        for (String text : FILTERS) {
            for (Map<String, String> settings : settings(profile)) {
                List<StepExplanation> steps = explain(profile, FilterParser.parse(text), settings);
                for (StepExplanation step : steps) {
                    for (StepExplanation.Line line : step.lines()) {
                        assertThat(words(line))
                                .isEqualTo(line.command().replaceAll(" +", " ").strip());
                        line.parts().stream()
                                .filter(part -> part.meaning().isEmpty())
                                .forEach(part -> unexplained.putIfAbsent(part.text(), line.command()));
                    }
                }
            }
        }
        assertThat(unexplained)
                .as("words that the profile " + id + " does not tell under its key words")
                .isEmpty();
    }

    @Test
    void theLongestGroupOfWordsIsTold() throws Exception {
        String words = "words: {probe: Probes., \"probe {label}\": Probes by name., -w: Writes.}\n";
        assertThat(parts(words, Map.of("count", "5")))
                .containsExactly(
                        new StepPart("probe WW", "Probes by name."),
                        new StepPart("-c 5", "Stop after that many."),
                        new StepPart("-w", "Writes."),
                        new StepPart("/tmp/a.b/x.cap", "Where to."),
                        new StepPart("-e 'a b'", "Selects IPv4 packets."));
    }

    @Test
    void aWordOfASectionCanHaveItsOwnSentence() throws Exception {
        assertThat(parts("words: {-c: Counts.}\n", Map.of("quick", "true")))
                .contains(
                        new StepPart("probe", ""),
                        new StepPart("-q --now", "Be quick."),
                        new StepPart("-c", "Counts."),
                        new StepPart("5", "Stop after that many."));
    }

    private static List<StepPart> parts(String words, Map<String, String> settings) throws Exception {
        TestTool tool =
                TestTool.of(TestTool.PROFILE + words, Rendering.exact(List.of(new Run("words", List.of("a b")))));
        return tool.planner().explain(tool.profile(), FilterParser.parse("ip"), settings).steps().stream()
                .filter(step -> step.step().command().startsWith("probe WW"))
                .flatMap(step -> step.lines().getFirst().parts().stream())
                .toList();
    }

    private static List<StepExplanation> explain(ToolProfile profile, Filter filter, Map<String, String> settings)
            throws Exception {
        try {
            return TOOLS.explain(profile, filter, settings).steps();
        } catch (InvalidOptionException apart) {
            // The values do not go together with the others' defaults.
            return List.of();
        }
    }

    private static String words(StepExplanation.Line line) {
        return String.join(" ", line.parts().stream().map(StepPart::text).toList());
    }

    /** As it stands, with each option by itself, and in each version. */
    private static List<Map<String, String>> settings(ToolProfile profile) {
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        for (String version : profile.versions()) {
            all.add(Map.of(ToolProfile.VERSION, version));
        }
        for (ToolOption option : profile.options()) {
            for (String value : values(option)) {
                Map<String, String> settings = new LinkedHashMap<>(Map.of(option.name(), value));
                all.add(settings);
                option.needs()
                        .forEach(
                                need -> settings.put(need.option(), need.value().orElse("true")));
            }
        }
        return all;
    }

    private static List<String> values(ToolOption option) {
        List<String> values = new ArrayList<>(List.of(""));
        switch (option.type()) {
            case OptionType.WholeNumber(var min, var _) -> values.add(Long.toString(min));
            case OptionType.Choice(var choices) -> values.addAll(choices);
            case OptionType.Flag _ -> values.addAll(List.of(OptionType.Flag.ON, OptionType.Flag.OFF));
            case OptionType.Letters(var letters) -> values.add(letters.substring(0, 1));
            default ->
                List.of("a1", "192.0.2.5", "/tmp/a1").stream()
                        .filter(option.type()::admits)
                        .forEach(values::add);
        }
        return values;
    }
}
