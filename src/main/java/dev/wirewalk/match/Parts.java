package dev.wirewalk.match;

/** Packets that are cut differently at two points, paired by the ranges that they cover. */
interface Parts {
    /** Hears of each pair of indices; one index may come several times. */
    @FunctionalInterface
    interface Joined {
        void pair(int near, int far);
    }

    void forEach(Joined joined);
}
