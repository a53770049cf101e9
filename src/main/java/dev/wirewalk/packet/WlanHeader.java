package dev.wirewalk.packet;

/**
 * The header of an IEEE 802.11 frame, and the capture headers that may lie before it (radiotap.org, Prism, AVS). Only data
 * frames carry packets, and only those that are not encrypted can be read.
 */
final class WlanHeader {
    private static final int DATA = 2;
    private static final int TO_SYSTEM = 0x01;
    private static final int FROM_SYSTEM = 0x02;
    private static final int PROTECTED = 0x40;
    private static final int ORDER = 0x80;
    private static final int FIXED_LENGTH = 24;
    private static final int ADDRESS_LENGTH = 6;
    /** The bit of a radiotap header's flags that says that the header is padded to four bytes. */
    private static final int DATA_PAD = 0x20;

    private final Octets octets;
    private int sourceOffset;
    private int destinationOffset;
    private boolean encrypted;

    WlanHeader(Octets octets) {
        this.octets = octets;
    }

    void reset() {
        sourceOffset = -1;
        destinationOffset = -1;
        encrypted = false;
    }

    /** Where the address of the sender is, or -1. */
    int sourceOffset() {
        return sourceOffset;
    }

    /** Where the address of the final receiver is, or -1. */
    int destinationOffset() {
        return destinationOffset;
    }

    boolean encrypted() {
        return encrypted;
    }

    /** Reads the frame at {@code at}; says where the LLC header of a readable data frame begins, or -1. */
    int frame(int at, boolean padded) {
        int control = octets.u8(at);
        int flags = octets.u8(at + 1);
        if (flags < 0 || (control & 0x0C) >> 2 != DATA) {
            return -1;
        }
        boolean toSystem = (flags & TO_SYSTEM) != 0;
        boolean fromSystem = (flags & FROM_SYSTEM) != 0;
        boolean quality = (control & 0x80) != 0;
        int length = FIXED_LENGTH + (toSystem && fromSystem ? ADDRESS_LENGTH : 0);
        int qualityOffset = at + length;
        if (quality) {
            length += 2 + ((flags & ORDER) != 0 ? 4 : 0);
        }
        destinationOffset = at + (toSystem ? 16 : 4);
        sourceOffset = at + (toSystem ? fromSystem ? FIXED_LENGTH : 10 : fromSystem ? 16 : 10);
        boolean withoutBody = (control & 0x40) != 0;
        boolean laterFragment = (octets.u8(at + 22) & 0x0F) != 0;
        encrypted = !withoutBody && (flags & PROTECTED) != 0;
        if (withoutBody || laterFragment || encrypted) {
            return -1;
        }
        int bodyOffset = at + (padded ? (length + 3) & ~3 : length);
        boolean aggregate = quality && (octets.u8(qualityOffset) & 0x80) != 0;
        if (aggregate) {
            // The first of several frames in one: destination, source, length.
            destinationOffset = bodyOffset;
            sourceOffset = bodyOffset + ADDRESS_LENGTH;
            return bodyOffset + 14;
        }
        return bodyOffset;
    }

    /** A radiotap header: version, padding, length, then words that say which fields follow. Little endian. */
    int radiotap(int at) {
        int length = little16(at + 2);
        int present = octets.u8(at + 4);
        int fields = at + 4;
        do {
            fields += 4;
        } while (fields <= at + length && (octets.u8(fields - 1) & 0x80) != 0);
        boolean padded = false;
        if (present >= 0 && (present & 0x02) != 0) {
            boolean clock = (present & 0x01) != 0;
            int flags = clock ? at + ((fields - at + 7) & ~7) + 8 : fields;
            padded = (octets.u8(flags) & DATA_PAD) > 0;
        }
        return length < 8 ? -1 : frame(at + length, padded);
    }

    /** A header of one byte, its own length in two, little endian, and what does not matter here. */
    int behindLength(int at) {
        int length = little16(at + 1);
        return length < 3 ? -1 : frame(at + length, false);
    }

    /** A Prism header of Linux drivers, or the AVS header that took its place under the same link type. */
    int prism(int at) {
        if (octets.u16(at) == 0x8021) {
            return frame(at + (int) Math.clamp(octets.u32(at + 4), 0, octets.length()), false);
        }
        boolean bigEndian = octets.u8(at) == 0;
        long length = bigEndian ? octets.u32(at + 4) : little32(at + 4);
        return frame(at + (int) Math.clamp(length, 0, octets.length()), false);
    }

    private int little16(int at) {
        int value = octets.u16(at);
        return value < 0 ? -1 : (value & 0xFF) << 8 | value >> 8;
    }

    private long little32(int at) {
        long value = octets.u32(at);
        return value < 0 ? -1 : Integer.toUnsignedLong(Integer.reverseBytes((int) value));
    }
}
