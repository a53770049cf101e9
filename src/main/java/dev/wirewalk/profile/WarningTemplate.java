package dev.wirewalk.profile;

import java.util.List;

/**
 * @param level never {@code NONE}
 * @param when all of these must hold; none means always
 * @param text the reason and what to do about it
 * @param unverified what of it no source confirms, one sentence each
 */
public record WarningTemplate(Risk level, List<Condition> when, String text, List<String> unverified) {
    public WarningTemplate {
        unverified = List.copyOf(unverified);
        when = List.copyOf(when);
    }
}
