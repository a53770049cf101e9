package dev.wirewalk.capture;

import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import java.time.Instant;
import java.util.Optional;

/**
 * The packet at which a pass over a capture stands. One frame object serves the whole pass: what is to be kept must be
 * copied out of it.
 */
public interface Frame {
    /** What {@link #timeNanos()} says of a packet whose block carries no time (simple packet blocks of pcapng). */
    long NO_TIME = Long.MIN_VALUE;

    /**
     * The frame number as Wireshark and tshark count, from 1. They also number custom blocks of pcapng, so there may be
     * gaps.
     */
    long number();

    /** When it was captured, in nanoseconds since 1970-01-01 UTC, or {@link #NO_TIME}. */
    long timeNanos();

    /** The moment of a time in nanoseconds since 1970-01-01 UTC, which is not {@link #NO_TIME}. */
    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    default boolean hasTime() {
        return timeNanos() != NO_TIME;
    }

    /** How many bytes of the packet are in the file. */
    int capturedLength();

    /** How many bytes the packet had on the wire, as the file says. Damaged files may say less than was captured. */
    int originalLength();

    /**
     * Where {@link CaptureFile#visit} finds this packet again, as long as the file is open. An opaque number that says nothing
     * else; those of later frames are larger.
     */
    long place();

    /** Where the record or block of this packet begins, in bytes from the beginning of the file. */
    long recordOffset();

    /** Where the bytes of this packet begin in the file. */
    long dataOffset();

    /** The interface's number within its section; 0 in formats that know only one interface. */
    int interfaceId();

    /**
     * The number that the capturing system gave to the interface, as a header before the packet or a text tells it; -1 when
     * neither does.
     */
    long interfaceIndex();

    /** The interface's name, where the file or a header before the packet tells it. */
    Optional<String> interfaceName();

    /**
     * Where at the interface or inside the device the packet was seen, when the input tells it: {@code in} or {@code out};
     * {@code i I o O e E} as fw monitor names its inspection points; {@code drop} where the device threw it away.
     */
    Optional<String> position();

    /** The line of a text that the packet came from, counted from 1; 0 in binary formats. */
    long line();

    LinkType linkType();

    /** The headers of this packet. */
    PacketView packet();
}
