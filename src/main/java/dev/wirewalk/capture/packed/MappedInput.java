package dev.wirewalk.capture.packed;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A stream over mapped bytes. */
final class MappedInput extends InputStream {
    private final MemorySegment memory;
    private long next;

    MappedInput(MemorySegment memory) {
        this.memory = memory;
    }

    @Override
    public int read() {
        return next < memory.byteSize() ? memory.get(ValueLayout.JAVA_BYTE, next++) & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int count = (int) Math.min(length, memory.byteSize() - next);
        if (count == 0) {
            return length == 0 ? 0 : -1;
        }
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, next, into, offset, count);
        next += count;
        return count;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, memory.byteSize() - next);
    }
}
