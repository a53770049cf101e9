package dev.wirewalk.finding;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A bounded map from a number to a row of numbers, in plain arrays. A row is given as an offset into {@link #cells}, valid until the next change.
 */
public final class NumberTable {
    private static final int FIRST_SLOTS = 64;
    /** Not the same in every run, so that no capture can be made up whose keys all meet in one slot. */
    private final long seed = new SplittableRandom().nextLong() | 1;

    private final int columns;
    private final int most;
    private long[] cells;
    private boolean[] used;
    private int size;
    private long refused;

    /** @param most how many rows are kept; what comes then is refused and counted */
    public NumberTable(int columns, int most) {
        this.columns = columns + 1;
        this.most = most;
        cells = new long[FIRST_SLOTS * this.columns];
        used = new boolean[FIRST_SLOTS];
    }

    public int size() {
        return size;
    }

    /** How many keys found no room. */
    public long refused() {
        return refused;
    }

    /** The row of this key, or -1. */
    public int find(long key) {
        int slot = slot(key);
        return used[slot] ? slot * columns + 1 : -1;
    }

    /** The row of this key, made of zeros when it is new; -1 when there is no room for it. */
    public int put(long key) {
        int slot = slot(key);
        if (used[slot]) {
            return slot * columns + 1;
        }
        if (size >= most) {
            refused++;
            return -1;
        }
        if ((size + 1) * 4L > used.length * 3L) {
            grow();
            slot = slot(key);
        }
        size++;
        used[slot] = true;
        Arrays.fill(cells, slot * columns, (slot + 1) * columns, 0);
        cells[slot * columns] = key;
        return slot * columns + 1;
    }

    public long get(int row, int column) {
        return cells[row + column];
    }

    public void set(int row, int column, long value) {
        cells[row + column] = value;
    }

    public long key(int row) {
        return cells[row - 1];
    }

    /** Removes the key, if it is there; rows move by that. */
    public void remove(long key) {
        int hole = slot(key);
        if (!used[hole]) {
            return;
        }
        size--;
        int mask = used.length - 1;
        int slot = hole + 1 & mask;
        while (used[slot]) {
            int home = home(cells[slot * columns]);
            // Whether the entry may move back into the hole: its home does not lie between the hole and it.
            if ((slot - home & mask) >= (slot - hole & mask)) {
                System.arraycopy(cells, slot * columns, cells, hole * columns, columns);
                hole = slot;
            }
            slot = slot + 1 & mask;
        }
        used[hole] = false;
    }

    /** Is shown one row after the other. */
    @FunctionalInterface
    public interface RowVisitor {
        void visit(long key, int row);
    }

    /** Leads past all rows in the order of their keys; nothing may be changed meanwhile. */
    public void forEach(RowVisitor visitor) {
        long[] keys = new long[size];
        int count = 0;
        for (int slot = 0; slot < used.length; slot++) {
            if (used[slot]) {
                keys[count++] = cells[slot * columns];
            }
        }
        Arrays.sort(keys);
        for (long key : keys) {
            visitor.visit(key, find(key));
        }
    }

    private int slot(long key) {
        int slot = home(key);
        while (used[slot] && cells[slot * columns] != key) {
            slot = slot + 1 & used.length - 1;
        }
        return slot;
    }

    private int home(long key) {
        long mixed = (key ^ seed) * 0x9E37_79B9_7F4A_7C15L;
        mixed = (mixed ^ mixed >>> 29) * 0xBF58_476D_1CE4_E5B9L;
        return (int) (mixed >>> 32) & used.length - 1;
    }

    private void grow() {
        long[] oldCells = cells;
        boolean[] oldUsed = used;
        cells = new long[oldCells.length * 2];
        used = new boolean[oldUsed.length * 2];
        for (int old = 0; old < oldUsed.length; old++) {
            if (oldUsed[old]) {
                int slot = slot(oldCells[old * columns]);
                used[slot] = true;
                System.arraycopy(oldCells, old * columns, cells, slot * columns, columns);
            }
        }
    }
}
