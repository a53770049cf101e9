package dev.wirewalk.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Turns the key {@code checks} of a document that keeps to the schema into records, and reports what no schema can say. */
final class CheckReader {
    private final YamlDocument document;
    private final Quoting quoting;
    private final List<ToolOption> options;
    private final List<ProfileProblem> problems;

    /** @param problems takes what is wrong */
    CheckReader(YamlDocument document, Quoting quoting, List<ToolOption> options, List<ProfileProblem> problems) {
        this.document = document;
        this.quoting = quoting;
        this.options = options;
        this.problems = problems;
    }

    List<CheckTemplate> read() {
        JsonNode nodes = document.root().path("checks");
        List<CheckTemplate> checks = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            String place = "/checks/" + i;
            checks.add(new CheckTemplate(
                    lines(ProfileReader.texts(node.path("command")), place + "/command"),
                    when(node.path("when"), place + "/when"),
                    node.path("why").asString(""),
                    Risk.valueOf(ProfileReader.upper(node.path("risk").asString("none")))));
        }
        return checks;
    }

    private List<Template> lines(List<String> texts, String place) {
        List<Template> lines = new ArrayList<>();
        for (String text : texts) {
            try {
                Template line = Template.parse(text);
                check(line, place);
                lines.add(line);
            } catch (IllegalArgumentException malformed) {
                add(place, String.valueOf(malformed.getMessage()), List.of());
            }
        }
        return lines;
    }

    private void check(Template line, String place) {
        line.names().stream()
                .filter(name -> !CheckTemplate.isPlaceholder(name))
                .forEach(name -> add(place, "a check knows no {" + name + "}", CheckTemplate.placeholders()));
        if (!line.repeated().isEmpty()) {
            add(place, "a check has no values that repeat: [ ]* is for filters", List.of());
        }
        TemplateQuoting.problem(line, quoting).ifPresent(message -> add(place, message, List.of()));
    }

    private CheckTemplate.When when(JsonNode node, String place) {
        Map<String, Set<String>> has = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> asked : node.path("has").properties()) {
            has.put(asked.getKey(), words(asked.getValue()));
            checkOption(asked.getKey(), words(asked.getValue()), place + "/has/" + asked.getKey());
        }
        return new CheckTemplate.When(
                words(node.path("stage")),
                words(node.path("role")),
                words(node.path("cause")),
                words(node.path("protocol")),
                words(node.path("network")),
                has);
    }

    private void checkOption(String name, Set<String> values, String place) {
        List<ToolOption> found =
                options.stream().filter(option -> option.name().equals(name)).toList();
        if (found.isEmpty()) {
            add(
                    place,
                    "no option is called " + name,
                    options.stream().map(ToolOption::name).sorted().toList());
        }
        for (ToolOption option : found) {
            values.stream()
                    .filter(value -> !option.type().admits(value))
                    .forEach(value ->
                            add(place, "the option takes " + option.type().rule(), List.of()));
        }
    }

    private static Set<String> words(JsonNode node) {
        return new LinkedHashSet<>(ProfileReader.texts(node));
    }

    private void add(String place, String message, List<String> allowed) {
        problems.add(document.problem(place, message, allowed));
    }
}
