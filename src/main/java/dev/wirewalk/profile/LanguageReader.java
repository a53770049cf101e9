package dev.wirewalk.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the key {@code language} of a document that keeps to the schema, as it holds for one release of the tool. */
final class LanguageReader {
    private final Set<Carried> sees;
    private final List<String> versions;
    private final String version;

    private LanguageReader(Set<Carried> sees, List<String> versions, String version) {
        this.sees = sees;
        this.versions = versions;
        this.version = version;
    }

    /** The language for each release; none when the profile has no such key. */
    static Map<String, Language> read(JsonNode node, Set<Carried> sees, List<String> versions) {
        Map<String, Language> languages = new LinkedHashMap<>();
        if (node.isObject()) {
            versions.forEach(
                    version -> languages.put(version, new LanguageReader(sees, versions, version).language(node)));
        }
        return languages;
    }

    private Language language(JsonNode node) {
        List<LineWay> ways = new ArrayList<>();
        node.path("ways").forEach(way -> {
            if (holds(way)) {
                ways.add(way(way));
            }
        });
        Optional<Integer> atOnce =
                node.has("at-once") ? Optional.of(node.path("at-once").asInt()) : Optional.empty();
        return new Language(ways, node.path("everything").asBoolean(true), atOnce);
    }

    /** Whether what {@code since} and {@code before} say includes the release. */
    private boolean holds(JsonNode node) {
        return (!node.has("since") || atLeast(node.path("since").asString()))
                && (!node.has("before") || !atLeast(node.path("before").asString()));
    }

    private boolean atLeast(String first) {
        return versions.indexOf(version) <= versions.indexOf(first);
    }

    private LineWay way(JsonNode node) {
        LineWay.Kind kind = LineWay.Kind.valueOf(upper(text(node, "kind", "alternatives")));
        List<LineField> fields = new ArrayList<>();
        node.path("fields").properties().forEach(entry -> {
            if (holds(entry.getValue())) {
                fields.add(field(entry.getKey(), entry.getValue()));
            }
        });
        return new LineWay(
                text(node, "form", ""),
                kind,
                node.has("networks") ? networks(node.path("networks")) : sees,
                kind == LineWay.Kind.SINGLE ? 1 : lines(node.path("lines")),
                LineWay.Replies.valueOf(upper(text(node, "replies", "never"))),
                optional(node, "replies-word"),
                texts(node.path(kind == LineWay.Kind.RULES ? "permit" : "line"), "{fields}"),
                kind == LineWay.Kind.RULES ? texts(node.path("deny"), "") : List.of(),
                text(node, "separator", " "),
                whole(node.path("whole")),
                node.path("number").path("first").asInt(1),
                node.path("number").path("step").asInt(1),
                node.path("ordered").asBoolean(false),
                node.path("abbreviate").asInt(0),
                fields);
    }

    private static Optional<LineWay.Whole> whole(JsonNode node) {
        return node.isObject()
                ? Optional.of(
                        new LineWay.Whole(text(node, "start", ""), text(node, "between", " "), text(node, "end", "")))
                : Optional.empty();
    }

    /** One number, or numbers by the release that brought them. */
    private int lines(JsonNode node) {
        if (!node.isObject()) {
            return node.asInt(1);
        }
        return node.properties().stream()
                .filter(entry -> atLeast(entry.getKey()))
                .min(java.util.Comparator.comparing(entry -> versions.indexOf(entry.getKey())))
                .map(entry -> entry.getValue().asInt())
                .orElse(1);
    }

    private LineField field(String name, JsonNode node) {
        return new LineField(
                name,
                text(node, "text", "{value}"),
                optional(node, "not"),
                optional(node, "unsaid"),
                node.path("always").asBoolean(false),
                node.path("zero-prefix").asBoolean(false),
                words(node.path("values")),
                several(node.path("list")),
                optional(node, "two"),
                numbers(node.path("protocols")),
                numbers(node.path("alone")),
                node.path("instead-of-protocol").asBoolean(false),
                words(node.path("words")),
                node.path("numbers").asBoolean(!node.has("words")),
                node.path("lowest").asInt(0),
                text(node, "set", "{flag}"),
                optional(node, "unset"),
                text(node, "none", ""),
                text(node, "between", " "),
                texts(node.path("reads"), ""));
    }

    private static Optional<LineField.Several> several(JsonNode node) {
        return node.isObject()
                ? Optional.of(new LineField.Several(
                        node.path("most").asInt(1),
                        optional(node, "text"),
                        optional(node, "not"),
                        text(node, "between", ","),
                        node.path("mixed").asBoolean(true)))
                : Optional.empty();
    }

    private static Set<Carried> networks(JsonNode node) {
        Set<Carried> networks = new LinkedHashSet<>();
        node.forEach(word -> networks.add(Carried.valueOf(upper(word.asString()))));
        return networks;
    }

    private static Set<Integer> numbers(JsonNode node) {
        Set<Integer> numbers = new LinkedHashSet<>();
        node.forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }

    private static Map<String, String> words(JsonNode node) {
        Map<String, String> words = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> words.put(entry.getKey(), entry.getValue().asString()));
        return words;
    }

    /** A list of texts, or the one text that stands for it. */
    private static List<String> texts(JsonNode node, String otherwise) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(text -> texts.add(text.asString()));
        } else if (!node.isMissingNode()) {
            texts.add(node.asString());
        } else if (!otherwise.isEmpty()) {
            texts.add(otherwise);
        }
        return texts;
    }

    private static Optional<String> optional(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.path(key).asString()) : Optional.empty();
    }

    private static String text(JsonNode node, String key, String otherwise) {
        return node.path(key).asString(otherwise);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
