package dev.wirewalk.dialect;

import java.util.ArrayList;
import java.util.List;

/** The words of a line with one kind of quotes, as a shell or a prompt tells them apart. */
final class Words {
    private Words() {}

    static List<String> of(String line, char quote) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (char letter : line.toCharArray()) {
            if (letter == quote) {
                quoted = !quoted;
                begun = true;
            } else if (letter == ' ' && !quoted) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(letter);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
