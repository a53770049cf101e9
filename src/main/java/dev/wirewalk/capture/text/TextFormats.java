package dev.wirewalk.capture.text;

import java.util.List;

/** All texts that are read. A new one is one line here. */
final class TextFormats {
    private TextFormats() {}

    static List<TextFormat> standard() {
        return List.of();
    }
}
