package dev.wirewalk.diagnosis;

import dev.wirewalk.match.ByteStream;
import dev.wirewalk.match.Clocks;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Pairing;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Pairs and clocks of two points, streams of one, each made once. Those that every walk needs are made at the same time, as far as there
 * are processors: none waits for another.
 */
final class Comparisons {
    private final ToLongFunction<Direction> bases;
    private final Map<Stretch, Pairing> pairings = new ConcurrentHashMap<>();
    private final Map<Side, ByteStream> streams = new ConcurrentHashMap<>();
    private final Map<Stretch, Clocks> clocks = new ConcurrentHashMap<>();

    private record Side(String point, Direction direction) {}

    private record Stretch(String near, String far, Direction direction) {}

    /** @param bases the sequence number of the first byte of each direction */
    Comparisons(ToLongFunction<Direction> bases) {
        this.bases = bases;
    }

    /**
     * Makes all that is asked for anyway.
     *
     * @param points in forward order
     * @param streamed whether there are streams
     */
    void prepare(Map<Direction, List<PointTrace>> ways, List<PointTrace> points, boolean streamed) {
        List<Runnable> work = new ArrayList<>();
        ways.forEach((direction, way) -> {
            inTurn(way, (near, far) -> work.add(() -> pairing(near, far, direction)));
            if (streamed) {
                way.forEach(point -> work.add(() -> stream(point, direction)));
            }
        });
        work.parallelStream().forEach(Runnable::run);
        List<Runnable> fits = new ArrayList<>();
        inTurn(points.stream().filter(PointTrace::captured).toList(), (from, to) -> fits.add(() -> clocks(from, to)));
        fits.parallelStream().forEach(Runnable::run);
    }

    private static void inTurn(List<PointTrace> points, BiConsumer<PointTrace, PointTrace> neighbours) {
        for (int i = 0; i + 1 < points.size(); i++) {
            neighbours.accept(points.get(i), points.get(i + 1));
        }
    }

    Clocks clocks(PointTrace from, PointTrace to) {
        return once(
                clocks,
                new Stretch(from.name(), to.name(), Direction.FORWARD),
                () -> Clocks.of(from, to, pairing(from, to, Direction.FORWARD), pairing(to, from, Direction.RETURN)));
    }

    Pairing pairing(PointTrace near, PointTrace far, Direction direction) {
        return once(pairings, new Stretch(near.name(), far.name(), direction), () -> Pairing.of(near, far, direction));
    }

    ByteStream stream(PointTrace point, Direction direction) {
        return once(
                streams,
                new Side(point.name(), direction),
                () -> new ByteStream(bases.applyAsLong(direction), point.packets(direction)));
    }

    /** Unlike {@link Map#computeIfAbsent} without keeping others waiting, whose keys may share a bin with this one. */
    private static <K, V> V once(Map<K, V> made, K key, Supplier<V> maker) {
        V known = made.get(key);
        if (known == null) {
            known = maker.get();
            made.put(key, known);
        }
        return known;
    }
}
