package dev.wirewalk.inspection;

import dev.wirewalk.flow.sequence.SequenceFlag;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where each packet of a file lies, which conversation it belongs to and which flags it carries: 16 bytes a packet outside
 * of the heap. Written by one thread, then read by any.
 */
public final class FrameIndex implements AutoCloseable {
    /** In {@link #flags}: the frame is a copy of an earlier one. */
    public static final int COPY = 1 << 30;
    /** In {@link #flags}: the file holds fewer bytes of the packet than there were on the wire. */
    public static final int CUT = 1 << 29;

    private static final int ENTRY = 16;
    private static final int CONVERSATION = 8;
    private static final int FLAGS = 12;
    private static final int ENTRIES_PER_CHUNK = 1 << 16;

    private final Arena arena = Arena.ofShared();
    private final List<MemorySegment> chunks = new ArrayList<>();
    private long size;
    /** Where frame numbers jump: the entry behind a gap, and by how much its number is above its place, in pairs. */
    private long[] gaps = new long[8];

    private int gapNumbers;

    FrameIndex() {}

    void add(long number, long place, int conversation, int flags) {
        if (size % ENTRIES_PER_CHUNK == 0) {
            chunks.add(arena.allocate((long) ENTRIES_PER_CHUNK * ENTRY, Long.BYTES));
        }
        long ahead = number - size - 1;
        if (ahead != (gapNumbers == 0 ? 0 : gaps[gapNumbers - 1])) {
            if (gapNumbers == gaps.length) {
                gaps = Arrays.copyOf(gaps, gaps.length * 2);
            }
            gaps[gapNumbers++] = size;
            gaps[gapNumbers++] = ahead;
        }
        MemorySegment chunk = chunks.getLast();
        long at = size % ENTRIES_PER_CHUNK * ENTRY;
        chunk.set(ValueLayout.JAVA_LONG, at, place);
        chunk.set(ValueLayout.JAVA_INT, at + CONVERSATION, conversation);
        chunk.set(ValueLayout.JAVA_INT, at + FLAGS, flags);
        size++;
    }

    /** How many packets there are; their indices are 0 to this minus 1. */
    public long size() {
        return size;
    }

    /** The frame number as Wireshark counts: mostly the index plus one, but Wireshark numbers other blocks too. */
    public long number(long index) {
        int low = 0;
        int high = gapNumbers / 2;
        while (low < high) {
            int middle = low + high >>> 1;
            if (gaps[middle * 2] <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return index + 1 + (low == 0 ? 0 : gaps[low * 2 - 1]);
    }

    /** The index of a frame number, or -1 when no packet has it. */
    public long indexOf(long number) {
        long low = Math.max(0, number - 1 - (gapNumbers == 0 ? 0 : gaps[gapNumbers - 1]));
        long high = Math.min(size - 1, number - 1);
        while (low <= high) {
            long middle = low + high >>> 1;
            long found = number(middle);
            if (found == number) {
                return middle;
            }
            if (found < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** The token by which the file finds the packet again. */
    public long place(long index) {
        return chunk(index).get(ValueLayout.JAVA_LONG, offset(index));
    }

    /** The index of the packet's conversation, or -1. */
    public int conversation(long index) {
        return chunk(index).get(ValueLayout.JAVA_INT, offset(index) + CONVERSATION);
    }

    /** The bits of {@link SequenceFlag}, {@link #COPY} and {@link #CUT}. */
    public int flags(long index) {
        return chunk(index).get(ValueLayout.JAVA_INT, offset(index) + FLAGS);
    }

    /** The indices of all packets of a conversation, in file order. */
    public long[] of(int conversation) {
        long[] found = new long[64];
        int count = 0;
        for (long index = 0; index < size; index++) {
            if (conversation(index) == conversation) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = index;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private MemorySegment chunk(long index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("packet " + index + " of " + size);
        }
        return chunks.get((int) (index / ENTRIES_PER_CHUNK));
    }

    private static long offset(long index) {
        return index % ENTRIES_PER_CHUNK * ENTRY;
    }

    @Override
    public void close() {
        arena.close();
    }
}
