package dev.wirewalk.profile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a step, or what a warning speaks of, can do to the device; in rising order. */
public enum Risk {
    NONE,
    /** Changes something that has to be changed back, or costs noticeable load. */
    CAUTION,
    /** Can interrupt traffic or destroy what is not the user's own. */
    DANGER;

    /** The word of profiles and of the JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
