package dev.wirewalk.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which packets of the followed flow at one point are which at another. One-to-one and in order for copies of the same packet;
 * where packets are cut differently at the two points (offload, fragments), one observation is in several pairs.
 *
 * @param pairs in the order of the near point of each direction, forward first
 * @param onlySent packets of which the point that they pass later shows no byte
 * @param onlySeen packets of which the point that they pass first shows no byte
 */
public record Pairing(List<Pair> pairs, List<Observation> onlySent, List<Observation> onlySeen) {
    public Pairing {
        pairs = List.copyOf(pairs);
        onlySent = List.copyOf(onlySent);
        onlySeen = List.copyOf(onlySeen);
    }

    /** Both directions between two points that answers pass in the opposite order; {@code from} is nearer to the client. */
    public static Pairing between(PointTrace from, PointTrace to) {
        Pairing forward = of(from, to, Direction.FORWARD);
        Pairing back = of(to, from, Direction.RETURN);
        return new Pairing(
                joined(forward.pairs, back.pairs),
                joined(forward.onlySent, back.onlySent),
                joined(forward.onlySeen, back.onlySeen));
    }

    /**
     * One direction between two points.
     *
     * @param near the point that packets of this direction pass first
     */
    public static Pairing of(PointTrace near, PointTrace far, Direction direction) {
        boolean translated = !near.flow().equals(far.flow()) || near.shift(direction) != far.shift(direction);
        DirectionPairing paired = new DirectionPairing(near.packets(direction), far.packets(direction), translated);
        return new Pairing(paired.pairs(), paired.onlyNear(), paired.onlyFar());
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    public List<Pair> pairs(Direction direction) {
        return pairs.stream().filter(pair -> pair.direction() == direction).toList();
    }

    public List<Observation> onlySent(Direction direction) {
        return onlySent.stream()
                .filter(packet -> packet.direction() == direction)
                .toList();
    }

    public List<Observation> onlySeen(Direction direction) {
        return onlySeen.stream()
                .filter(packet -> packet.direction() == direction)
                .toList();
    }

    /** How many pairs there are of each quality that occurs. */
    public Map<PairQuality, Integer> qualities() {
        Map<PairQuality, Integer> counts = new EnumMap<>(PairQuality.class);
        pairs.forEach(pair -> counts.merge(pair.quality(), 1, Integer::sum));
        return counts;
    }

    /** How many pairs each key made, by its words. */
    public Map<String, Integer> keys() {
        Map<String, Integer> counts = new TreeMap<>(Comparator.naturalOrder());
        pairs.forEach(pair -> counts.merge(pair.key(), 1, Integer::sum));
        return counts;
    }
}
