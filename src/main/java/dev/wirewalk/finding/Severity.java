package dev.wirewalk.finding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a finding matters; in falling order. */
public enum Severity {
    /** Something did not work. */
    ERROR,
    /** Something worked badly, or limits what can be said. */
    WARNING,
    /** Good to know; nothing is wrong by it alone. */
    NOTE;

    /** The word of the JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
