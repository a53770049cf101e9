package dev.wirewalk.flow.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What Wireshark says of a TCP segment by its numbers; the labels are the last words of its {@code tcp.analysis.*} fields. */
public enum SequenceFlag {
    /** Data, SYN or FIN that was sent before; fast and spurious retransmissions carry this flag too. */
    RETRANSMISSION,
    /** Sent again at once, as two or more duplicate acknowledgements asked for it. */
    FAST_RETRANSMISSION,
    /** Sent again although it had been acknowledged. */
    SPURIOUS_RETRANSMISSION,
    /** Behind a later segment, and too soon to be a repetition. */
    OUT_OF_ORDER,
    /** Repeats the acknowledgement before it, and carries nothing else. */
    DUPLICATE_ACK,
    /** Begins behind the next expected number: a segment before it is not in the capture. */
    LOST_SEGMENT,
    /** Acknowledges what is not in the capture. */
    ACK_LOST_SEGMENT,
    /** Its sender can take no data at present. */
    ZERO_WINDOW,
    /** One byte sent into a closed window, to see whether it is open again. */
    ZERO_WINDOW_PROBE,
    /** The answer to such a probe: still closed. */
    ZERO_WINDOW_PROBE_ACK,
    /** Fills the window of its receiver to the last byte. */
    WINDOW_FULL,
    /** Changes the window and nothing else. */
    WINDOW_UPDATE,
    /** Asks whether the other end is still there, with a sequence number already used. */
    KEEP_ALIVE,
    /** The answer to it. */
    KEEP_ALIVE_ACK,
    /** Begins a connection between ports that had another one before in this capture. */
    REUSED_PORTS;

    /** The last word of the field's name in Wireshark: {@code fast_retransmission}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The bit that stands for this flag in a set of flags. */
    public int bit() {
        return 1 << ordinal();
    }

    public boolean in(int flags) {
        return (flags & bit()) != 0;
    }

    /** The flags of a set, in the order of their declaration. */
    public static List<SequenceFlag> of(int flags) {
        return Arrays.stream(values()).filter(flag -> flag.in(flags)).toList();
    }
}
