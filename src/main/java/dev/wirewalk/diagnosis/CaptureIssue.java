package dev.wirewalk.diagnosis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Something wrong with a capture, not with the network. */
public record CaptureIssue(String point, Kind kind, String text) {

    /** The words that results use. */
    public enum Kind {
        /** The network delivered packets that the file does not hold. */
        PACKETS_MISSING_FROM_CAPTURE,
        ONE_DIRECTION_ONLY,
        SNAPLEN,
        CLOCK_SKEW,
        STARTED_LATE,
        STOPPED_EARLY,
        EVERY_PACKET_TWICE,
        NO_CAPTURE,
        /** The filter of the capture is known, and leaves out what the verdict needs. */
        FILTERED,
        /** The file is damaged; what could be read was used. */
        DAMAGED_FILE,
        /** What a device says in words and what the packets show exclude each other. */
        TEXT_CONTRADICTED;

        /** The word of the result. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
