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

    void read(PacketView packet, int header, int headerLength, int readableEnd) {
        windowScale = -1;
        multipath = 0;
        multipathStream = false;
        whole = readableEnd >= header + FIXED_HEADER;
        if (headerLength > FIXED_HEADER && whole) {
            walk(packet, header + FIXED_HEADER, header + headerLength, readableEnd);
        }
    }

    private void walk(PacketView packet, int from, int end, int readableEnd) {
        int at = from;
        while (at < end && whole) {
            int kind = (int) packet.load(at, 1);
            boolean single = kind == PADDING || kind == END || at + 1 == end;
            int length = kind == PADDING ? 1 : single ? 0 : (int) packet.load(at + 1, 1);
            boolean possible = kind == PADDING || length >= 2 && at + length <= end;
            if (readableEnd < at + (single ? 1 : 2) || (possible && readableEnd < at + length)) {
                whole = false;
            } else if (kind == END || !possible) {
                // An octet that a text did not tell reads as -1 and ends the walk here as well.
                return;
            } else {
                note(packet, kind, at, length);
                at += length;
            }
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
