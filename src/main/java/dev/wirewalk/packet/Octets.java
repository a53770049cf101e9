package dev.wirewalk.packet;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The captured bytes of one packet as a window into memory. Every read stays inside the window: what lies behind the
 * captured length is absent (-1), whatever a length field in the packet claims.
 *
 * <p>A packet that was put together from a text has a second window of the same length, in which a bit is set for each bit of
 * the packet that the text told. A number with a bit that was not told is as absent as one that was cut off.
 */
final class Octets {
    private static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt U32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong U64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private MemorySegment segment = MemorySegment.NULL;
    private long base;
    private int length;
    private int within;
    private MemorySegment told = MemorySegment.NULL;
    private long toldBase;
    private boolean partlyTold;

    void place(MemorySegment memory, long offset, int capturedLength) {
        if (offset < 0 || capturedLength < 0 || offset > memory.byteSize() - capturedLength) {
            throw new IndexOutOfBoundsException(
                    capturedLength + " bytes at " + offset + " are not inside " + memory.byteSize());
        }
        segment = memory;
        base = offset;
        length = capturedLength;
        within = 0;
        partlyTold = false;
    }

    /** As {@link #place}, with the mask of what was told at {@code maskOffset} of the same memory. */
    void placePartlyTold(MemorySegment memory, long offset, int capturedLength, long maskOffset) {
        place(memory, offset, capturedLength);
        if (maskOffset < 0 || maskOffset > memory.byteSize() - capturedLength) {
            throw new IndexOutOfBoundsException("the mask at " + maskOffset + " is not inside " + memory.byteSize());
        }
        told = memory;
        toldBase = maskOffset;
        partlyTold = true;
    }

    /** Moves to a part of another window, with its mask. */
    void placeWithin(Octets outer, int at, int capturedLength) {
        place(outer.segment, outer.base + at, capturedLength);
        if (outer.partlyTold) {
            placePartlyTold(outer.told, outer.base + at, capturedLength, outer.toldBase + at);
        }
        within = at;
    }

    /** Where in the other window this one begins that was moved by {@link #placeWithin}; 0 for one placed otherwise. */
    int within() {
        return within;
    }

    /** Whether all these bits of a byte are captured and told. */
    boolean told(int at, int bits) {
        return has(at, 1) && (!partlyTold || (told.get(ValueLayout.JAVA_BYTE, toldBase + at) & bits) == bits);
    }

    private boolean allTold(int at, int size) {
        for (int i = at; i < at + size; i++) {
            if (!told(i, 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** A byte that gives the packet its shape, told or made up; -1 when cut off. */
    int shape8(int at) {
        return has(at, 1) ? segment.get(ValueLayout.JAVA_BYTE, base + at) & 0xFF : -1;
    }

    /** Two bytes that give the packet its shape, told or made up; -1 when cut off. */
    int shape16(int at) {
        return has(at, 2) ? segment.get(U16, base + at) & 0xFFFF : -1;
    }

    /** Whether every bit was captured, and none made up for a text that did not tell it. */
    boolean whole() {
        return !partlyTold || allTold(0, length);
    }

    /** Copies all bytes, told or made up, to the beginning of an array that has room for them. */
    void copyTo(byte[] target) {
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, base, target, 0, length);
    }

    int length() {
        return length;
    }

    boolean has(int at, int size) {
        return at >= 0 && at <= length - size;
    }

    int u8(int at) {
        return has(at, 1) && (!partlyTold || told(at, 0xFF))
                ? segment.get(ValueLayout.JAVA_BYTE, base + at) & 0xFF
                : -1;
    }

    int u16(int at) {
        return has(at, 2) && (!partlyTold || allTold(at, 2)) ? segment.get(U16, base + at) & 0xFFFF : -1;
    }

    long u32(int at) {
        return has(at, 4) && (!partlyTold || allTold(at, 4)) ? segment.get(U32, base + at) & 0xFFFF_FFFFL : -1;
    }

    /** A hardware address: 48 bits. */
    long u48(int at) {
        return has(at, 6) && (!partlyTold || allTold(at, 6)) ? (long) u16(at) << 32 | u32(at + 2) : -1;
    }

    /** Eight bytes; zero when they are absent, as -1 is a value here: ask {@link #has} first. */
    long u64(int at) {
        return has(at, 8) ? segment.get(U64, base + at) : 0;
    }
}
