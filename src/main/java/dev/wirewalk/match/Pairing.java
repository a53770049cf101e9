package dev.wirewalk.match;

import java.util.AbstractList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which packets of the followed flow at one point are which at another. One-to-one and in order for copies of the same packet;
 * where packets are cut differently at the two points (offload, fragments), one observation is in several pairs. Kept as indices,
 * as a followed flow may have a million packets.
 */
public final class Pairing {
    private final List<Observation> near;
    private final List<Observation> far;
    private final PairIndices pairs;
    private final int[] onlyNear;
    private final int[] onlyFar;

    private Pairing(List<Observation> near, List<Observation> far, DirectionPairing found) {
        this.near = near;
        this.far = far;
        pairs = found.pairs();
        onlyNear = found.onlyNear();
        onlyFar = found.onlyFar();
    }

    /**
     * One direction between two points.
     *
     * @param near the point that packets of this direction pass first
     */
    public static Pairing of(PointTrace near, PointTrace far, Direction direction) {
        return of(near.packets(direction), far.packets(direction), translated(near, far, direction));
    }

    /** @param translated whether addresses or sequence numbers had to be mapped to compare the packets */
    static Pairing of(List<Observation> near, List<Observation> far, boolean translated) {
        return new Pairing(near, far, new DirectionPairing(near, far, translated));
    }

    static boolean translated(PointTrace near, PointTrace far, Direction direction) {
        return !near.flow().equals(far.flow()) || near.shift(direction) != far.shift(direction);
    }

    /** Pairs by the strongest key first; by each key in the order of the near point. Made anew when asked for. */
    public List<Pair> pairs() {
        return new AbstractList<>() {
            @Override
            public Pair get(int index) {
                return new Pair(
                        near.get(pairs.near(index)),
                        far.get(pairs.far(index)),
                        pairs.quality(index),
                        pairs.key(index).words());
            }

            @Override
            public int size() {
                return pairs.size();
            }
        };
    }

    /** The pairs as indices of the packets of this direction at both points. */
    PairIndices indices() {
        return pairs;
    }

    /** The indices of the packets of which the point that they pass first shows no byte. */
    int[] unsent() {
        return onlyFar;
    }

    /** Packets of which the point that they pass later shows no byte. */
    public List<Observation> onlySent() {
        return new Picked(near, onlyNear);
    }

    /** Packets of which the point that they pass first shows no byte. */
    public List<Observation> onlySeen() {
        return new Picked(far, onlyFar);
    }

    /** How many pairs there are of each quality that occurs. */
    public Map<PairQuality, Integer> qualities() {
        Map<PairQuality, Integer> counts = new EnumMap<>(PairQuality.class);
        for (int i = 0; i < pairs.size(); i++) {
            counts.merge(pairs.quality(i), 1, Integer::sum);
        }
        return counts;
    }

    /** How many pairs each key made, by its words. */
    public Map<String, Integer> keys() {
        Map<PacketKey, Integer> counts = new EnumMap<>(PacketKey.class);
        for (int i = 0; i < pairs.size(); i++) {
            counts.merge(pairs.key(i), 1, Integer::sum);
        }
        Map<String, Integer> told = new TreeMap<>();
        counts.forEach((key, count) -> told.put(key.words(), count));
        return told;
    }
}
