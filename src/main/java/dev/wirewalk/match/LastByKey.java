package dev.wirewalk.match;

/** The index that was put last under each 64-bit key, in two arrays. */
final class LastByKey {
    private final long[] keys;
    private final int[] values;
    private final int mask;

    /** @param most how many different keys there may be */
    LastByKey(int most) {
        int slots = Integer.highestOneBit(Math.max(4, most)) * 4;
        keys = new long[slots];
        values = new int[slots];
        mask = slots - 1;
    }

    /** The index that was there before, or -1. */
    int put(long key, int index) {
        int slot = (int) (key ^ key >>> 32) & mask;
        while (values[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        int before = values[slot] - 1;
        keys[slot] = key;
        values[slot] = index + 1;
        return before;
    }
}
