package dev.wirewalk.inspect.ui;

import java.util.HexFormat;
import java.util.function.IntUnaryOperator;

/** Bytes as people read them: sixteen a line with their offset, in hexadecimal, and what is printable of them. */
final class HexText {
    private HexText() {}

    /** @param octet 0 to 255 at each place below {@code length}; negative for an unknown one, which is shown as {@code ??} */
    static String of(int length, IntUnaryOperator octet) {
        StringBuilder text = new StringBuilder(length * 5);
        HexFormat hex = HexFormat.of();
        for (int row = 0; row < length; row += 16) {
            text.append(hex.toHexDigits(row, 6)).append("  ");
            for (int at = row; at < row + 16; at++) {
                if (at >= length) {
                    text.append("  ");
                } else if (octet.applyAsInt(at) < 0) {
                    text.append("??");
                } else {
                    hex.toHexDigits(text, (byte) octet.applyAsInt(at));
                }
                text.append(at % 8 == 7 ? "  " : " ");
            }
            for (int at = row; at < Math.min(row + 16, length); at++) {
                int value = octet.applyAsInt(at);
                text.append(value < 0 ? '?' : value >= 0x20 && value < 0x7F ? (char) value : '.');
            }
            text.append('\n');
        }
        return text.toString();
    }
}
