package dev.wirewalk.capture;

import java.nio.file.Path;

/** A file that no packet can come out of. The message is one sentence for the reader's eye: which file, what, where. */
public final class UnreadableCapture extends Exception {
    private final transient Path file;
    private final String reason;

    public UnreadableCapture(Path file, String reason) {
        super(file + " " + reason + ".");
        this.file = file;
        this.reason = reason;
    }

    public Path file() {
        return file;
    }

    /** The sentence without the file name in front and the full stop behind: {@code is text, not a capture}. */
    public String reason() {
        return reason;
    }
}
