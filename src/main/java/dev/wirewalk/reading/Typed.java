package dev.wirewalk.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One command, taken apart into its words.
 *
 * @param output where its output goes
 * @param next where in the text the next command can begin
 * @param end how the command ends
 * @param problem the first thing that keeps its words from being what they look like
 */
record Typed(List<Word> words, Optional<Word> output, int next, End end, Optional<Problem> problem) {
    Typed {
        words = List.copyOf(words);
    }

    /** @param quoted whether some of it stood in quotes, so that it is no switch or keyword by its look */
    record Word(Placed placed, boolean quoted) {
        String text() {
            return placed.text();
        }

        int start() {
            return placed.offset(0);
        }
    }

    /** What stands behind a command. */
    enum End {
        LINE,
        SEPARATOR,
        PIPE
    }

    /** @param offset in what was pasted */
    record Problem(int offset, String message) {}

    /** The words from {@code first} on, as one text with blanks between. */
    static Placed join(List<Word> words, int end) {
        Placed.Builder builder = new Placed.Builder();
        for (Word word : words) {
            if (!builder.isEmpty()) {
                builder.add(' ', word.start());
            }
            builder.add(word.placed());
        }
        return builder.placed(end);
    }

    Typed from(int first) {
        return new Typed(new ArrayList<>(words.subList(first, words.size())), output, next, end, problem);
    }

    String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
