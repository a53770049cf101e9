package dev.wirewalk.diagnosis;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.PairQuality;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The followed flow packet by packet: columns are the points of the path, rows are packets in the order of their times. Bounded:
 * of a long flow the handshake, what went wrong and its neighbourhood are kept, and gaps say how much is left out.
 *
 * @param clockOf the point on whose clock all times are; empty when no packet was seen
 * @param beginNanos the moment that times count from, in nanoseconds since 1970-01-01 UTC by that clock
 * @param packets how many packets there are in all
 */
public record Ladder(List<Column> columns, String clockOf, OptionalLong beginNanos, List<Row> rows, int packets) {
    public Ladder {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The ladder of a flow that no point saw. */
    public static Ladder empty() {
        return new Ladder(List.of(), "", OptionalLong.empty(), List.of(), 0);
    }

    /**
     * One point.
     *
     * @param captured whether there is a capture from it
     * @param halfIntervalMicros how far times of this point may be off, as its clock was compared with the first point's by packets;
     *     empty when the clocks could not be compared, and this point's packets then have no times
     */
    public record Column(String point, String device, boolean captured, OptionalLong halfIntervalMicros) {}

    /** A row of the ladder. */
    public sealed interface Row permits Packet, Gap {}

    /** Packets that are left out here. */
    public record Gap(int leftOut) implements Row {}

    /**
     * One packet of the flow, or one that speaks of it.
     *
     * @param label what it is, such as {@code SYN/ACK}
     * @param direction which way it goes; empty for neighbour discovery, which belongs to one link
     * @param sightings where it was seen, in the order in which it passed; one at least
     * @param missing index of the column at which it should have been seen next; empty when it arrived
     * @param note why it is not said to be lost, or what is known besides; may be empty
     */
    public record Packet(
            Kind kind,
            String label,
            Optional<Direction> direction,
            List<Sighting> sightings,
            Ending ending,
            Optional<Integer> missing,
            String note)
            implements Row {
        public Packet {
            sightings = List.copyOf(sightings);
        }
    }

    /**
     * A packet at one point.
     *
     * @param column index of the point's column
     * @param micros time on the first point's clock since the ladder's beginning; empty when it is not known
     * @param quality how sure it is that this is the packet of the sighting before
     */
    public record Sighting(int column, String file, long frame, OptionalLong micros, PairQuality quality) {}

    /** What a row is about. */
    public enum Kind {
        OPENING,
        DATA,
        ACKNOWLEDGEMENT,
        END,
        RESET,
        REQUEST,
        REPLY,
        ERROR,
        NEIGHBOUR;

        /** The word of the result. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of a packet behind the last point that saw it. */
    public enum Ending {
        ARRIVED("arrived", "▶"),
        /** The next capture could have shown it and does not. */
        LOST("lost", "✕"),
        /** The next capture does not show it, and that proves nothing. */
        UNKNOWN("unknown", "?"),
        /** There is no capture behind. */
        UNWATCHED("unwatched", "…");

        private final String word;
        private final String glyph;

        Ending(String word, String glyph) {
            this.word = word;
            this.glyph = glyph;
        }

        /** The word of the result. */
        @JsonValue
        public String word() {
            return word;
        }

        /** One character for people, never without the word beside it. */
        public String glyph() {
            return glyph;
        }
    }
}
