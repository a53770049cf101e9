package dev.wirewalk.match;

/**
 * One packet at two points. Where a box or an adapter cuts or joins packets, one observation is in several pairs.
 *
 * @param sent the observation at the point that the packet passes first in its direction
 * @param seen the observation at the point that it passes afterwards
 * @param key what tells that it is the same packet, in words
 */
public record Pair(Observation sent, Observation seen, PairQuality quality, String key) {
    public Direction direction() {
        return sent.direction();
    }

    /** What the stamps say that the travel took, in nanoseconds: the clocks' offset is in it. */
    public long apparentNanos() {
        return seen.nanos() - sent.nanos();
    }
}
