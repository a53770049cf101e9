package dev.wirewalk.match.order;

import java.nio.file.Path;

/**
 * A capture that was given without a word about where it was taken.
 *
 * @param name what people call it; the file on the disk may have another name
 */
public record Given(Path file, String name) {
    /** A file that is called as it is on the disk. */
    public static Given of(Path file) {
        Path last = file.getFileName();
        return new Given(file, last == null ? file.toString() : last.toString());
    }
}
