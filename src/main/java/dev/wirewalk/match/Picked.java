package dev.wirewalk.match;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Some of the packets of a list, by their indices in it. */
final class Picked extends AbstractList<Observation> implements RandomAccess {
    private final List<Observation> all;
    private final int[] indices;

    Picked(List<Observation> all, int[] indices) {
        this.all = all;
        this.indices = indices;
    }

    @Override
    public Observation get(int index) {
        return all.get(indices[index]);
    }

    @Override
    public int size() {
        return indices.length;
    }
}
