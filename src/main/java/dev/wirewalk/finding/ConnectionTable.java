package dev.wirewalk.finding;

import java.util.Arrays;

/**
 * What rules need to know of each TCP connection, as numbers. A row is one direction and is made with its first packet, and
 * the larger part of it with the first packet that is no attempt: a scan or flood costs little.
 */
final class ConnectionTable {
    private static final Column[] COLUMNS = Column.values();
    private static final int ATTEMPT = Column.FIRST_OF_DATA.ordinal();

    /** The row of each side of each conversation, 0 for none: 2n its low end, 2n + 1 its high end. */
    private int[] rows = new int[128];

    private final NumberRows attempts = new NumberRows(fresh(0, ATTEMPT));
    /** Rows for what comes once a connection is up, and for each row of attempts its row there, or 0. */
    private final NumberRows data = new NumberRows(fresh(ATTEMPT, COLUMNS.length));

    private int[] dataRows = new int[64];
    private int sides;

    /**
     * Whether one direction is missing from every connection although it must have been there.
     *
     * @param oneDirection whether the input says of all packets that they went in, or of all that they went out
     */
    boolean oneWay(boolean oneDirection) {
        boolean proven = oneDirection;
        for (int side = 0; side < sides; side += 2) {
            if (row(side) > 0 && row(side + 1) > 0) {
                return false;
            }
            proven |= heard(Math.max(row(side), row(side + 1)));
        }
        return proven;
    }

    /**
     * Whether what this side sent shows that it heard from the other: it answers a SYN, completes a handshake, or acknowledges
     * more and more.
     */
    boolean heard(int row) {
        boolean completed = get(row, Column.SYNS) > 0 && get(row, Column.ACK_FRAME) > 0;
        return completed || get(row, Column.SYN_ACKS) > 0 || get(row, Column.ADVANCES) > 0;
    }

    /** The row of a side, or 0 when it sent nothing. */
    int row(int side) {
        return side < rows.length ? rows[side] : 0;
    }

    private static long[] fresh(int from, int to) {
        return Arrays.stream(COLUMNS, from, to)
                .mapToLong(column -> column.initial)
                .toArray();
    }

    long get(int row, Column column) {
        int at = column.ordinal();
        if (row == 0) {
            return column.initial;
        }
        if (at < ATTEMPT) {
            return attempts.get(row, at);
        }
        return dataRows[row] == 0 ? column.initial : data.get(dataRows[row], at - ATTEMPT);
    }

    void set(int row, Column column, long value) {
        int at = column.ordinal();
        if (at < ATTEMPT) {
            attempts.set(row, at, value);
        } else {
            if (dataRows[row] == 0) {
                dataRows[row] = data.add();
            }
            data.set(dataRows[row], at - ATTEMPT, value);
        }
    }

    void increment(int row, Column column) {
        set(row, column, get(row, column) + 1);
    }

    /** The row of a side, made when there is none. */
    int rowOf(int side) {
        if (side >= rows.length) {
            rows = Arrays.copyOf(rows, Math.max(side + 2, rows.length * 2));
        }
        sides = Math.max(sides, (side | 1) + 1);
        if (rows[side] == 0) {
            rows[side] = attempts.add();
            if (rows[side] == dataRows.length) {
                dataRows = Arrays.copyOf(dataRows, dataRows.length * 2);
            }
        }
        return rows[side];
    }

    /** Keeps frame and time of the first of its kind; true when this was it. */
    boolean note(int row, Column frame, Column nanos, Sight sight) {
        if (get(row, frame) > 0) {
            return false;
        }
        set(row, frame, sight.number());
        set(row, nanos, sight.nanos());
        return true;
    }
}
