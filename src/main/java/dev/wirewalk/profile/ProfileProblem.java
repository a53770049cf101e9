package dev.wirewalk.profile;

import java.util.List;

/**
 * What is wrong with a profile.
 *
 * @param file the file as it was named
 * @param line counted from 1
 * @param key the path of keys, such as {@code options/2/max}; empty for the whole file
 * @param message one sentence
 * @param allowed what would be right there; empty when that is not a list
 */
public record ProfileProblem(String file, int line, String key, String message, List<String> allowed) {
    public ProfileProblem {
        allowed = List.copyOf(allowed);
    }

    /** One line: file, line, key, what is wrong, what is allowed. */
    public String text() {
        return file + ":" + line + ": " + (key.isEmpty() ? "" : key + ": ") + message
                + (allowed.isEmpty() ? "" : " (allowed: " + String.join(", ", allowed) + ")");
    }
}
