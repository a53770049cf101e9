package dev.wirewalk.flow;

import java.util.Arrays;

/**
 * Rows of numbers for the sides of conversations, 2n the low end of conversation n and 2n + 1 its high end. A row is made with the
 * first packet of its side, and the later part of it when a number there changes: a scan or flood costs little.
 */
public final class SideRows {
    private final long[] initial;
    private final int parting;
    private final NumberRows early;
    private final NumberRows late;

    /** The row of each side, 0 for none. */
    private int[] rows = {};

    /** For each row its late part, or 0. */
    private int[] lateRows = {};

    private int sides;

    /**
     * @param initial what each column holds before it is set
     * @param parting the first column of the later part
     */
    public SideRows(long[] initial, int parting) {
        this.initial = initial;
        this.parting = parting;
        early = new NumberRows(Arrays.copyOf(initial, parting));
        late = new NumberRows(Arrays.copyOfRange(initial, parting, initial.length));
    }

    /** One more than the last side that has a row, or whose other side has one. */
    public int sides() {
        return sides;
    }

    /** The row of a side, or 0 when it sent nothing. */
    public int row(int side) {
        return side < rows.length ? rows[side] : 0;
    }

    /** The row of a side, made when there is none. */
    public int rowOf(int side) {
        if (side >= rows.length) {
            rows = Arrays.copyOf(rows, grown(side));
        }
        sides = Math.max(sides, (side | 1) + 1);
        if (rows[side] == 0) {
            rows[side] = early.add();
        }
        return rows[side];
    }

    /** Room for this index, and for half as much more. */
    private static int grown(int index) {
        return index + index / 2 + 2;
    }

    /** What the column held at the beginning when the row is 0. */
    public long get(int row, int column) {
        if (row > 0 && column < parting) {
            return early.get(row, column);
        }
        int part = lateRow(row);
        return part == 0 ? initial[column] : late.get(part, column - parting);
    }

    public void set(int row, int column, long value) {
        if (column < parting) {
            early.set(row, column, value);
            return;
        }
        if (lateRow(row) == 0) {
            if (value == initial[column]) {
                return;
            }
            if (row >= lateRows.length) {
                lateRows = Arrays.copyOf(lateRows, grown(row));
            }
            lateRows[row] = late.add();
        }
        late.set(lateRows[row], column - parting, value);
    }

    private int lateRow(int row) {
        return row < lateRows.length ? lateRows[row] : 0;
    }

    public void add(int row, int column, long more) {
        set(row, column, get(row, column) + more);
    }
}
