package dev.wirewalk.finding;

import java.util.Arrays;

/** Rows of numbers, as many as are asked for; they lie in pieces, so that growing copies none of them. */
final class NumberRows {
    private static final int ROWS_PER_PIECE = 1024;

    private final long[] fresh;
    private long[][] pieces = new long[4][];
    private int count;

    /** @param fresh what a new row holds */
    NumberRows(long[] fresh) {
        this.fresh = fresh;
    }

    /** Makes a row and gives its number; the first is 1. */
    int add() {
        int row = ++count;
        int piece = row / ROWS_PER_PIECE;
        if (piece == pieces.length) {
            pieces = Arrays.copyOf(pieces, pieces.length * 2);
        }
        if (pieces[piece] == null) {
            pieces[piece] = new long[ROWS_PER_PIECE * fresh.length];
        }
        System.arraycopy(fresh, 0, pieces[piece], row % ROWS_PER_PIECE * fresh.length, fresh.length);
        return row;
    }

    long get(int row, int column) {
        return pieces[row / ROWS_PER_PIECE][row % ROWS_PER_PIECE * fresh.length + column];
    }

    void set(int row, int column, long value) {
        pieces[row / ROWS_PER_PIECE][row % ROWS_PER_PIECE * fresh.length + column] = value;
    }
}
