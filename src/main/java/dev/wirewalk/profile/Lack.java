package dev.wirewalk.profile;

import java.util.List;

/**
 * A part of the family's language that the tool does not know.
 *
 * @param word the family's name for that part
 * @param when all of these must hold; none means always
 */
public record Lack(String word, List<Condition> when) {
    public Lack {
        when = List.copyOf(when);
    }
}
