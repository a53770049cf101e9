package dev.wirewalk.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML file as a JSON tree that remembers the line of every value, which a data binding would lose. Anchors are refused:
 * a profile is read by people from top to bottom.
 */
final class YamlDocument {
    private final String file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<ProfileProblem> problems = new ArrayList<>();
    private final JsonNode root;

    private YamlDocument(String file, String text) {
        this.file = file;
        this.root = compose(text).map(node -> convert(node, "")).orElseGet(JsonNodeFactory.instance::missingNode);
    }

    /** @throws BadProfileException when the text is not YAML, has a key twice or anchors */
    static YamlDocument parse(String file, String text) throws BadProfileException {
        YamlDocument document = new YamlDocument(file, text);
        if (document.problems.isEmpty() && !document.root.isObject()) {
            document.problems.add(
                    new ProfileProblem(file, 1, "", "a profile is a mapping of keys to values", List.of()));
        }
        if (!document.problems.isEmpty()) {
            throw new BadProfileException(document.problems);
        }
        return document;
    }

    JsonNode root() {
        return root;
    }

    /** @param pointer a JSON pointer (RFC 6901); when nothing stands there, the nearest value around it gives the line */
    ProfileProblem problem(String pointer, String message, List<String> allowed) {
        String key = pointer.startsWith("/") ? pointer.substring(1) : pointer;
        return new ProfileProblem(file, line(pointer), key, message, allowed);
    }

    private int line(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return 1;
    }

    private Optional<Node> compose(String text) {
        try {
            return new Compose(LoadSettings.builder()
                            .setUseMarks(true)
                            .setLabel(file)
                            .build())
                    .composeString(text);
        } catch (MarkedYamlEngineException e) {
            String what = e.getProblem() == null ? "this is not YAML" : e.getProblem();
            add(e.getProblemMark(), "", what);
        } catch (YamlEngineException e) {
            add(Optional.empty(), "", "this is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private JsonNode convert(Node node, String pointer) {
        lines.putIfAbsent(
                pointer, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
        if (node.getAnchor().isPresent()) {
            add(node.getStartMark(), pointer, "anchors are not used in profiles");
            return JsonNodeFactory.instance.missingNode();
        }
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer);
            case SequenceNode sequence -> array(sequence, pointer);
            case ScalarNode scalar -> scalar(scalar);
            case Node other -> {
                add(other.getStartMark(), pointer, "this kind of YAML node is not used in profiles");
                yield JsonNodeFactory.instance.missingNode();
            }
        };
    }

    private JsonNode object(MappingNode mapping, String pointer) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            Node keyNode = tuple.getKeyNode();
            if (!(keyNode instanceof ScalarNode scalar)) {
                add(keyNode.getStartMark(), pointer, "a key is one word");
                continue;
            }
            String key = scalar.getValue();
            String child = pointer + "/" + key;
            if (object.has(key)) {
                add(keyNode.getStartMark(), child, "the key stands here a second time");
                continue;
            }
            lines.put(
                    child,
                    keyNode.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
            object.set(key, convert(tuple.getValueNode(), child));
        }
        return object;
    }

    private JsonNode array(SequenceNode sequence, String pointer) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(convert(item, pointer + "/" + array.size()));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        String value = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.BOOL)) {
            return make.booleanNode(Boolean.parseBoolean(value));
        }
        if (tag.equals(Tag.INT) && value.matches("-?[0-9]{1,18}")) {
            return make.numberNode(Long.parseLong(value));
        }
        if (tag.equals(Tag.NULL)) {
            return make.nullNode();
        }
        if (tag.equals(Tag.FLOAT) || tag.equals(Tag.INT)) {
            // 9.10 as a number would be 9.1: the schema then asks for quotes.
            return make.numberNode(new java.math.BigDecimal(value.matches("-?[0-9.]+") ? value : "0.5"));
        }
        return make.stringNode(value);
    }

    private void add(Optional<Mark> mark, String pointer, String message) {
        int line = mark.map(place -> place.getLine() + 1).orElse(1);
        String key = pointer.startsWith("/") ? pointer.substring(1) : pointer;
        problems.add(new ProfileProblem(file, line, key, message, List.of()));
    }
}
