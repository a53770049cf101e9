package dev.wirewalk.flow.sequence;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;

/**
 * One TCP segment as the analysis needs it: numbers only, filled anew for every packet. Sequence numbers are the 32 bits of
 * the header, to be compared by their signed difference (RFC 9293, 3.4).
 */
public final class Segment {
    private static final int FIXED_HEADER = 20;
    /** Behind ports, numbers, flags and window: with less, Wireshark gives the packet up before it finds its stream. */
    private static final int NEEDED = 16;

    private static final int UNKNOWN_WINDOW = -2;

    int sequence;
    int acknowledgement;
    int flags;
    int window;
    int length;
    long nanos;
    /** Whether the sequence number is known; texts leave it out of segments without data. */
    boolean numbered;
    /** Whether the length is known, so that the numbers can be compared. */
    boolean measured;
    /** Whether the header is at least as long as a TCP header must be. */
    boolean sound;

    final SegmentOptions options = new SegmentOptions();

    /**
     * Fills this segment.
     *
     * @param quoted whether the packet stands inside an ICMP error: such a one belongs to its stream, but is not compared
     * @return false when there is no TCP header, or too little of it is known
     */
    public boolean read(PacketView packet, long timeNanos, boolean quoted) {
        TcpView tcp = packet.tcp();
        int at = packet.ip().transportOffset();
        flags = tcp.flags();
        int end = readableEnd(packet);
        if (flags < 0 || end < at + NEEDED || withoutLength(packet)) {
            return false;
        }
        long first = tcp.sequence();
        long next = tcp.acknowledgement();
        numbered = first >= 0;
        sequence = (int) first;
        acknowledgement = (int) Math.max(next, 0);
        window = tcp.window() < 0 ? UNKNOWN_WINDOW : tcp.window();
        nanos = timeNanos == Frame.NO_TIME ? 0 : timeNanos;
        int headerLength = headerLength(packet, at);
        sound = headerLength >= FIXED_HEADER;
        length = length(packet, at + headerLength);
        measured = length >= 0 && !quoted && !packet.ip().fragment() && (next >= 0 || !has(TcpView.ACK));
        options.read(packet, at, headerLength, end, quoted);
        return true;
    }

    /** An IPv6 packet that says it is empty: Wireshark takes it at its word, other than with IPv4. */
    private static boolean withoutLength(PacketView packet) {
        return packet.ip().version() == 6 && packet.load(packet.ip().headerOffset() + 4, 2) == 0;
    }

    /** Where what was captured of the IP packet ends. */
    private static int readableEnd(PacketView packet) {
        int end = packet.ip().endOnWire();
        return end < 0 ? packet.capturedLength() : Math.min(end, packet.capturedLength());
    }

    /** In bytes, as the header says; below 20 it is no header, but its sequence number is compared all the same. */
    private static int headerLength(PacketView packet, int at) {
        int told = packet.tcp().headerLength();
        return told >= 0 ? told : (int) (packet.load(at + 12, 1) >> 4) * 4;
    }

    /** Bytes of data by IP's length, at most to the end of the frame; -1 when unknown or when the header does not fit. */
    private static int length(PacketView packet, int dataOffset) {
        int end = packet.ip().endOnWire();
        return end < 0 ? packet.payloadLength() : Math.min(end, packet.originalLength()) - dataOffset;
    }

    boolean has(int mask) {
        return (flags & mask) == mask;
    }

    boolean hasAny(int mask) {
        return (flags & mask) != 0;
    }

    boolean windowKnown() {
        return window != UNKNOWN_WINDOW;
    }

    /** A SYN that asks. */
    public boolean opens() {
        return (flags & (TcpView.SYN | TcpView.ACK)) == TcpView.SYN;
    }

    /** A SYN that answers. */
    public boolean accepts() {
        return has(TcpView.SYN | TcpView.ACK);
    }
}
