package dev.wirewalk.match;

import java.util.Map;
import java.util.TreeMap;

/** A set of byte positions, kept as ranges that neither touch nor overlap. */
public final class Ranges {
    private final TreeMap<Long, Long> ends = new TreeMap<>();

    /** The last range, while it is not among the others: streams mostly grow at their end. */
    private long lastFrom;

    private long lastTo;

    /** Adds the positions from {@code from} up to, not including, {@code to}. */
    public void add(long from, long to) {
        if (from >= to) {
            return;
        }
        if (lastFrom < lastTo && from >= lastFrom && from <= lastTo) {
            lastTo = Math.max(lastTo, to);
            return;
        }
        insert(from, to);
        Map.Entry<Long, Long> last = ends.pollLastEntry();
        lastFrom = last.getKey();
        lastTo = last.getValue();
    }

    /** All ranges, by their beginning. */
    private TreeMap<Long, Long> all() {
        if (lastFrom < lastTo) {
            ends.put(lastFrom, lastTo);
            lastTo = lastFrom;
        }
        return ends;
    }

    private void insert(long from, long to) {
        long low = from;
        long high = to;
        Map.Entry<Long, Long> before = all().floorEntry(from);
        if (before != null && before.getValue() >= from) {
            low = before.getKey();
        }
        for (Map.Entry<Long, Long> next = ends.ceilingEntry(low);
                next != null && next.getKey() <= high;
                next = ends.ceilingEntry(low)) {
            high = Math.max(high, next.getValue());
            ends.remove(next.getKey());
        }
        ends.put(low, high);
    }

    public void addAll(Ranges other) {
        other.all().forEach(this::add);
    }

    /** The positions of this set that are not in the other. */
    public Ranges without(Ranges other) {
        Ranges rest = new Ranges();
        TreeMap<Long, Long> cuts = other.all();
        all().forEach((from, to) -> {
            long at = from;
            Long first = cuts.floorKey(from);
            for (Map.Entry<Long, Long> cut :
                    cuts.subMap(first == null ? from : first, true, to, false).entrySet()) {
                if (cut.getValue() > at) {
                    rest.add(at, cut.getKey());
                    at = cut.getValue();
                }
            }
            rest.add(at, to);
        });
        return rest;
    }

    /** The positions that are in both sets. */
    public Ranges common(Ranges other) {
        return without(without(other));
    }

    /** Takes the other set's positions out of this one. */
    void removeAll(Ranges other) {
        Ranges rest = without(other);
        all().clear();
        rest.all().forEach(this::add);
    }

    /** Whether every position of the range is in the set. */
    public boolean covers(long from, long to) {
        if (lastFrom < lastTo && from >= lastFrom) {
            return to <= lastTo || from >= to;
        }
        Map.Entry<Long, Long> floor = ends.floorEntry(from);
        return from >= to || (floor != null && floor.getValue() >= to);
    }

    /** Whether any position of the range is in the set. */
    public boolean touches(long from, long to) {
        Map.Entry<Long, Long> floor = all().floorEntry(to - 1);
        return from < to && floor != null && floor.getValue() > from;
    }

    public boolean isEmpty() {
        return all().isEmpty();
    }

    /** How many positions are in the set. */
    public long size() {
        return all().entrySet().stream()
                .mapToLong(range -> range.getValue() - range.getKey())
                .sum();
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
