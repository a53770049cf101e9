package dev.wirewalk.filter;

/** A filter text that cannot be read: one sentence and the column where reading stopped. */
public final class FilterSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int column;

    /** @param column the column of the first character that does not fit, counted from 1 */
    public FilterSyntaxException(int column, String message) {
        super(message);
        this.column = column;
    }

    /** Counted from 1; one behind the last character when the text ends too early. */
    public int column() {
        return column;
    }
}
