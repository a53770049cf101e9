package dev.wirewalk.packet;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The captured bytes of one packet as a window into memory. Every read stays inside the window: what lies behind the
 * captured length is absent (-1), whatever a length field in the packet claims.
 */
final class Octets {
    private static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt U32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong U64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private MemorySegment segment = MemorySegment.NULL;
    private long base;
    private int length;

    void place(MemorySegment memory, long offset, int capturedLength) {
        if (offset < 0 || capturedLength < 0 || offset > memory.byteSize() - capturedLength) {
            throw new IndexOutOfBoundsException(
                    capturedLength + " bytes at " + offset + " are not inside " + memory.byteSize());
        }
        segment = memory;
        base = offset;
        length = capturedLength;
    }

    MemorySegment segment() {
        return segment;
    }

    long base() {
        return base;
    }

    int length() {
        return length;
    }

    boolean has(int at, int size) {
        return at >= 0 && at <= length - size;
    }

    int u8(int at) {
        return has(at, 1) ? segment.get(ValueLayout.JAVA_BYTE, base + at) & 0xFF : -1;
    }

    int u16(int at) {
        return has(at, 2) ? segment.get(U16, base + at) & 0xFFFF : -1;
    }

    long u32(int at) {
        return has(at, 4) ? segment.get(U32, base + at) & 0xFFFF_FFFFL : -1;
    }

    /** A hardware address: 48 bits. */
    long u48(int at) {
        return has(at, 6) ? (long) u16(at) << 32 | u32(at + 2) : -1;
    }

    /** Eight bytes; zero when they are absent, as -1 is a value here: ask {@link #has} first. */
    long u64(int at) {
        return has(at, 8) ? segment.get(U64, base + at) : 0;
    }
}
