package dev.wirewalk.capture;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Says in words what a file is that is no capture, by its first bytes. */
final class FileContent {
    private static final int LOOKED_AT = 1024;
    private static final byte BELL = 7;
    private static final byte ESCAPE = 0x1B;
    private static final byte DELETE = 0x7F;

    /** Formats that other programs open and this one does not, and files that are taken for captures by mistake. */
    private static final Known[] FORMATS = {
        Known.capture("58435000", "a NetXRay or Windows Sniffer capture"),
        Known.capture("564c0000", "an old NetXRay capture"),
        Known.capture(hex("iptrace 1.0"), "an AIX iptrace 1.0 capture"),
        Known.capture(hex("iptrace 2.0"), "an AIX iptrace 2.0 capture"),
        Known.capture("0110", "a LANalyzer capture"),
        Known.capture("0710", "a LANalyzer capture"),
        Known.capture("5452006400", "an HP-UX nettl trace"),
        Known.capture("aaaaaaaa", "a 5View capture"),
        Known.capture(hex("\u0005VNF"), "a Visual Networks capture"),
        Known.capture(hex("\u007fver"), "a tagged EtherPeek capture"),
        Known.capture(hex("btsnoop\0"), "a Bluetooth capture of the btsnoop format"),
        Known.capture(hex("ObserverPktBuffe"), "an Observer capture"),
        Known.capture("000002001205001000000000", "a K12 capture"),
        Known.other("504b0304", "is a zip archive: unpack it first"),
        Known.other("7f454c46", "is a program, not a capture"),
        Known.other("4d5a", "is a program, not a capture"),
        Known.other("25504446", "is a PDF document, not a capture"),
        Known.other("377abcaf271c", "is a 7z archive: unpack it first"),
        Known.other("526172211a07", "is a RAR archive: unpack it first"),
    };

    private FileContent() {}

    /** @param magic the first bytes as hexadecimal digits */
    private record Known(String magic, String sentence) {
        static Known capture(String magic, String name) {
            return new Known(magic, "is " + name + ", a format that is not read");
        }

        static Known other(String magic, String sentence) {
            return new Known(magic, sentence);
        }

        boolean begins(byte[] head) {
            byte[] wanted = HexFormat.of().parseHex(magic);
            return head.length >= wanted.length && Arrays.equals(head, 0, wanted.length, wanted, 0, wanted.length);
        }
    }

    private static String hex(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
    }

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
        return known(head) + String.format(" (it begins with %08x)", magic);
    }

    private static String known(byte[] head) {
        return Arrays.stream(FORMATS)
                .filter(format -> format.begins(head))
                .findFirst()
                .map(Known::sentence)
                .orElse("is not a capture: its first bytes are those of no format that is known");
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
