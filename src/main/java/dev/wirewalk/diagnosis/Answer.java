package dev.wirewalk.diagnosis;

import com.fasterxml.jackson.annotation.JsonValue;

/** The three answers. No needs a capture that could have shown the packet; without one it is Unknown. */
public enum Answer {
    YES("yes", "✓"),
    NO("no", "✕"),
    UNKNOWN("unknown", "?");

    private final String word;
    private final String glyph;

    Answer(String word, String glyph) {
        this.word = word;
        this.glyph = glyph;
    }

    /** The word of the result. */
    @JsonValue
    public String word() {
        return word;
    }

    /** One character for people, never without the word or the question beside it. */
    public String glyph() {
        return glyph;
    }
}
