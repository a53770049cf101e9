package dev.wirewalk.topology;

import java.util.List;
import java.util.Map;

/** A YAML value with the line (from 1) on which it begins, so that a complaint can name the place. */
sealed interface YamlNode {
    int line();

    record Scalar(int line, String text) implements YamlNode {}

    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    /** @param keys the line of each key */
    record Mapping(int line, Map<String, YamlNode> entries, Map<String, Integer> keys) implements YamlNode {}

    /** What the node is, for a message. */
    default String kind() {
        return switch (this) {
            case Scalar(int _, String text) -> text.isEmpty() ? "nothing" : "\"" + text + "\"";
            case Sequence _ -> "a list";
            case Mapping _ -> "a mapping";
        };
    }
}
