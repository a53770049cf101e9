package dev.wirewalk.match;

/**
 * Numbers 64-bit keys from 0 in the order in which they first come. Arrays instead of objects, as a followed flow may have a
 * million packets. Of a million keys two differ and hash alike once in 30 million runs.
 */
public final class KeyNumbers {
    /** One more than the number of the key in each slot; 0 where it is free. */
    private final int[] table;

    private final long[] keys;
    private int size;

    /** The number that was found last. What comes in order at one place mostly comes in that order at another. */
    private int last = -1;

    /** @param most how many different keys there may be */
    public KeyNumbers(int most) {
        table = new int[Integer.highestOneBit(Math.max(4, most)) * 4];
        keys = new long[most];
    }

    /** The key of several values: equal for equal ones. */
    public static long key(long... values) {
        long key = 0;
        for (long value : values) {
            key = mix(key, value);
        }
        return key;
    }

    /** The finaliser of SplitMix64: each bit of the values moves half of the result's. */
    static long mix(long key, long value) {
        long mixed = key * 0x9E3779B97F4A7C15L + value;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** How many different keys there are; the next new one gets this number. */
    public int size() {
        return size;
    }

    /** The number of the key; {@link #size()} as it was before when it comes for the first time. */
    public int add(long key) {
        int slot = slot(key);
        if (table[slot] == 0) {
            keys[size++] = key;
            table[slot] = size;
        }
        return table[slot] - 1;
    }

    /** The number of the key, or -1. */
    public int find(long key) {
        int next = last + 1;
        int found = next < size && keys[next] == key ? next : table[slot(key)] - 1;
        last = found < 0 ? last : found;
        return found;
    }

    /** Where the key is, or the free slot that it belongs to. */
    private int slot(long key) {
        int mask = table.length - 1;
        int slot = (int) (key ^ key >>> 32) & mask;
        while (table[slot] > 0 && keys[table[slot] - 1] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
