package dev.wirewalk.capture.pcapng;

import dev.wirewalk.capture.FileBytes;
import java.nio.charset.StandardCharsets;

/** Walks over the options of a block; a list that is damaged counts up to the damage. */
final class Options {
    /** In every block: what somebody wrote about it. */
    static final int COMMENT = 1;

    private static final int END = 0;
    /** Longer texts are cut: they are for reading, and a damaged length must not fill the memory. */
    private static final int LONGEST_TEXT = 64 * 1024;

    private static final int LONGEST_NAME = 1024;

    private final FileBytes file;
    private final long end;
    private long next;
    private int code;
    private long value;
    private int length;

    Options(FileBytes file, long at, long end) {
        this.file = file;
        this.end = end;
        next = at;
    }

    boolean advance() {
        if (next + 4 > end || file.u16(next) == END) {
            return false;
        }
        code = file.u16(next);
        length = file.u16(next + 2);
        value = next + 4;
        next = value + (length + 3 & ~3);
        return value + length <= end;
    }

    int code() {
        return code;
    }

    int length() {
        return length;
    }

    /** The first byte, or {@code absent} when there is none. */
    int u8(int absent) {
        return length < 1 ? absent : file.u8(value);
    }

    /** The first four bytes, or {@code absent} when there are fewer. */
    long u32(long absent) {
        return length < 4 ? absent : file.u32(value);
    }

    /** The first eight bytes, or {@code absent} when there are fewer. */
    long u64(long absent) {
        return length < 8 ? absent : file.u64(value);
    }

    /** A remark, which may be long. */
    String text() {
        return text(file, value, length);
    }

    /** A name or another short text. */
    String shortText() {
        return text(file, value, Math.min(length, LONGEST_NAME));
    }

    /** The bytes behind the first {@code skipped} ones. */
    String shortTextBehind(int skipped) {
        int left = Math.max(0, length - skipped);
        return text(file, value + Math.min(skipped, length), Math.min(left, LONGEST_NAME));
    }

    static String text(FileBytes file, long at, int length) {
        String text = new String(file.bytes(at, Math.min(length, LONGEST_TEXT)), StandardCharsets.UTF_8);
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }
}
