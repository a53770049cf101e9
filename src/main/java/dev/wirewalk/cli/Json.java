package dev.wirewalk.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Results as JSON on one line. */
final class Json {
    private Json() {}

    static String text(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    /** A result with one more entry in front of its own. */
    static String text(String name, Object first, Object result) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode document = mapper.createObjectNode();
        document.set(name, mapper.valueToTree(first));
        document.setAll((ObjectNode) mapper.<JsonNode>valueToTree(result));
        return mapper.writeValueAsString(document);
    }
}
