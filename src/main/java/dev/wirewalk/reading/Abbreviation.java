package dev.wirewalk.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How well a typed word stands for a word of the tool. */
enum Abbreviation {
    NONE,
    /** A beginning of it. */
    SHORTENED,
    WHOLE;

    /** On a device: in any case, cut short to two letters or more. */
    static Abbreviation of(String typed, String word) {
        if (typed.equalsIgnoreCase(word)) {
            return WHOLE;
        }
        boolean begins = typed.length() > 1 && word.regionMatches(true, 0, typed, 0, typed.length());
        return begins && Character.isLetter(typed.charAt(0)) ? SHORTENED : NONE;
    }

    /**
     * The word that is meant: the one that was typed whole; else, of those that begin so, the one with which all others begin.
     *
     * @return empty when several are meant alike
     */
    static Optional<String> chosen(String typed, List<String> words) {
        String small = typed.toLowerCase(Locale.ROOT);
        Optional<String> whole =
                words.stream().filter(word -> word.equalsIgnoreCase(small)).findFirst();
        return whole.or(() -> words.stream()
                .filter(word -> words.stream().allMatch(other -> other.startsWith(word)))
                .findFirst());
    }
}
