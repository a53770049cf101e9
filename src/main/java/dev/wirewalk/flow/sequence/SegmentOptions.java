package dev.wirewalk.flow.sequence;

import dev.wirewalk.packet.PacketView;

/**
 * The options of a segment as far as the analysis needs them. They are walked as Wireshark walks them: up to the end of the
 * list, a length that cannot be, or the end of what was captured.
 */
final class SegmentOptions {
    /** RFC 7323: a larger shift count is taken as 14. */
    private static final int LARGEST_SHIFT = 14;

    private static final int FIXED_HEADER = 20;
    private static final int END = 0;
    private static final int PADDING = 1;
    private static final int WINDOW_SCALE = 3;
    private static final int MULTIPATH = 30;
    private static final int MULTIPATH_JOIN = 1;
    private static final int MULTIPATH_RESET = 8;

    /** The shift count for windows that the sender announces, 0 to 14, or -1. */
    int windowScale;
    /** A bit for each kind of Multipath TCP option (RFC 8684), by subtype; 0 when there is none. */
    int multipath;
    /** Whether there is an option that makes the stream one of Multipath TCP. */
    boolean multipathStream;
    /** Whether the header was captured as far as it has options. */
    boolean whole;

    /**
     * @param readableEnd where what was captured of the packet ends
     * @param quoted whether the packet stands inside an ICMP error; there Wireshark passes over an option that was cut off
     */
    void read(PacketView packet, int header, int headerLength, int readableEnd, boolean quoted) {
        windowScale = -1;
        multipath = 0;
        multipathStream = false;
        whole = readableEnd >= header + FIXED_HEADER;
        int end = header + headerLength;
        int at = header + FIXED_HEADER;
        while (at < end && whole) {
            int kind = (int) packet.load(at, 1);
            boolean single = kind == PADDING || kind == END || at + 1 == end;
            int length = kind == PADDING ? 1 : single ? 0 : (int) packet.load(at + 1, 1);
            boolean possible = kind == PADDING || length >= 2 && at + length <= end;
            int needed = possible ? (quoted ? 0 : at + length) : length < 2 && kind != END ? 0 : end;
            whole = readableEnd >= Math.max(needed, at + (single ? 1 : 2));
            if (kind == END || !possible) {
                // An octet that a text did not tell reads as -1 and ends the walk here as well.
                return;
            }
            if (readableEnd >= at + length) {
                note(packet, kind, at, length);
            }
            at += length;
        }
    }

    private void note(PacketView packet, int kind, int at, int length) {
        if (kind == WINDOW_SCALE && length == 3) {
            windowScale = Math.min((int) packet.load(at + 2, 1), LARGEST_SHIFT);
        } else if (kind == MULTIPATH && length > 2) {
            int subtype = (int) packet.load(at + 2, 1) >> 4;
            multipath |= subtype < MULTIPATH_RESET ? 1 << subtype : 0;
            multipathStream |= subtype >= MULTIPATH_JOIN || length >= 12;
        }
    }
}
