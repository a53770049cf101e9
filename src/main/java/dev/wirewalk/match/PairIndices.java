package dev.wirewalk.match;

import java.util.Arrays;

/** Pairs of packets of two lists, by their indices in them. */
final class PairIndices {
    private int[] near;
    private int[] far;
    private PairQuality[] qualities;
    private PacketKey[] keys;
    private int size;

    /** @param expected how many pairs are likely */
    PairIndices(int expected) {
        int room = Math.max(8, expected);
        near = new int[room];
        far = new int[room];
        qualities = new PairQuality[room];
        keys = new PacketKey[room];
    }

    void add(int nearIndex, int farIndex, PairQuality quality, PacketKey key) {
        if (size == near.length) {
            near = Arrays.copyOf(near, size * 2);
            far = Arrays.copyOf(far, size * 2);
            qualities = Arrays.copyOf(qualities, size * 2);
            keys = Arrays.copyOf(keys, size * 2);
        }
        near[size] = nearIndex;
        far[size] = farIndex;
        qualities[size] = quality;
        keys[size++] = key;
    }

    int size() {
        return size;
    }

    int near(int pair) {
        return near[pair];
    }

    int far(int pair) {
        return far[pair];
    }

    PairQuality quality(int pair) {
        return qualities[pair];
    }

    PacketKey key(int pair) {
        return keys[pair];
    }
}
