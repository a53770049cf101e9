package dev.wirewalk.match;

import java.util.ArrayList;
import java.util.List;

/**
 * One packet of the flow on its way: where it was seen, in the order in which it passed.
 *
 * @param stops one at least
 */
public record Journey(Direction direction, List<Stop> stops) {
    public Journey {
        stops = List.copyOf(stops);
    }

    /**
     * The packet at one point.
     *
     * @param place index of the point on the way
     * @param quality how sure it is that this is the packet of the stop before; of the first stop {@link PairQuality#EXACT}
     */
    public record Stop(int place, Observation seen, PairQuality quality) {}

    public Stop first() {
        return stops.getFirst();
    }

    public Stop last() {
        return stops.getLast();
    }

    /** A journey that is still being followed. */
    static final class Open {
        private final Direction direction;
        private final List<Stop> stops = new ArrayList<>(4);

        Open(Direction direction) {
            this.direction = direction;
        }

        void add(int place, Observation seen, PairQuality quality) {
            stops.add(new Stop(place, seen, quality));
        }

        Journey done() {
            return new Journey(direction, stops);
        }
    }
}
