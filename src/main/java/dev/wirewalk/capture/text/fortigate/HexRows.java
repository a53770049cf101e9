package dev.wirewalk.capture.text.fortigate;

import dev.wirewalk.capture.text.LineScanner;
import java.util.Arrays;

/**
 * Gathers the rows of a dump: {@code 0xOFFS}, up to eight groups of four hex digits with one blank between, and behind a tab or two
 * blanks the characters, which are not read. Rows must follow each other without a gap; a terminal that lost some leaves a dump that
 * is not used.
 */
final class HexRows {
    private static final int ROW = 16;

    /** Offsets have four digits. */
    private static final int LONGEST = 0x10000;

    private byte[] bytes = new byte[256];
    private int length;
    private boolean begun;
    private boolean whole = true;
    private boolean lastRow;

    /** Whether this is a row of a dump. */
    static boolean isRow(String line) {
        if (line.length() < 11 || line.charAt(0) != '0' || line.charAt(1) != 'x') {
            return false;
        }
        for (int i = 2; i < 6; i++) {
            if (Character.digit(line.charAt(i), 16) < 0) {
                return false;
            }
        }
        return line.charAt(6) == ' ' || line.charAt(6) == '\t';
    }

    void clear() {
        length = 0;
        begun = false;
        whole = true;
        lastRow = false;
    }

    boolean begun() {
        return begun;
    }

    /** Whether no row is missing, repeated or cut. */
    boolean whole() {
        return whole && length > 0;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    void add(String line) {
        begun = true;
        LineScanner scanner = new LineScanner(line);
        whole &= scanner.hex() == length && !lastRow;
        scanner.blanks();
        int before = length;
        boolean more = true;
        while (more && length < before + ROW) {
            more = pair(scanner) && (pair(scanner) || endOfRow(scanner));
            more = more && length < before + ROW && scanner.accept(" ") && scanner.peek() != ' ';
        }
        lastRow = length < before + ROW;
        whole &= length > before && (length == before + ROW || endOfRow(scanner));
    }

    /** A short row ends where the characters, the padding or the line end stand, not within a group. */
    private static boolean endOfRow(LineScanner scanner) {
        return scanner.atEnd() || scanner.peek() == ' ' || scanner.peek() == '\t';
    }

    private boolean pair(LineScanner scanner) {
        int high = Character.digit(scanner.peek(), 16);
        int low = Character.digit(scanner.peek(1), 16);
        if (high < 0 || low < 0) {
            return false;
        }
        if (length >= LONGEST) {
            whole = false;
            return false;
        }
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) (high << 4 | low);
        scanner.moveTo(scanner.position() + 2);
        return true;
    }
}
