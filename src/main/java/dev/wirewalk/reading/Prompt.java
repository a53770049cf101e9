package dev.wirewalk.reading;

import java.util.ArrayList;
import java.util.List;

/** Where in a line a command can begin: at its first word, or behind what a shell or device prints in front of it. */
final class Prompt {
    private static final String SIGNS = "#>$%";
    private static final int LONGEST = 120;
    private static final int MOST = 6;

    private Prompt() {}

    /**
     * @param from the first character of the line that is no blank
     * @param end of the line
     * @param comments whether a {@code #} in front may be the prompt of root and not the sign of a comment
     * @return places of first characters, the first of which is {@code from}
     */
    static List<Integer> beginnings(Placed text, int from, int end, boolean comments) {
        List<Integer> places = new ArrayList<>();
        if (from < end && text.charAt(from) == '#' && !comments) {
            return places;
        }
        places.add(from);
        for (int at = from; at < Math.min(end, from + LONGEST) && places.size() < MOST; at++) {
            char letter = text.charAt(at);
            if (letter == '\'' || letter == '"' || letter == '|') {
                break;
            }
            // Some shells print no sign behind its bracket: [root@esx01:~] command.
            boolean bracket = letter == ']' && text.charAt(from) == '[';
            if (bracket || SIGNS.indexOf(letter) >= 0) {
                int next = at + 1;
                while (next < end && text.charAt(next) == ' ') {
                    next++;
                }
                if (next < end) {
                    places.add(next);
                }
            }
        }
        return places;
    }
}
