package dev.wirewalk.capture;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Says in words what a file is that is no capture, by its first bytes. */
final class FileContent {
    private static final int LOOKED_AT = 1024;
    private static final byte BELL = 7;
    private static final byte ESCAPE = 0x1B;
    private static final byte DELETE = 0x7F;

    private FileContent() {}

    /** The predicate of a sentence that begins with the file's name. */
    static String describe(MemorySegment file) {
        byte[] head = file.asSlice(0, Math.min(LOOKED_AT, file.byteSize())).toArray(ValueLayout.JAVA_BYTE);
        if (head.length == 0) {
            return "is empty: zero bytes, not even a file header";
        }
        if (head.length < 4) {
            return "is too short for a capture: " + head.length + " of the 4 bytes that tell the format";
        }
        int magic = ByteBuffer.wrap(head).getInt();
        return known(magic, head) + String.format(" (it begins with %08x)", magic);
    }

    private static String known(int magic, byte[] head) {
        if (magic >>> 16 == 0x1F8B) {
            return "is compressed with gzip: unpack it first";
        }
        return switch (magic) {
            case 0x28B52FFD -> "is compressed with zstd: unpack it first";
            case 0xFD377A58 -> "is compressed with xz: unpack it first";
            case 0x504B0304 -> "is a zip archive: unpack it first";
            case 0x7F454C46 -> "is a program, not a capture";
            case 0x736E6F6F -> "is a snoop capture, a format that is not read";
            default ->
                head[0] == 'B' && head[1] == 'Z' && head[2] == 'h'
                        ? "is compressed with bzip2: unpack it first"
                        : "is not a capture: its first bytes are those of neither pcap nor pcapng";
        };
    }

    /** Whether the beginning of a file reads as text; see {@link #isText(byte[])}. */
    static boolean isText(MemorySegment file) {
        byte[] head = file.asSlice(0, Math.min(LOOKED_AT, file.byteSize())).toArray(ValueLayout.JAVA_BYTE);
        return head.length > 0 && isText(head);
    }

    /**
     * UTF-16 with its mark, or bytes of which at most one in twenty is a control character that no text has, and one in four
     * not ASCII: terminal logs hold escape sequences, backspaces and now and then a NUL.
     */
    private static boolean isText(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFF + 0xFE && (head[0] & 0xFE) == 0xFE) {
            return true;
        }
        int controls = 0;
        int wide = 0;
        for (byte b : head) {
            boolean usual = b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == '\b' || b == BELL || b == ESCAPE;
            controls += (b >= 0 && b < ' ' && !usual) || b == DELETE ? 1 : 0;
            wide += b < 0 ? 1 : 0;
        }
        return controls * 20 <= head.length && (wide * 4 <= head.length || isUtf8(head));
    }

    /** The last character may be cut. */
    private static boolean isUtf8(byte[] head) {
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false)
                .isError();
    }
}
