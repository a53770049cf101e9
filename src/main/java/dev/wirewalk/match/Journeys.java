package dev.wirewalk.match;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * Strings the pairs between points together: each packet of one direction from its first point to its last, in the order of the
 * first point that saw it. Kept as indices of packets; a journey is made anew when it is asked for.
 */
public final class Journeys extends AbstractList<Journey> implements RandomAccess {
    private static final int NONE = -1;

    private final List<PointTrace> way;
    private final Direction direction;
    private final Pairs known;

    /** At each place, for each journey begun up to there, the index of its packet. */
    private final int[][] seen;

    private final PairQuality[][] qualities;

    /** At each place, for each packet, the first of the journeys that were seen last in it. */
    private final int[][] waiting;

    /** For each journey another one that was seen last in the same packet. */
    private int[] next = {};

    private int size;

    /** Knows the pairs of two points. */
    @FunctionalInterface
    public interface Pairs {
        Pairing of(PointTrace near, PointTrace far, Direction direction);
    }

    /**
     * @param way the points in the order in which packets of this direction pass them
     * @param known asked for the pairs of all packets of points that follow each other
     */
    public Journeys(List<PointTrace> way, Direction direction, Pairs known) {
        this.way = way;
        this.direction = direction;
        this.known = known;
        seen = new int[way.size()][];
        qualities = new PairQuality[way.size()][];
        waiting = new int[way.size()][];
        for (int place = 0; place < way.size(); place++) {
            pass(place);
        }
    }

    @Override
    public Journey get(int number) {
        List<Journey.Stop> stops = new ArrayList<>(way.size());
        for (int place = 0; place < way.size(); place++) {
            if (stopped(number, place)) {
                Observation packet = packets(place).get(seen[place][number]);
                stops.add(new Journey.Stop(place, packet, qualities[place][number]));
            }
        }
        return new Journey(direction, Collections.unmodifiableList(stops));
    }

    /** The packet of that journey as the first point saw it. */
    public Observation begin(int number) {
        int place = 0;
        while (!stopped(number, place)) {
            place++;
        }
        return packets(place).get(seen[place][number]);
    }

    private boolean stopped(int number, int place) {
        return number < seen[place].length && seen[place][number] != NONE;
    }

    @Override
    public int size() {
        return size;
    }

    private List<Observation> packets(int place) {
        return way.get(place).packets(direction);
    }

    /** A packet that a capture on the way does not hold may still come up behind it, so earlier places are asked as well. */
    private void pass(int place) {
        int count = packets(place).size();
        seen[place] = filled(size + count);
        qualities[place] = new PairQuality[size + count];
        waiting[place] = filled(count);
        next = Arrays.copyOf(next, size + count);
        int[] left = IntStream.range(0, count).toArray();
        for (int near = place - 1; near >= 0 && left.length > 0; near--) {
            left = take(near, place, left);
        }
        for (int packet = 0; packet < count; packet++) {
            if (waiting[place][packet] == NONE) {
                next[size] = NONE;
                stop(place, packet, size++, PairQuality.EXACT);
            }
        }
        seen[place] = Arrays.copyOf(seen[place], size);
        qualities[place] = Arrays.copyOf(qualities[place], size);
    }

    private static int[] filled(int length) {
        int[] none = new int[length];
        Arrays.fill(none, NONE);
        return none;
    }

    /** @return the indices of what is still of no packet that was seen before */
    private int[] take(int near, int place, int[] left) {
        int[] sent = IntStream.range(0, waiting[near].length)
                .filter(packet -> near == place - 1 || waiting[near][packet] != NONE)
                .toArray();
        Pairing pairing = near == place - 1
                ? known.of(way.get(near), way.get(place), direction)
                : Pairing.of(
                        new Picked(packets(near), sent),
                        new Picked(packets(place), left),
                        Pairing.translated(way.get(near), way.get(place), direction));
        PairIndices pairs = pairing.indices();
        for (int i = 0; i < pairs.size(); i++) {
            // Of a packet that was cut into several, the first piece goes on with it, and the others begin here.
            int first = waiting[near][sent[pairs.near(i)]];
            waiting[near][sent[pairs.near(i)]] = NONE;
            for (int journey = first; journey != NONE; ) {
                int another = next[journey];
                stop(place, left[pairs.far(i)], journey, pairs.quality(i));
                journey = another;
            }
        }
        return Arrays.stream(pairing.unsent()).map(index -> left[index]).toArray();
    }

    private void stop(int place, int packet, int journey, PairQuality quality) {
        seen[place][journey] = packet;
        qualities[place][journey] = quality;
        next[journey] = waiting[place][packet];
        waiting[place][packet] = journey;
    }
}
