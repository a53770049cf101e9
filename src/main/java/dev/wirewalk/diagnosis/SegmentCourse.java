package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import java.util.List;

/**
 * What became of the packets of one direction between two neighbouring points with a capture, over time. How long those took that
 * arrived is told by {@link Delays.OneWay}, whose moments count from the same zero.
 *
 * @param from nearer to the client
 * @param clockOf the point whose clock tells the moments: the ladder's, or the one that the packets pass first when its clock could
 *     not be compared with that
 * @param stepMicros how much time a count stands for
 * @param counts in the order of time; those without a packet are left out
 * @param doubt why it cannot be told of some packets whether they arrived; empty when there are none
 */
public record SegmentCourse(
        String from,
        String to,
        Direction direction,
        String clockOf,
        long stepMicros,
        List<Count> counts,
        String doubt) {
    public SegmentCourse {
        counts = List.copyOf(counts);
    }

    /**
     * Packets that passed the first of the two points within one step.
     *
     * @param atMicros when the step begins, since the first packet of the flow
     * @param sent as the losses count: of TCP those with data, SYN and SYN/ACK
     * @param lost of them, those that the second capture could have shown and does not
     * @param open of them, those that it does not show while that proves nothing
     */
    public record Count(long atMicros, int sent, int lost, int open) {}

    /** All of the course. */
    public Count total() {
        return new Count(
                0,
                counts.stream().mapToInt(Count::sent).sum(),
                counts.stream().mapToInt(Count::lost).sum(),
                counts.stream().mapToInt(Count::open).sum());
    }
}
