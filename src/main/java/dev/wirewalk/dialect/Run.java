package dev.wirewalk.dialect;

import java.util.List;

/**
 * One invocation of the tool.
 *
 * @param form which way of the family the pieces are written in, such as {@code expression}, {@code match},
 *     {@code access-list}, {@code tuple}; the profile's steps choose their template by it
 * @param filter the pieces in order, each one line or one argument without quotes and made of validated values only; empty
 *     when the run selects everything
 */
public record Run(String form, List<String> filter) {
    public Run {
        filter = List.copyOf(filter);
    }
}
