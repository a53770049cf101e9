package dev.wirewalk.flow.sequence;

import java.util.Arrays;

/**
 * How many segments of each direction are not yet acknowledged, up to the limit at which Wireshark stops to keep them: behind
 * it, it forgets that SYN and FIN count one. Kept are the numbers behind each segment, in order, in a ring per direction.
 */
final class UnacknowledgedSegments {
    /** The limit of Wireshark 4.0. */
    static final int LIMIT = 10_000;

    private static final int[] NONE = {};

    private int[][] rings = new int[128][];
    /** Where each ring begins; of a direction with one segment and no ring yet, that segment. */
    private int[] heads = new int[128];

    private int[] counts = new int[128];

    /** Makes room for the two directions of a stream. */
    void begin(int stream) {
        int rows = stream * 2 + 2;
        if (rows > counts.length) {
            int room = rows + stream;
            rings = Arrays.copyOf(rings, room);
            heads = Arrays.copyOf(heads, room);
            counts = Arrays.copyOf(counts, room);
        }
        rings[rows - 2] = NONE;
        rings[rows - 1] = NONE;
    }

    void fork(int stream, int copy) {
        begin(copy);
        for (int end = 0; end < 2; end++) {
            rings[copy * 2 + end] = rings[stream * 2 + end].clone();
            heads[copy * 2 + end] = heads[stream * 2 + end];
            counts[copy * 2 + end] = counts[stream * 2 + end];
        }
    }

    boolean full(int row) {
        return counts[row] >= LIMIT;
    }

    /** Keeps a segment that ends before {@code next}. */
    void add(int row, int next) {
        if (rings[row].length == 0 && counts[row] == 0) {
            heads[row] = next;
            counts[row] = 1;
            return;
        }
        if (rings[row].length == 0) {
            begin(row, heads[row]);
        } else if (counts[row] == rings[row].length) {
            grow(row);
        }
        int[] ring = rings[row];
        int mask = ring.length - 1;
        int at = heads[row] + counts[row]++;
        while (at > heads[row] && ring[at - 1 & mask] - next > 0) {
            ring[at & mask] = ring[at - 1 & mask];
            at--;
        }
        ring[at & mask] = next;
    }

    private void begin(int row, int only) {
        rings[row] = new int[4];
        rings[row][0] = only;
        heads[row] = 0;
    }

    private void grow(int row) {
        int[] old = rings[row];
        int[] ring = new int[old.length * 2];
        for (int i = 0; i < counts[row]; i++) {
            ring[i] = old[heads[row] + i & old.length - 1];
        }
        rings[row] = ring;
        heads[row] = 0;
    }

    /** Forgets the segments that end at or before {@code acknowledgement}. */
    void acknowledge(int row, int acknowledgement) {
        int[] ring = rings[row];
        if (ring.length == 0) {
            counts[row] = counts[row] > 0 && heads[row] - acknowledgement > 0 ? 1 : 0;
            return;
        }
        while (counts[row] > 0 && ring[heads[row] & ring.length - 1] - acknowledgement <= 0) {
            heads[row] = heads[row] + 1 & ring.length - 1;
            counts[row]--;
        }
    }
}
