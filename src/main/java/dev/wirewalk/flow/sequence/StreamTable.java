package dev.wirewalk.flow.sequence;

import dev.wirewalk.flow.NumberRows;
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

    /** 2048 rows of numbers lie in one piece, so that growing copies none of them. */
    private static final int PIECE_BITS = 11;

    private static final int IN_PIECE = (1 << PIECE_BITS) - 1;

    private int[][] numbers = new int[4][];

    /** The times of both directions and what they share; those of stream n are row n + 1. */
    private final NumberRows times = new NumberRows(new long[2 * TIMES + SHARED]);

    private int count;

    static int row(int stream, boolean lowEnd) {
        return stream * 2 + (lowEnd ? 0 : 1);
    }

    int begin() {
        int stream = count++;
        times.add();
        int piece = stream * 2 >> PIECE_BITS;
        if (piece == numbers.length) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        if (numbers[piece] == null) {
            numbers[piece] = new int[NUMBERS << PIECE_BITS];
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
        for (int end = 0; end < 2; end++) {
            for (int column = 0; column < NUMBERS; column++) {
                set(copy * 2 + end, column, get(stream * 2 + end, column));
            }
        }
        for (int column = 0; column < 2 * TIMES + SHARED; column++) {
            times.set(copy + 1, column, times.get(stream + 1, column));
        }
        return copy;
    }

    int get(int row, int column) {
        return numbers[row >> PIECE_BITS][(row & IN_PIECE) * NUMBERS + column];
    }

    void set(int row, int column, int value) {
        numbers[row >> PIECE_BITS][(row & IN_PIECE) * NUMBERS + column] = value;
    }

    boolean marked(int row, int mark) {
        return (get(row, MARKS) & mark) != 0;
    }

    void mark(int row, int mark) {
        set(row, MARKS, get(row, MARKS) | mark);
    }

    void unmark(int row, int mark) {
        set(row, MARKS, get(row, MARKS) & ~mark);
    }

    long time(int row, int column) {
        return times.get(row / 2 + 1, row % 2 * TIMES + column);
    }

    void setTime(int row, int column, long nanos) {
        times.set(row / 2 + 1, row % 2 * TIMES + column, nanos);
    }

    long shared(int stream, int column) {
        return times.get(stream + 1, 2 * TIMES + column);
    }

    void setShared(int stream, int column, long value) {
        times.set(stream + 1, 2 * TIMES + column, value);
    }
}
