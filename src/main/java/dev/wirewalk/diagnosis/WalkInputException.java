package dev.wirewalk.diagnosis;

import java.nio.file.Path;

/** A file of the path that no packet can come out of. The message is one sentence that names file and problem. */
public class WalkInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    WalkInputException(Path file, String message, Throwable cause) {
        super(message, cause);
        this.file = file;
    }

    /** The file as the path names it. */
    public Path file() {
        return file;
    }
}
