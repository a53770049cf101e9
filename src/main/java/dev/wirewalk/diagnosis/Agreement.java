package dev.wirewalk.diagnosis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the captures say of an answer that was given by hand. */
public enum Agreement {
    /** They show the same. */
    CONFIRMED,
    /** They show the opposite, and they count. */
    CONTRADICTED,
    /** They cannot tell, or there are none: the answer by hand counts. */
    UNTOLD;

    /** The word of the result. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
