package dev.wirewalk.reading;

import dev.wirewalk.profile.Reads;
import dev.wirewalk.profile.Reads.Style;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text at which a command can begin, to pass over tools of which it has none before any command is taken apart. It has
 * words too many, so that a tool is never passed over that has a command in the text.
 */
final class Vocabulary {
    private static final String BETWEEN = " \n;|&#>$%\"'";

    private static final int LONGEST = 40;

    private final String text;
    private final Set<String> words = new HashSet<>();

    Vocabulary(Placed placed) {
        text = placed.text();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || BETWEEN.indexOf(text.charAt(at)) >= 0) {
                // No command begins with a longer word.
                if (at > from && at - from <= LONGEST) {
                    words.add(text.substring(from, at).toLowerCase(Locale.ROOT));
                }
                from = at + 1;
            }
        }
    }

    /** Whether some word of the text can begin a command of the tool. */
    boolean mayHave(Reads reads) {
        return reads.commands().stream()
                .flatMap(command -> command.lines().stream())
                .map(line -> line.getFirst())
                .distinct()
                .anyMatch(first -> first instanceof Reads.Word.Literal(var word)
                        && (reads.style() == Style.SHELL ? text.contains(word) : begins(word)));
    }

    private boolean begins(String word) {
        for (int length = 2; length <= word.length(); length++) {
            if (words.contains(word.substring(0, length).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return words.contains(word.toLowerCase(Locale.ROOT));
    }
}
