package dev.wirewalk.flow;

import java.util.Arrays;

/** Rows of numbers, as many as are asked for; they lie in pieces, so that growing copies none of them. */
public final class NumberRows {
    /** 1024 rows lie in one piece. */
    private static final int PIECE_BITS = 10;

    private static final int IN_PIECE = (1 << PIECE_BITS) - 1;

    private final long[] fresh;
    private final int width;
    private long[][] pieces = new long[4][];
    private int count;

    /** @param fresh what a new row holds */
    public NumberRows(long[] fresh) {
        this.fresh = fresh;
        width = fresh.length;
    }

    /** Makes a row and gives its number; the first is 1. */
    public int add() {
        int row = ++count;
        int piece = row >> PIECE_BITS;
        if (piece == pieces.length) {
            pieces = Arrays.copyOf(pieces, pieces.length * 2);
        }
        if (pieces[piece] == null) {
            pieces[piece] = new long[width << PIECE_BITS];
        }
        System.arraycopy(fresh, 0, pieces[piece], (row & IN_PIECE) * width, width);
        return row;
    }

    public long get(int row, int column) {
        return pieces[row >> PIECE_BITS][(row & IN_PIECE) * width + column];
    }

    public void set(int row, int column, long value) {
        pieces[row >> PIECE_BITS][(row & IN_PIECE) * width + column] = value;
    }
}
