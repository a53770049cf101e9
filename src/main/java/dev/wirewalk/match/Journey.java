package dev.wirewalk.match;

import java.util.List;

/**
 * One packet of the flow on its way: where it was seen, in the order in which it passed.
 *
 * @param stops one at least
 */
public record Journey(Direction direction, List<Stop> stops) {
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
}
