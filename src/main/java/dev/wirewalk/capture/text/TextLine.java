package dev.wirewalk.capture.text;

/**
 * One line as a person sees it.
 *
 * @param number of the line in the file, from 1
 * @param offset where it begins in the file, in bytes
 * @param text without its line end, control characters, escape sequences and pager texts; tabs are kept
 */
public record TextLine(long number, long offset, String text) {
    /** Whether there is nothing but blanks. */
    public boolean blank() {
        return text.isBlank();
    }

    /** Whether the line begins with a blank or tab. */
    public boolean indented() {
        return !text.isEmpty() && (text.charAt(0) == ' ' || text.charAt(0) == '\t');
    }
}
