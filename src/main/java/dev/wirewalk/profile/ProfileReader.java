package dev.wirewalk.profile;

import dev.wirewalk.address.IpVersion;
import dev.wirewalk.profile.StepTemplate.Take;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Turns a document that keeps to the schema into records; written out by hand, as a data binding costs start-up time. */
final class ProfileReader {
    private final YamlDocument document;
    private final List<ProfileProblem> problems = new ArrayList<>();

    ProfileReader(YamlDocument document) {
        this.document = document;
    }

    /** @throws BadProfileException when a template or an option type is malformed */
    ToolProfile read() throws BadProfileException {
        JsonNode root = document.root();
        List<String> versions = texts(root.path("versions"));
        Quoting quoting = Quoting.valueOf(upper(text(root, "quoting")));
        List<ToolOption> options = options(root.path("options"));
        ToolProfile profile = new ToolProfile(
                text(root, "id"),
                text(root, "name"),
                text(root, "vendor"),
                text(root, "family"),
                text(root, "summary"),
                versions,
                root.path("default-version").asString(versions.getFirst()),
                carried(root.path("sees")),
                limits(root.path("limits")),
                lacks(root.path("lacks")),
                quoting,
                LanguageReader.read(root.path("language"), carried(root.path("sees")), versions),
                options,
                steps(root.path("steps")),
                warnings(root.path("warnings")),
                text(root, "produces"),
                ReadsReader.read(root.path("reads")),
                texts(root.path("sources")),
                words(root.path("words")),
                optional(root, "comment"),
                Sight.valueOf(upper(root.path("sees-translation").asString("interface"))),
                texts(root.path("unverified")),
                new CheckReader(document, quoting, options, problems).read());
        if (!problems.isEmpty()) {
            throw new BadProfileException(problems);
        }
        return profile;
    }

