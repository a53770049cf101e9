package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import java.util.List;
import java.util.OptionalLong;

/**
 * How long packets took, in microseconds.
 *
 * @param oneWay between neighbouring points, as far as their clocks can be compared
 * @param roundTrips at each point, from a packet to its answer: one clock tells it, so nothing about others has to be known
 */
public record Delays(List<OneWay> oneWay, List<RoundTrip> roundTrips) {
    public Delays {
        oneWay = List.copyOf(oneWay);
        roundTrips = List.copyOf(roundTrips);
    }

    /** Of a flow that no point saw. */
    public static Delays none() {
        return new Delays(List.of(), List.of());
    }

    /**
     * From one point to the next one with a capture.
     *
     * @param from nearer to the client
     * @param pairs packets seen at both, those left out that could be one of several
     * @param halfIntervalMicros how far each figure may be off by the clocks; empty when they cannot be compared, and then there are
     *     no figures
     */
    public record OneWay(
            String from,
            String to,
            Direction direction,
            int pairs,
            OptionalLong halfIntervalMicros,
            List<Figures> figures) {
        public OneWay {
            figures = List.copyOf(figures);
        }
    }

    /**
     * At one point, from a packet of this direction to the first packet that answers it. Repeated packets are left out: which of
     * them was answered is not known (Karn's rule, RFC 6298 section 3).
     */
    public record RoundTrip(String point, Direction direction, int pairs, Figures figures) {}

    /**
     * What the times are like.
     *
     * @param p95 not exceeded by 95 in a hundred
     * @param course up to 500 of them in the order of time; of a stretch the longest stands for all
     */
    public record Figures(long min, long median, long p95, long max, List<Moment> course) {
        public Figures {
            course = List.copyOf(course);
        }
    }

    /**
     * One time on the way.
     *
     * @param atMicros by the clock of the point that saw the packet first: between points since the flow's first packet, as
     *     {@link SegmentCourse} counts; of answers since the first of them
     */
    public record Moment(long atMicros, long micros) {}
}
