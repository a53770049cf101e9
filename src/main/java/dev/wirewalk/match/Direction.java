package dev.wirewalk.match;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which way a packet of the flow travels. */
public enum Direction {
    /** From the client to the server. */
    FORWARD,
    /** From the server to the client. */
    RETURN;

    /** The word of the result. */
    @JsonValue
    public String word() {
        return this == FORWARD ? "forward" : "return";
    }

    public Direction opposite() {
        return this == FORWARD ? RETURN : FORWARD;
    }
}
