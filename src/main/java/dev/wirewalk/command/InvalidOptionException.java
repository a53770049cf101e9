package dev.wirewalk.command;

/** A setting that a tool does not take; the message is one line that names the option, the value and the rule. */
public final class InvalidOptionException extends Exception {
    private static final long serialVersionUID = 1;

    private final String option;

    public InvalidOptionException(String option, String message) {
        super(message);
        this.option = option;
    }

    /** The name that was set. */
    public String option() {
        return option;
    }
}
