package dev.wirewalk.dialect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A piece of a display filter: tests joined by one word. Every group inside another one stands in brackets, though
 * {@code and} binds tighter than {@code or} there: in the capture filters that people write beside it both bind alike.
 *
 * @param parts at least one, each closed: one test, or something in brackets
 */
record DisplayText(Join join, List<String> parts) {
    enum Join {
        ALL(" and "),
        ANY(" or ");

        private final String word;

        Join(String word) {
            this.word = word;
        }
    }

    DisplayText {
        parts = List.copyOf(parts);
    }

    static DisplayText test(String words) {
        return new DisplayText(Join.ALL, List.of(words));
    }

    static DisplayText all(List<DisplayText> texts) {
        return join(Join.ALL, texts);
    }

    static DisplayText all(DisplayText... texts) {
        return all(List.of(texts));
    }

    static DisplayText any(List<DisplayText> texts) {
        return join(Join.ANY, texts);
    }

    static DisplayText any(DisplayText... texts) {
        return any(List.of(texts));
    }

    static DisplayText not(DisplayText text) {
        return test("!(" + text.words() + ")");
    }

    String words() {
        return String.join(join.word, parts);
    }

    private static DisplayText join(Join join, List<DisplayText> texts) {
        if (texts.size() == 1) {
            return texts.getFirst();
        }
        Set<String> parts = new LinkedHashSet<>();
        for (DisplayText text : texts) {
            boolean same = text.join == join || text.parts.size() == 1;
            parts.addAll(same ? text.parts : List.of("(" + text.words() + ")"));
        }
        return new DisplayText(join, new ArrayList<>(parts));
    }
}
