package dev.wirewalk.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A word of a line, as the template divides it: a value with spaces in it is one word.
 *
 * @param text as it is typed
 * @param source as the template writes it, with the names of placeholders in braces
 * @param placeholders whose values stand in it
 * @param section the number of the section's turn that it begins in, 0 outside of sections
 */
record LineWord(String text, String source, Set<String> placeholders, int section) {
    static List<LineWord> of(WrittenLine line) {
        Reader reader = new Reader();
        line.pieces().forEach(reader::read);
        reader.end();
        return List.copyOf(reader.words);
    }

    private static final class Reader {
        private final List<LineWord> words = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder source = new StringBuilder();
        private final Set<String> placeholders = new LinkedHashSet<>();
        private int section;

        void read(WrittenLine.Piece piece) {
            if (piece.placeholder().isPresent()) {
                begin(piece.section());
                text.append(piece.text());
                source.append('{').append(piece.placeholder().get()).append('}');
                placeholders.add(piece.placeholder().get());
                return;
            }
            for (char letter : piece.text().toCharArray()) {
                if (letter == ' ') {
                    end();
                } else {
                    begin(piece.section());
                    text.append(letter);
                    source.append(letter);
                }
            }
        }

        private void begin(int number) {
            if (source.isEmpty()) {
                section = number;
            }
        }

        /** Ends the word; a flag that writes nothing leaves none. */
        void end() {
            if (!text.isEmpty()) {
                words.add(new LineWord(text.toString(), source.toString(), Set.copyOf(placeholders), section));
            }
            text.setLength(0);
            source.setLength(0);
            placeholders.clear();
        }
    }
}
