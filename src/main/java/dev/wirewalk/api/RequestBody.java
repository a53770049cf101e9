package dev.wirewalk.api;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object of a request, read strictly: a misspelt key is refused, not left out. */
final class RequestBody {
    private static final int LARGEST_BYTES = 64 * 1024;

    private final JsonNode root;

    private RequestBody(JsonNode root) {
        this.root = root;
    }

    /** @param keys that the object may have */
    static RequestBody read(InputStream in, Set<String> keys) throws IOException, RefusedRequest {
        byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
        if (bytes.length > LARGEST_BYTES) {
            throw new RefusedRequest(413, "A request has at most 64 KiB.");
        }
        JsonNode root = parsed(bytes);
        if (!root.isObject()) {
            throw new RefusedRequest("The body is not a JSON object.");
        }
        for (String key : root.propertyNames()) {
            if (!keys.contains(key)) {
                throw new RefusedRequest("Unknown key in the body; there are "
                        + String.join(", ", keys.stream().sorted().toList()) + ".");
            }
        }
        return new RequestBody(root);
    }

    private static JsonNode parsed(byte[] bytes) throws RefusedRequest {
        try {
            return JsonMapper.shared().readTree(bytes);
        } catch (JacksonException notJson) {
            throw new RefusedRequest("The body is not JSON.");
        }
    }

    Filter filter() throws RefusedRequest {
        String text = text("filter");
        try {
            return FilterParser.parse(text);
        } catch (FilterSyntaxException e) {
            throw RefusedRequest.at("filter: ", 1, e.column(), String.valueOf(e.getMessage()));
        }
    }

    String text(String key) throws RefusedRequest {
        JsonNode value = root.path(key);
        if (!value.isString()) {
            throw new RefusedRequest(key + ": a text is needed.");
        }
        return value.asString();
    }

    /** The text, or empty when the key is missing, null or blank. */
    Optional<String> optionalText(String key) throws RefusedRequest {
        return root.path(key).isMissingNode() || root.path(key).isNull()
                ? Optional.empty()
                : Optional.of(text(key)).filter(text -> !text.isBlank());
    }

    /**
     * A list of identifiers, or one text with commas between them, as the command line takes them.
     *
     * @param keys that mean the same; one of them is to be there
     */
    List<String> identifiers(String... keys) throws RefusedRequest {
        List<String> given =
                Stream.of(keys).filter(key -> !root.path(key).isMissingNode()).toList();
        if (given.size() > 1) {
            throw new RefusedRequest(String.join(", ", given) + ": one of them is enough.");
        }
        String key = given.isEmpty() ? keys[0] : given.getFirst();
        JsonNode value = root.path(key);
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value.isString() ? List.of(value) : value.values()) {
            if (!item.isString()) {
                throw new RefusedRequest(key + ": names are texts.");
            }
            Stream.of(item.asString().split(",")).map(String::strip).forEach(texts::add);
        }
        texts.removeIf(String::isEmpty);
        if (texts.isEmpty()) {
            throw new RefusedRequest(key + ": a list of texts is needed.");
        }
        return texts;
    }

    /** Names and values; none when the key is missing. */
    Map<String, String> settings() throws RefusedRequest {
        JsonNode node = root.path("set");
        Map<String, String> settings = new LinkedHashMap<>();
        if (node.isMissingNode()) {
            return settings;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!entry.getValue().isValueNode() || entry.getValue().isNull()) {
                throw new RefusedRequest("set: a value is a text, a number, true or false.");
            }
            settings.put(entry.getKey(), entry.getValue().asString());
        }
        if (!node.isObject()) {
            throw new RefusedRequest("set: names and values are needed.");
        }
        return settings;
    }
}
