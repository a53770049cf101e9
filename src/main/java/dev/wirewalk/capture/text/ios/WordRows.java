package dev.wirewalk.capture.text.ios;

import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.packet.LinkType;
import java.util.Arrays;

/**
 * Rows of up to four words of eight hex digits, with an offset and a colon before them ({@code 0010: 003C0000 …}) or without, and the
 * characters behind two blanks. They begin with the Ethernet header.
 */
final class WordRows {
    /** No frame is longer than the largest IP packet and its link header. */
    private static final int LONGEST = 66_000;

    private byte[] bytes = new byte[256];
    private int length;
    private boolean whole = true;

    void clear() {
        length = 0;
        whole = true;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** @return false, without taking anything, when this is no such row */
    boolean add(String line) {
        String text = line.strip();
        int colon = text.indexOf(": ");
        boolean numbered = colon == 4 && isHex(text.substring(0, 4));
        if (numbered) {
            whole &= Integer.parseInt(text.substring(0, 4), 16) == length;
            text = text.substring(colon + 2).stripLeading();
        }
        int end = text.indexOf("  ");
        int before = length;
        for (String word : (end < 0 ? text : text.substring(0, end)).split(" ")) {
            if (word.length() % 2 != 0 || word.length() > 8 || word.isEmpty() || !isHex(word)) {
                length = before;
                return false;
            }
            add(word, word.length() / 2);
        }
        return length > before || length > LONGEST;
    }

    private void add(String word, int count) {
        if (length > LONGEST) {
            whole = false;
            return;
        }
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) Integer.parseInt(word.substring(2 * i, 2 * i + 2), 16);
        }
    }

    private static boolean isHex(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 'f' || Character.digit(word.charAt(i), 16) < 0) {
                return false;
            }
        }
        return !word.isEmpty();
    }

    /** Makes these bytes the packet, when there are some and none is missing. */
    boolean into(PacketSketch sketch) {
        boolean frame = whole && length >= 14;
        if (frame) {
            sketch.frame(LinkType.ETHERNET, Arrays.copyOf(bytes, length), onWire());
        }
        return frame;
    }

    /** What the IPv4 header says, as dumps are cut to the length of the capture. */
    private int onWire() {
        boolean version4 = length >= 18 && bytes[12] == 8 && bytes[13] == 0;
        return version4 ? 14 + ((bytes[16] & 0xFF) << 8 | bytes[17] & 0xFF) : 0;
    }
}
