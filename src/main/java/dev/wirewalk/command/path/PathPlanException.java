package dev.wirewalk.command.path;

/** A path that cannot be planned; the message is one line that names the point. */
public final class PathPlanException extends Exception {
    private static final long serialVersionUID = 1;

    PathPlanException(String message) {
        super(message);
    }
}
