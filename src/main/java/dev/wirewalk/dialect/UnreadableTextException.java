package dev.wirewalk.dialect;

/** A text that is not a filter of the tool, or one whose meaning is not known. The message is one sentence without a full stop. */
public final class UnreadableTextException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int piece;
    private final int column;

    /**
     * @param piece the index of the piece of the run, from 0
     * @param column where in the piece, from 1
     */
    public UnreadableTextException(int piece, int column, String message) {
        super(message);
        this.piece = piece;
        this.column = column;
    }

    public int piece() {
        return piece;
    }

    public int column() {
        return column;
    }
}
