package dev.wirewalk.finding;

import dev.wirewalk.flow.SideRows;
import java.util.Arrays;

/**
 * What rules need to know of each TCP connection, as numbers. A row is one direction and is made with its first packet, and
 * the larger part of it with the first packet that is no attempt: a scan or flood costs little.
 */
final class ConnectionTable {
    private static final Column[] COLUMNS = Column.values();

    private final SideRows sides = new SideRows(
            Arrays.stream(COLUMNS).mapToLong(column -> column.initial).toArray(), Column.FIRST_OF_DATA.ordinal());

    /**
     * Whether one direction is missing from every connection although it must have been there.
     *
     * @param oneDirection whether the input says of all packets that they went in, or of all that they went out
     */
    boolean oneWay(boolean oneDirection) {
        boolean proven = oneDirection;
        for (int side = 0; side < sides.sides(); side += 2) {
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
        return sides.row(side);
    }

    long get(int row, Column column) {
        return sides.get(row, column.ordinal());
    }

    void set(int row, Column column, long value) {
        sides.set(row, column.ordinal(), value);
    }

    void increment(int row, Column column) {
        sides.add(row, column.ordinal(), 1);
    }

    /** The row of a side, made when there is none. */
    int rowOf(int side) {
        return sides.rowOf(side);
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
