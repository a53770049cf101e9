package dev.wirewalk.topology;

import java.util.List;

/** A path file that cannot be used as it is written. The message is one line: file, line, what, and what is allowed. */
public class PathFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final List<String> allowed;

    PathFileException(String file, int line, String problem, List<String> allowed) {
        super(file
                + (line > 0 ? ":" + line : "")
                + ": "
                + problem
                + (allowed.isEmpty() ? "" : "; allowed: " + String.join(", ", allowed)));
        this.file = file;
        this.line = line;
        this.allowed = List.copyOf(allowed);
    }

    /** The file as it was given. */
    public String file() {
        return file;
    }

    /** The line, from 1; 0 when the problem has none. */
    public int line() {
        return line;
    }

    /** The keys or words that would be allowed there; may be empty. */
    public List<String> allowed() {
        return allowed;
    }
}
