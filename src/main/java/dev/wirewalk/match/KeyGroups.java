package dev.wirewalk.match;

import java.util.Arrays;

/**
 * Packets of two points by a 64-bit key: those with the same key form a group, in their order at each point. Arrays instead of
 * objects, as a followed flow may have a million packets. Of a million keys two differ and hash alike once in 30 million runs.
 */
final class KeyGroups {
    private static final int NONE = -1;

    /** Hears of each key that both points have. */
    @FunctionalInterface
    interface Visitor {
        /** Indices in order; both lists have one at least and are valid during the call. */
        void group(int[] near, int[] far);
    }

    private final long[] keys;
    private final int mask;
    private final Chains near;
    private final Chains far;
    private final int[] used;
    private int groups;

    /** @param nearCount upper limit of the indices at the near point, likewise {@code farCount} */
    KeyGroups(int nearCount, int farCount) {
        int slots = Integer.highestOneBit(Math.max(8, nearCount + farCount)) * 4;
        keys = new long[slots];
        mask = slots - 1;
        near = new Chains(slots, nearCount);
        far = new Chains(slots, farCount);
        used = new int[nearCount + farCount];
    }

    void addNear(int index, long key) {
        near.append(slot(key), index);
    }

    void addFar(int index, long key) {
        far.append(slot(key), index);
    }

    /** In the order in which the keys came first. */
    void forEach(Visitor visitor) {
        for (int i = 0; i < groups; i++) {
            int slot = used[i];
            if (near.counts[slot] > 0 && far.counts[slot] > 0) {
                visitor.group(near.list(slot), far.list(slot));
            }
        }
    }

    private int slot(long key) {
        int slot = (int) (key ^ key >>> 32) & mask;
        while (near.counts[slot] + far.counts[slot] > 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        if (near.counts[slot] + far.counts[slot] == 0) {
            keys[slot] = key;
            used[groups++] = slot;
        }
        return slot;
    }

    /** One list of indices per slot, linked through arrays. */
    private static final class Chains {
        private final int[] counts;
        private final int[] heads;
        private final int[] tails;
        private final int[] next;

        Chains(int slots, int indices) {
            counts = new int[slots];
            heads = new int[slots];
            tails = new int[slots];
            next = new int[indices];
            Arrays.fill(next, NONE);
        }

        void append(int slot, int index) {
            if (counts[slot]++ == 0) {
                heads[slot] = index;
            } else {
                next[tails[slot]] = index;
            }
            tails[slot] = index;
        }

        int[] list(int slot) {
            int[] list = new int[counts[slot]];
            int at = heads[slot];
            for (int i = 0; i < list.length; i++) {
                list[i] = at;
                at = next[at];
            }
            return list;
        }
    }
}
