package dev.wirewalk.reading;

import java.util.Arrays;

/** A text that knows for each of its characters where it stands in what was pasted. */
final class Placed {
    private final String text;
    private final int[] at;
    private final int end;

    private Placed(String text, int[] at, int end) {
        this.text = text;
        this.at = at;
        this.end = end;
    }

    /**
     * The whole of what was pasted, with the characters that word processors and web pages put in place of those that were typed
     * turned back: curly quotes, long dashes, blanks that do not break, marks without width or for the direction, line ends of all kinds.
     */
    static Placed of(String pasted) {
        Builder builder = new Builder();
        for (int i = 0; i < pasted.length(); i++) {
            char letter = pasted.charAt(i);
            switch (letter) {
                case '\u2018', '\u2019', '\u201a', '\u201b' -> builder.add('\'', i);
                case '\u201c', '\u201d', '\u201e', '\u201f' -> builder.add('"', i);
                case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212' -> builder.add('-', i);
                case '\u2014', '\u2015' -> builder.add('-', i).add('-', i);
                case '\u00a0', '\u2007', '\u202f', '\t' -> builder.add(' ', i);
                case '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff' -> {}
                case '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069' -> {}
                case '\r' -> {
                    if (i + 1 == pasted.length() || pasted.charAt(i + 1) != '\n') {
                        builder.add('\n', i);
                    }
                }
                default -> builder.add(letter, i);
            }
        }
        return builder.placed(pasted.length());
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    char charAt(int index) {
        return text.charAt(index);
    }

    /** Where the character stands in what was pasted; for one behind the last, where that ends. */
    int offset(int index) {
        return index < at.length ? at[index] : end;
    }

    Placed part(int from, int to) {
        return new Placed(text.substring(from, to), Arrays.copyOfRange(at, from, to), offset(to));
    }

    Placed stripped() {
        int from = 0;
        int to = text.length();
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return part(from, to);
    }

    /** Puts texts together that need not stand beside each other. */
    static final class Builder {
        private final StringBuilder letters = new StringBuilder();
        private int[] offsets = new int[64];

        Builder add(char letter, int offset) {
            if (letters.length() == offsets.length) {
                offsets = Arrays.copyOf(offsets, 2 * offsets.length);
            }
            offsets[letters.length()] = offset;
            letters.append(letter);
            return this;
        }

        /** Adds a text that stands at one place as a whole. */
        Builder add(String words, int offset) {
            words.chars().forEach(letter -> add((char) letter, offset));
            return this;
        }

        Builder add(Placed more) {
            for (int i = 0; i < more.length(); i++) {
                add(more.charAt(i), more.offset(i));
            }
            return this;
        }

        boolean isEmpty() {
            return letters.isEmpty();
        }

        Placed placed(int end) {
            return new Placed(letters.toString(), Arrays.copyOf(offsets, letters.length()), end);
        }
    }
}
