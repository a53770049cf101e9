package dev.wirewalk.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads YAML into nodes that know their line. Scalars stay text: their meaning is the reader's business. */
final class YamlReader {
    /** A path file nests four deep; more is a mistake or an attack. */
    private static final int DEEPEST = 16;

    private final String file;
    private final JsonParser parser;

    private YamlReader(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static YamlNode read(String file, String text) {
        try (JsonParser parser = new YAMLFactory().createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new PathFileException(file, 0, "the file is empty", List.of());
            }
            return new YamlReader(file, parser).node(first, 0);
        } catch (JacksonException unreadable) {
            int line = unreadable.getLocation() == null
                    ? 0
                    : unreadable.getLocation().getLineNr();
            String message = unreadable.getOriginalMessage().lines().findFirst().orElse("");
            throw new PathFileException(file, Math.max(0, line), "not readable as YAML: " + message, List.of());
        }
    }

    private YamlNode node(JsonToken token, int depth) {
        int line = parser.currentTokenLocation().getLineNr();
        if (depth > DEEPEST) {
            throw new PathFileException(file, line, "nested deeper than a path file can be", List.of());
        }
        return switch (token) {
            case START_OBJECT -> mapping(line, depth);
            case START_ARRAY -> sequence(line, depth);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                new YamlNode.Scalar(line, parser.getString());
            case VALUE_NULL, VALUE_EMBEDDED_OBJECT, END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE ->
                new YamlNode.Scalar(line, "");
        };
    }

    private YamlNode sequence(int line, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, depth + 1));
        }
        return new YamlNode.Sequence(line, List.copyOf(items));
    }

    private YamlNode mapping(int line, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Map<String, Integer> keys = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = parser.currentTokenLocation().getLineNr();
            if (keys.putIfAbsent(key, keyLine) != null) {
                throw new PathFileException(file, keyLine, "\"" + key + "\" is given twice", List.of());
            }
            entries.put(key, node(parser.nextToken(), depth + 1));
        }
        return new YamlNode.Mapping(line, entries, keys);
    }
}