    private List<ToolOption> options(JsonNode nodes) {
        List<ToolOption> options = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            options.add(new ToolOption(
                    text(node, "name"),
                    type(node, "/options/" + i),
                    node.path("default").asString(""),
                    node.path("required").asBoolean(false),
                    node.path("unit").asString(""),
                    text(node, "meaning"),
                    optional(node, "since"),
                    node.path("per-run").asBoolean(false),
                    states(node.path("needs")),
                    states(node.path("excludes")),
                    presets(node.path("presets")),
                    texts(node.path("unverified"))));
        }
        return options;
    }

    private OptionType type(JsonNode node, String pointer) {
        return switch (text(node, "type")) {
            case "integer" -> {
                need(node, pointer, "min", "max");
                yield new OptionType.WholeNumber(
                        node.path("min").asLong(0), node.path("max").asLong(0));
            }
            case "choice" -> {
                need(node, pointer, "values");
                yield new OptionType.Choice(texts(node.path("values")));
            }
            case "flag" -> new OptionType.Flag(node.path("writes").asString(""));
            case "identifier" -> {
                need(node, pointer, "max-length");
                yield new OptionType.Identifier(length(node), reserved(node));
            }
            case "interface" -> {
                need(node, pointer, "max-length");
                yield new OptionType.InterfaceName(length(node), reserved(node));
            }
            case "file" -> {
                need(node, pointer, "max-length");
                yield new OptionType.FileName(length(node));
            }
            case "word" -> {
                need(node, pointer, "max-length");
                yield new OptionType.Word(length(node), text(node, "signs"));
            }
            case "server" -> new OptionType.ServerAddress();
            case "address" -> new OptionType.Address(optional(node, "ip").map(word -> IpVersion.valueOf("V" + word)));
            case "letters" -> {
                need(node, pointer, "letters");
                yield new OptionType.Letters(node.path("letters").asString(""));
            }
            case "modules" -> {
                need(node, pointer, "modules");
                yield new OptionType.Modules(ModuleReader.tree(node));
            }
            default -> throw new IllegalStateException("the schema lets through a type that the reader does not know");
        };
    }

    private void need(JsonNode node, String pointer, String... keys) {
        for (String key : keys) {
            if (!node.has(key)) {
                problems.add(document.problem(
                        pointer, "an option of type " + text(node, "type") + " needs the key " + key, List.of()));
            }
        }
    }

    private List<StepTemplate> steps(JsonNode nodes) {
        List<StepTemplate> steps = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            steps.add(new StepTemplate(
                    Phase.valueOf(upper(text(node, "phase"))),
                    ConditionReader.conditions(node.path("when")),
                    lines(node.path("command"), "/steps/" + i + "/command"),
                    text(node, "why"),
                    Risk.valueOf(upper(node.path("risk").asString("none"))),
                    texts(node.path("unverified"))));
        }
        return steps;
    }

    private List<StepTemplate.Line> lines(JsonNode command, String pointer) {
        if (!command.isArray()) {
            return line(command, pointer).stream().toList();
        }
        List<StepTemplate.Line> lines = new ArrayList<>();
        for (int i = 0; i < command.size(); i++) {
            line(command.get(i), pointer + "/" + i).ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<StepTemplate.Line> line(JsonNode node, String pointer) {
        String text = expanded(node.isObject() ? text(node, "line") : node.asString());
        try {
            return Optional.of(new StepTemplate.Line(
                    Template.parse(text),
                    ConditionReader.conditions(node.path("when")),
                    optional(node, "for-each"),
                    Take.valueOf(upper(node.path("take").asString("all")))));
        } catch (IllegalArgumentException e) {
            problems.add(document.problem(pointer, String.valueOf(e.getMessage()), List.of()));
            return Optional.empty();
        }
    }

    /** Puts each fragment in the place of its name in double braces; a fragment may hold those that stand before it. */
    private String expanded(String text) {
        String expanded = text;
        for (Map.Entry<String, JsonNode> fragment :
                List.copyOf(document.root().path("fragments").properties()).reversed()) {
            expanded = expanded.replace(
                    "{{" + fragment.getKey() + "}}", fragment.getValue().asString());
        }
        return expanded;
    }

    private List<WarningTemplate> warnings(JsonNode nodes) {
        List<WarningTemplate> warnings = new ArrayList<>();
        for (JsonNode node : nodes) {
            warnings.add(new WarningTemplate(
                    Risk.valueOf(upper(text(node, "level"))),
                    ConditionReader.conditions(node.path("when")),
                    text(node, "text"),
                    texts(node.path("unverified"))));
        }
        return warnings;
    }

    private static List<Lack> lacks(JsonNode nodes) {
        List<Lack> lacks = new ArrayList<>();
        for (JsonNode node : nodes) {
            String word = node.isObject() ? text(node, "word") : node.asString();
            lacks.add(new Lack(word, ConditionReader.conditions(node.path("when"))));
        }
        return lacks;
    }

    private static List<OptionState> states(JsonNode nodes) {
        return texts(nodes).stream().map(OptionState::parse).toList();
    }

    private static Set<Carried> carried(JsonNode nodes) {
        Set<Carried> carried = new LinkedHashSet<>();
        texts(nodes).forEach(word -> carried.add(Carried.valueOf(upper(word))));
        return carried;
    }

    private static Map<String, Integer> limits(JsonNode node) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> limits.put(entry.getKey(), entry.getValue().asInt()));
        return limits;
    }

    private static List<Preset> presets(JsonNode nodes) {
        List<Preset> presets = new ArrayList<>();
        nodes.forEach(node -> presets.add(new Preset(text(node, "name"), text(node, "value"))));
        return presets;
    }

    private static Map<String, String> words(JsonNode node) {
        Map<String, String> words = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> words.put(entry.getKey(), entry.getValue().asString()));
        return words;
    }

    private static int length(JsonNode node) {
        return node.path("max-length").asInt(0);
    }

    private static Set<String> reserved(JsonNode node) {
        return Set.copyOf(texts(node.path("reserved")));
    }

    private static Optional<String> optional(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.path(key).asString()) : Optional.empty();
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }

    /** The texts of a list, or the one text that stands for a list of one. */
    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> texts.add(item.asString()));
        } else if (!node.isMissingNode()) {
            texts.add(node.asString());
        }
        return texts;
    }

    static String upper(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
