package dev.wirewalk.capture.text;

/** Reads one region of a text, line by line. */
public interface TextParser {
    /**
     * Takes the next line. A packet whose record may go on in the next line is held back until the record ends.
     *
     * @return what the line was; {@link LineKind#UNKNOWN} leaves it to other formats
     */
    LineKind line(TextLine line);

    /** The region is over: what is held back is handed out. */
    void end();
}
