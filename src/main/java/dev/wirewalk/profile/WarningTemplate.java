package dev.wirewalk.profile;

import java.util.List;

/**
 * @param level never {@code NONE}
 * @param when all of these must hold; none means always
 * @param text the reason and what to do about it
 */
public record WarningTemplate(Risk level, List<Condition> when, String text) {
    public WarningTemplate {
        when = List.copyOf(when);
    }
}
