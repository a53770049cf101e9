package dev.wirewalk.profile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a step stands in the life of a capture; the order of the constants is the order on the device. */
public enum Phase {
    PREPARE,
    START,
    WATCH,
    STOP,
    EXPORT,
    CLEANUP;

    /** The word of profiles and of the JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
