package dev.wirewalk.topology;

import dev.wirewalk.address.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Typed access to one mapping of a path file; every refusal names file, line and what would be allowed. */
final class Fields {
    private final String file;
    private final String what;
    private final YamlNode.Mapping mapping;

    /** @param what the mapping in a sentence, such as "a point" */
    Fields(String file, String what, YamlNode node, List<String> keys) {
        this.file = file;
        this.what = what;
        if (!(node instanceof YamlNode.Mapping found)) {
            throw new PathFileException(file, node.line(), what + " is " + node.kind() + ", not keys and values", keys);
        }
        mapping = found;
        mapping.keys().forEach((key, line) -> {
            if (!keys.contains(key)) {
                throw new PathFileException(file, line, "unknown key \"" + key + "\" in " + what, keys);
            }
        });
    }

    int line() {
        return mapping.line();
    }

    int line(String key) {
        return Optional.ofNullable(mapping.keys().get(key)).orElse(mapping.line());
    }

    Optional<YamlNode> node(String key) {
        return Optional.ofNullable(mapping.entries().get(key));
    }

    YamlNode required(String key) {
        return node(key)
                .orElseThrow(() -> new PathFileException(file, line(), what + " has no \"" + key + "\"", List.of()));
    }

    Optional<String> text(String key) {
        return node(key).map(node -> scalar(key, node));
    }

    String requiredText(String key) {
        return scalar(key, required(key));
    }

    /** A list of texts; {@code null} or a single text is not one. */
    List<String> texts(String key) {
        return node(key)
                .map(node ->
                        items(key, node).stream().map(item -> scalar(key, item)).toList())
                .orElse(List.of());
    }

    List<YamlNode> items(String key, YamlNode node) {
        if (node instanceof YamlNode.Sequence(int _, List<YamlNode> items)) {
            return items;
        }
        throw new PathFileException(
                file, line(key), "\"" + key + "\" of " + what + " is " + node.kind() + ", not a list", List.of());
    }

    OptionalInt number(String key, int highest) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        String digits = text.get();
        if (digits.matches("\\d{1,9}") && Integer.parseInt(digits) <= highest) {
            return OptionalInt.of(Integer.parseInt(digits));
        }
        throw new PathFileException(
                file,
                line(key),
                "\"" + key + "\" of " + what + " is \"" + digits + "\", not a number from 0 to " + highest,
                List.of());
    }

    IpAddress requiredAddress(String key) {
        String text = requiredText(key);
        return IpAddress.parse(text)
                .orElseThrow(() -> new PathFileException(
                        file,
                        line(key),
                        "\"" + key + "\" of " + what + " is \"" + text + "\", not an address",
                        List.of()));
    }

    private String scalar(String key, YamlNode node) {
        if (node instanceof YamlNode.Scalar(int _, String text) && !text.isBlank()) {
            return text;
        }
        throw new PathFileException(
                file, node.line(), "\"" + key + "\" of " + what + " is " + node.kind() + ", not a text", List.of());
    }
}
