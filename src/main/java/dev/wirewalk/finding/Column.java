package dev.wirewalk.finding;

import dev.wirewalk.capture.Frame;

/**
 * What is kept of one direction of a TCP connection, a number each: times are nanoseconds since 1970 or {@link
 * Frame#NO_TIME}, frames 0 for none, sequence numbers 32 bits or -1.
 */
public enum Column {
    PACKETS(0),
    FIRST_FRAME(0),
    FIRST_NANOS(Frame.NO_TIME),
    LAST_FRAME(0),
    LAST_NANOS(Frame.NO_TIME),
    /** SYN without ACK. */
    SYNS(0),
    SYN_FRAME(0),
    SYN_NANOS(Frame.NO_TIME),
    LAST_SYN_NANOS(Frame.NO_TIME),
    SYN_ACKS(0),
    SYN_ACK_FRAME(0),
    SYN_ACK_NANOS(Frame.NO_TIME),
    RESETS(0),
    RESET_FRAME(0),
    RESET_NANOS(Frame.NO_TIME),
    RESET_TTL(-1),
    /** The least and the greatest TTL of packets without RST. */
    LEAST_TTL(256),
    GREATEST_TTL(-1),
    /** The highest acknowledgement that was sent, its time, and how often it rose. */
    ACKNOWLEDGED(-1),
    ACKNOWLEDGED_NANOS(Frame.NO_TIME),
    ADVANCES(0),
    FIN_FRAME(0),
    FIN_NANOS(Frame.NO_TIME),
    /** The first packet with ACK and without SYN, FIN and RST. */
    ACK_FRAME(0),
    ACK_NANOS(Frame.NO_TIME),
    DATA_PACKETS(0),
    DATA_BYTES(0),
    DATA_FRAME(0),
    DATA_NANOS(Frame.NO_TIME),
    LAST_DATA_FRAME(0),
    LAST_DATA_NANOS(Frame.NO_TIME),
    /** The sequence number behind the last byte that was sent. */
    NEXT_SEQUENCE(-1),
    /** The longest time from the other end's data, acknowledged at once, to this end's answer; and the two frames. */
    ANSWER_NANOS(0),
    ANSWER_FRAME(0),
    ASKED_FRAME(0),
    /** The segment that was repeated last: where it begins, its bytes, how often, and when first and last. */
    REPEAT_SEQUENCE(-1),
    REPEAT_LENGTH(0),
    REPEATS(0),
    REPEAT_FRAME(0),
    REPEAT_NANOS(Frame.NO_TIME),
    LAST_REPEAT_NANOS(Frame.NO_TIME),
    /** Gaps in the data that nothing has filled yet. */
    GAPS(0),
    /** Late segments that were overtaken, were lost before this capture point, or behind it; and the first frame of each. */
    OVERTAKEN(0),
    OVERTAKEN_FRAME(0),
    LOST_BEFORE(0),
    LOST_BEFORE_FRAME(0),
    LOST_BEHIND(0),
    LOST_BEHIND_FRAME(0),
    /** The IP identification of the last segment that came in order, or -1. */
    IDENTIFICATION(-1),
    /** The longest segment of those that were acknowledged, and the longest since the last acknowledgement, in bytes. */
    DELIVERED_LENGTH(0),
    LONGEST_LENGTH(0),
    /** 1 while this end announces window 0; since when, in which frame, how often, and the longest time it stayed so. */
    SHUT(0),
    SHUT_NANOS(Frame.NO_TIME),
    SHUT_FRAME(0),
    SHUTS(0),
    LONGEST_SHUT_NANOS(0),
    LONGEST_SHUT_FRAME(0);

    /** Those before this one are all that an attempt without success needs; they are kept apart. */
    static final Column FIRST_OF_DATA = FIN_FRAME;

    final long initial;

    Column(long initial) {
        this.initial = initial;
    }
}
