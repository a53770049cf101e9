package dev.wirewalk.flow;

import java.util.SplittableRandom;

/**
 * The keys of all conversations as numbers, found through open addressing. A later conversation with the same key (a
 * re-used port) takes the key over and remembers the one before it.
 */
final class FlowTable {
    /** The conversation before in the low 32 bits (all ones: none), and above it how many there were. */
    private static final int BEFORE = 5;

    private static final int FIRST_SLOTS = 1024;

    /** Not the same in every run, so that no capture can be made up whose keys all meet in one slot. */
    private final long seed = new SplittableRandom().nextLong();

    private int[] slots = new int[FIRST_SLOTS];
    private int usedSlots;

    /** The key of conversation n is row n + 1. */
    private final NumberRows keys = new NumberRows(new long[BEFORE + 1]);

    private int count;

    int count() {
        return count;
    }

    /** The latest conversation with this key, or -1. */
    int latest(EndPair key) {
        return slots[slot(key)] - 1;
    }

    /** Adds a conversation with this key; {@link #previous} of it is what {@link #latest} was. */
    int add(EndPair key) {
        int slot = slot(key);
        int previous = slots[slot] - 1;
        int index = count++;
        int row = keys.add();
        keys.set(row, 0, key.lowEndHigh);
        keys.set(row, 1, key.lowEndLow);
        keys.set(row, 2, key.highEndHigh);
        keys.set(row, 3, key.highEndLow);
        keys.set(row, 4, key.rest);
        keys.set(row, BEFORE, (previous < 0 ? 0L : connection(previous)) << 32 | previous & 0xFFFF_FFFFL);
        slots[slot] = index + 1;
        if (previous < 0 && ++usedSlots * 2 > slots.length) {
            grow();
        }
        return index;
    }

    /** The conversation with the same key before this one, or -1. */
    int previous(int index) {
        return (int) keys.get(index + 1, BEFORE);
    }

    /** 1 for the first conversation with its key, 2 for the next, … */
    int connection(int index) {
        return (int) (keys.get(index + 1, BEFORE) >>> 32) + 1;
    }

    long high(int index, boolean lowEnd) {
        return keys.get(index + 1, lowEnd ? 0 : 2);
    }

    long low(int index, boolean lowEnd) {
        return keys.get(index + 1, lowEnd ? 1 : 3);
    }

    long rest(int index) {
        return keys.get(index + 1, 4);
    }

    private int slot(EndPair key) {
        int slot = hash(key.lowEndHigh, key.lowEndLow, key.highEndHigh, key.highEndLow, key.rest) & slots.length - 1;
        while (slots[slot] != 0 && !isKeyOf(slots[slot] - 1, key)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean isKeyOf(int index, EndPair key) {
        int row = index + 1;
        return keys.get(row, 1) == key.lowEndLow
                && keys.get(row, 3) == key.highEndLow
                && keys.get(row, 4) == key.rest
                && keys.get(row, 0) == key.lowEndHigh
                && keys.get(row, 2) == key.highEndHigh;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        for (int entry : old) {
            if (entry != 0) {
                int slot = hash(
                                keys.get(entry, 0),
                                keys.get(entry, 1),
                                keys.get(entry, 2),
                                keys.get(entry, 3),
                                keys.get(entry, 4))
                        & slots.length - 1;
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = entry;
            }
        }
    }

    private int hash(long a, long b, long c, long d, long e) {
        long mixed = mix(mix(mix(mix(mix(seed ^ a) ^ b) ^ c) ^ d) ^ e);
        return (int) (mixed ^ mixed >>> 32);
    }

    /** The finalizer of MurmurHash3. */
    private static long mix(long value) {
        long once = (value ^ value >>> 33) * 0xFF51AFD7ED558CCDL;
        long twice = (once ^ once >>> 33) * 0xC4CEB9FE1A85EC53L;
        return twice ^ twice >>> 33;
    }
}
