package dev.wirewalk.match;

/** Packets of two points by a 64-bit key: those with the same key form a group, in their order at each point. */
final class KeyGroups {
    /** Hears of each key that both points have. */
    @FunctionalInterface
    interface Visitor {
        /** Indices in order; both lists have one at least and are valid during the call. */
        void group(int[] near, int[] far);
    }

    private final KeyNumbers numbers;
    private final Chains near;
    private final Chains far;

    /**
     * @param limit upper limit of how many near packets are added
     * @param nearCount upper limit of the indices at the near point, likewise {@code farCount}
     */
    KeyGroups(int limit, int nearCount, int farCount) {
        numbers = new KeyNumbers(limit);
        near = new Chains(limit, nearCount);
        far = new Chains(limit, farCount);
    }

    /** Before the first far packet: only keys of near packets make groups. */
    void addNear(int index, long key) {
        near.append(numbers.add(key), index);
    }

    void addFar(int index, long key) {
        int group = numbers.find(key);
        if (group >= 0) {
            far.append(group, index);
        }
    }

    /** In the order in which the keys came first. */
    void forEach(Visitor visitor) {
        for (int group = 0; group < numbers.size(); group++) {
            if (far.counts[group] > 0) {
                visitor.group(near.list(group), far.list(group));
            }
        }
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
