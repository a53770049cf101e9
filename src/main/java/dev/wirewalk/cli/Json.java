package dev.wirewalk.cli;

import tools.jackson.databind.json.JsonMapper;

/** Results as JSON on one line. */
final class Json {
    private Json() {}

    static String text(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
