package dev.wirewalk.reading;

/** A text that is not understood at one place. The message is one sentence without a full stop. */
public final class UnreadableCommandException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * @param line of the text, from 1
     * @param column in that line, from 1
     */
    UnreadableCommandException(int line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
