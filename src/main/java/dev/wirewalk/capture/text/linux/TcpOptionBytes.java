package dev.wirewalk.capture.text.linux;

import dev.wirewalk.capture.text.PacketSketch;

/** TCP options as the kernel logs them: their bytes in hex, without blanks (RFC 9293, 3.2; RFC 7323; RFC 2018). */
final class TcpOptionBytes {
    private TcpOptionBytes() {}

    static void read(String hex, PacketSketch into) {
        int[] bytes = new int[Math.min(40, hex.length() / 2)];
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(hex.charAt(2 * i), 16);
            int low = Character.digit(hex.charAt(2 * i + 1), 16);
            if (high < 0 || low < 0) {
                return;
            }
            bytes[i] = high << 4 | low;
        }
        int at = 0;
        while (at < bytes.length && bytes[at] != 0) {
            if (bytes[at] == 1) {
                at++;
                continue;
            }
            int length = at + 1 < bytes.length ? bytes[at + 1] : 0;
            if (length < 2 || at + length > bytes.length) {
                return;
            }
            option(bytes, at, length, into);
            at += length;
        }
    }

    private static void option(int[] bytes, int at, int length, PacketSketch into) {
        if (bytes[at] == 2 && length == 4) {
            into.segmentSize(u16(bytes, at + 2));
        } else if (bytes[at] == 3 && length == 3) {
            into.windowScale(bytes[at + 2]);
        } else if (bytes[at] == 4) {
            into.sackPermitted();
        } else if (bytes[at] == 5) {
            for (int block = at + 2; block + 8 <= at + length; block += 8) {
                into.sack(u32(bytes, block), u32(bytes, block + 4));
            }
        } else if (bytes[at] == 8 && length == 10) {
            into.timestamps(u32(bytes, at + 2), u32(bytes, at + 6));
        }
    }

    private static long u16(int[] bytes, int at) {
        return (long) bytes[at] << 8 | bytes[at + 1];
    }

    private static long u32(int[] bytes, int at) {
        return u16(bytes, at) << 16 | u16(bytes, at + 2);
    }
}
