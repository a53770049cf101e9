package dev.wirewalk.flow.sequence;

import java.util.Arrays;

/**
 * What is remembered of each stream: two rows of numbers, one for each direction (row 2n what the low end of stream n sent,
 * row 2n + 1 the high end), and a few numbers for both together. Zero stands for "not yet seen" in sequence numbers, as in
 * Wireshark.
 */
final class StreamTable {
    /** The first sequence number of this direction. */
    static final int BASE = 0;
    /** The number behind the highest byte seen. */
    static final int NEXT = 1;
    /** The number behind the highest byte up to which nothing is missing: what the other end may acknowledge. */
    static final int GAPLESS = 2;

    static final int LAST_ACKNOWLEDGEMENT = 3;
    /** The window field of the last segment, -1 before the first. */
    static final int WINDOW = 4;
    /** Shift count, or one of the two below. */
    static final int SCALE = 5;

    static final int DUPLICATES = 6;
    static final int LAST_FLAGS = 7;
    /** Bits {@link #BASE_KNOWN} and {@link #WINDOW_OF_SYN}. */
    static final int MARKS = 8;
    /** Multipath options that the stream had had at the last segment of this direction. */
    static final int MULTIPATH = 9;

    private static final int NUMBERS = 10;

    /** No SYN was seen that could have told the scale. */
    static final int SCALE_UNKNOWN = -1;
    /** Windows of this stream are not scaled. */
    static final int SCALE_UNUSED = -2;

    static final int BASE_KNOWN = 1;
    /** The last window came with a SYN, where it is never scaled. */
    static final int WINDOW_OF_SYN = 2;

    static final int NEXT_NANOS = 0;
    static final int LAST_NANOS = 1;
    private static final int TIMES = 2;

    static final int SYN_NANOS = 0;
    static final int FIRST_ROUND_TRIP = 1;
    /** Multipath options seen so far; negative before the first. */
    static final int MULTIPATH_SEEN = 2;

    private static final int SHARED = 3;

    private int[] numbers = new int[2 * NUMBERS * 64];
    private long[] times = new long[2 * TIMES * 64];
    private long[] shared = new long[SHARED * 64];
    private int count;

    static int row(int stream, boolean lowEnd) {
        return stream * 2 + (lowEnd ? 0 : 1);
    }

    int begin() {
        int stream = count++;
        if (count * SHARED > shared.length) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
            times = Arrays.copyOf(times, times.length * 2);
            shared = Arrays.copyOf(shared, shared.length * 2);
        }
        for (int row = stream * 2; row < stream * 2 + 2; row++) {
            set(row, WINDOW, -1);
            set(row, SCALE, SCALE_UNKNOWN);
        }
        setShared(stream, MULTIPATH_SEEN, -1);
        return stream;
    }

    /** Begins a stream that remembers what another one does. */
    int fork(int stream) {
        int copy = begin();
        System.arraycopy(numbers, stream * 2 * NUMBERS, numbers, copy * 2 * NUMBERS, 2 * NUMBERS);
        System.arraycopy(times, stream * 2 * TIMES, times, copy * 2 * TIMES, 2 * TIMES);
        System.arraycopy(shared, stream * SHARED, shared, copy * SHARED, SHARED);
        return copy;
    }

    int get(int row, int column) {
        return numbers[row * NUMBERS + column];
    }

    void set(int row, int column, int value) {
        numbers[row * NUMBERS + column] = value;
    }

    boolean marked(int row, int mark) {
        return (numbers[row * NUMBERS + MARKS] & mark) != 0;
    }

    void mark(int row, int mark) {
        numbers[row * NUMBERS + MARKS] |= mark;
    }

    void unmark(int row, int mark) {
        numbers[row * NUMBERS + MARKS] &= ~mark;
    }

    long time(int row, int column) {
        return times[row * TIMES + column];
    }

    void setTime(int row, int column, long nanos) {
        times[row * TIMES + column] = nanos;
    }

    long shared(int stream, int column) {
        return shared[stream * SHARED + column];
    }

    void setShared(int stream, int column, long value) {
        shared[stream * SHARED + column] = value;
    }
}
