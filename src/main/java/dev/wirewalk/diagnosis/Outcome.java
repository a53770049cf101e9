package dev.wirewalk.diagnosis;

import com.fasterxml.jackson.annotation.JsonValue;

/** How the flow fares. */
public enum Outcome {
    WORKS("works"),
    /** Works in the end, but slowly or after a repetition. */
    DEGRADED("degraded"),
    FAILS("fails"),
    /** The captures do not tell. */
    UNDECIDED("undecided");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word of the result. */
    @JsonValue
    public String word() {
        return word;
    }
}
