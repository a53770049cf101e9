package dev.wirewalk.build.ui.form;

/** Why a row is not a term yet; the message is shown at the row. */
final class RowProblem extends Exception {
    private static final long serialVersionUID = 1L;

    RowProblem(String message) {
        super(message);
    }

    /** The sentence; an exception made without one would have none, but this one always has. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
