package dev.wirewalk.capture;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Numbers in a mapped file, in the byte order of whoever wrote it. For readers. */
public final class FileBytes {
    private final MemorySegment memory;
    private final ValueLayout.OfShort shorts;
    private final ValueLayout.OfInt ints;
    private final ValueLayout.OfLong longs;

    public FileBytes(MemorySegment memory, ByteOrder order) {
        this.memory = memory;
        shorts = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order);
        ints = ValueLayout.JAVA_INT_UNALIGNED.withOrder(order);
        longs = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order);
    }

    public long size() {
        return memory.byteSize();
    }

    public int u8(long offset) {
        return memory.get(ValueLayout.JAVA_BYTE, offset) & 0xFF;
    }

    public int u16(long offset) {
        return memory.get(shorts, offset) & 0xFFFF;
    }

    public long u32(long offset) {
        return memory.get(ints, offset) & 0xFFFF_FFFFL;
    }

    public long u64(long offset) {
        return memory.get(longs, offset);
    }

    /** The same file with its numbers read in network byte order. */
    public FileBytes bigEndian() {
        return new FileBytes(memory, ByteOrder.BIG_ENDIAN);
    }

    /** Eight bytes, the more significant four first in files of either byte order, as pcapng writes its times. */
    public long highLow(long offset) {
        return u32(offset) << 32 | u32(offset + 4);
    }

    /** A copy, for short texts. */
    public byte[] bytes(long offset, int length) {
        return memory.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
    }

    public MemorySegment memory() {
        return memory;
    }
}
