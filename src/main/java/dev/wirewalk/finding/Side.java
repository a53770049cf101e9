package dev.wirewalk.finding;

/** What one end of a TCP connection sent; a view that moves with its {@link Connection}. */
public final class Side {
    private final ConnectionTable table;
    private int row;

    Side(ConnectionTable table) {
        this.table = table;
    }

    void moveTo(int nextRow) {
        row = nextRow;
    }

    public long get(Column column) {
        return table.get(row, column);
    }

    /** Whether it sent any packet. */
    public boolean spoke() {
        return row > 0;
    }

    /** Whether what it sent shows that it heard from the other side, captured or not. */
    public boolean heard() {
        return table.heard(row);
    }

    /** Nanoseconds from one moment of this side to one of another; {@code unknown} without times. */
    public long until(Column mine, Side other, Column theirs, long unknown) {
        return Times.between(get(mine), other.get(theirs), unknown);
    }

    /** Whether this side did something, and did it before the other, if that did it at all; the column is a frame. */
    public boolean firstIn(Column frame, Side other) {
        return get(frame) > 0 && (other.get(frame) == 0 || get(frame) < other.get(frame));
    }

    /** Whether everything that it sent was acknowledged by the other side; also when nothing of that is known. */
    public boolean acknowledgedBy(Side other) {
        long next = get(Column.NEXT_SEQUENCE);
        long acknowledged = other.get(Column.ACKNOWLEDGED);
        return next < 0 || acknowledged < 0 || (int) (acknowledged - next) >= 0;
    }
}
