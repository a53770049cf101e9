package dev.wirewalk.dialect;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a rendering relates to the filter, over the packets that the tool can see at all. There is no "narrower". */
public enum Coverage {
    /** Selects the same packets. */
    EXACT,
    /** Selects all the packets asked for and others besides; the gaps say which and how to narrow them when reading. */
    WIDER,
    /** Would have to select less, or cannot be said; nothing is rendered. */
    UNSUPPORTED;

    /** The word of the JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
