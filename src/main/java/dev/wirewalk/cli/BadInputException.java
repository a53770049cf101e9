package dev.wirewalk.cli;

/** Input that a command cannot work with; the message says what and where, and the exit code is 2. */
public final class BadInputException extends Exception {
    private static final long serialVersionUID = 1;

    public BadInputException(String message) {
        super(message);
    }
}
