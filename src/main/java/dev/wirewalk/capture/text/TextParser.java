package dev.wirewalk.capture.text;

/** Reads one region of a text, line by line. */
public interface TextParser {
    /**
     * Takes the next line. A packet whose record may go on in the next line is held back until the record ends.
     *
     * @return what the line was; {@link LineKind#UNKNOWN} leaves it to other formats
     */
    LineKind line(TextLine line);

    /** Whether this line must belong to the record that is open, even if another tool prints lines that look like it. */
    default boolean holds(TextLine line) {
        return false;
    }

    /** The region is over: what is held back is handed out. */
    void end();
}
