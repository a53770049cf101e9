package dev.wirewalk.match;

/**
 * Packets of two points by a 64-bit key: those with the same key form a group, in their order at each point. Arrays instead of
 * objects, as a followed flow may have a million packets. Of a million keys two differ and hash alike once in 30 million runs.
 */
final class KeyGroups {
    /** Hears of each key that both points have. */
    @FunctionalInterface
    interface Visitor {
        /** Indices in order; both lists have one at least and are valid during the call. */
        void group(int[] near, int[] far);
    }

    /** One more than the group of each slot; 0 where it is free. */
    private final int[] table;

    private final long[] keys;
    private final Chains near;
    private final Chains far;
    private int groups;

    /**
     * @param limit upper limit of how many near packets are added
     * @param nearCount upper limit of the indices at the near point, likewise {@code farCount}
     */
    KeyGroups(int limit, int nearCount, int farCount) {
        table = new int[Integer.highestOneBit(Math.max(8, limit)) * 4];
        keys = new long[limit];
        near = new Chains(limit, nearCount);
        far = new Chains(limit, farCount);
    }

    /** Before the first far packet: only keys of near packets make groups. */
    void addNear(int index, long key) {
        int slot = slot(key);
        if (table[slot] == 0) {
            keys[groups++] = key;
            table[slot] = groups;
        }
        near.append(table[slot] - 1, index);
    }

    void addFar(int index, long key) {
        int group = table[slot(key)] - 1;
        if (group >= 0) {
            far.append(group, index);
        }
    }

    /** In the order in which the keys came first. */
    void forEach(Visitor visitor) {
        for (int group = 0; group < groups; group++) {
            if (far.counts[group] > 0) {
                visitor.group(near.list(group), far.list(group));
            }
        }
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

    /** One list of indices per group, linked through arrays. */
    private static final class Chains {
        private final int[] counts;
        private final int[] heads;
        private final int[] tails;
        private final int[] next;

        Chains(int groups, int indices) {
            counts = new int[groups];
            heads = new int[groups];
            tails = new int[groups];
            next = new int[indices];
        }

        void append(int group, int index) {
            if (counts[group]++ == 0) {
                heads[group] = index;
            } else {
                next[tails[group]] = index;
            }
            tails[group] = index;
        }

        int[] list(int group) {
            int[] list = new int[counts[group]];
            int at = heads[group];
            for (int i = 0; i < list.length; i++) {
                list[i] = at;
                at = next[at];
            }
            return list;
        }
    }
}
