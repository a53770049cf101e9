package dev.wirewalk.profile;

import java.util.Optional;

/**
 * Another option as {@code needs} and {@code excludes} name it: {@code file} is set at all, {@code system=macos} has this value.
 *
 * @param value the value it must have; absent when any will do
 */
public record OptionState(String option, Optional<String> value) {
    /** @param text a name, or a name and a value with {@code =} between them */
    static OptionState parse(String text) {
        int sign = text.indexOf('=');
        return sign < 0
                ? new OptionState(text, Optional.empty())
                : new OptionState(text.substring(0, sign), Optional.of(text.substring(sign + 1)));
    }

    /** Whether an option with this value is in that state; a value that is not set is in none. */
    public boolean holds(Optional<String> actual) {
        return actual.isPresent() && (value.isEmpty() || value.equals(actual));
    }

    /** As it is written in a profile. */
    public String text() {
        return value.map(wanted -> option + "=" + wanted).orElse(option);
    }
}
