package dev.wirewalk.match;

import dev.wirewalk.packet.TcpView;

/**
 * One packet of the followed flow as one point saw it.
 *
 * @param file the file's name
 * @param frame the frame's number in the file, from 1
 * @param nanos when, by the clock of that capture, in nanoseconds since 1970-01-01 UTC
 * @param sourceMac 48 bits, or -1 when the link type does not tell
 * @param destinationMac 48 bits, or -1
 * @param vlan outermost VLAN id, or -1
 * @param ttl time to live or hop limit; -1 when a text does not tell it
 * @param identification IP identification; 0 or -1 when it tells nothing
 * @param ipLength length of the IP packet on the wire in bytes; 0 when a text does not tell it
 * @param fragmentOffset bytes; above 0 for a later fragment, which has no transport header
 * @param moreFragments whether further fragments follow
 * @param sequence TCP sequence number freed from what a box on the way added to it, or the sequence of a ping; 0 for UDP
 * @param acknowledgement likewise; 0 when there is none
 * @param flags TCP flags; 0 when not TCP
 * @param window the window field, not scaled
 * @param timestamp the sender's clock in the TCP timestamp option (RFC 7323), or -1
 * @param payloadLength bytes of payload on the wire
 * @param digest hash of the captured payload's beginning; 0 without payload
 * @param head the first bytes of the payload, 16 at most
 * @param announced bytes of stream from the payload's beginning that a begun HTTP answer says it has; -1 when it says none
 */
public record Observation(
        String file,
        long frame,
        long nanos,
        Direction direction,
        long sourceMac,
        long destinationMac,
        int vlan,
        int ttl,
        long identification,
        int ipLength,
        int fragmentOffset,
        boolean moreFragments,
        long sequence,
        long acknowledgement,
        int flags,
        int window,
        int maximumSegment,
        long timestamp,
        int payloadLength,
        long digest,
        byte[] head,
        long announced) {

    /** How many bytes of payload {@link #head()} keeps: enough for an HTTP status line or a DNS header. */
    static final int HEAD = 16;

    public boolean has(int flag) {
        return (flags & flag) == flag;
    }

    /** A SYN that asks, not one that answers. */
    public boolean syn() {
        return (flags & (TcpView.SYN | TcpView.ACK | TcpView.RST)) == TcpView.SYN;
    }

    public boolean synAck() {
        return (flags & (TcpView.SYN | TcpView.ACK | TcpView.RST)) == (TcpView.SYN | TcpView.ACK);
    }

    public boolean reset() {
        return has(TcpView.RST);
    }

    public boolean fin() {
        return has(TcpView.FIN);
    }

    /** Whether it opens, closes or resets a connection. */
    boolean signals() {
        return (flags & (TcpView.SYN | TcpView.FIN | TcpView.RST)) != 0;
    }

    /** Whether its numbers or its payload tell it from others; a text may leave out both. */
    boolean telling() {
        return flags != 0 ? sequence >= 0 : digest != 0 || sequence > 0;
    }

    /** The sequence number behind this packet (32 bits): SYN and FIN count one. */
    public long sequenceEnd() {
        return (sequence + payloadLength + (has(TcpView.SYN) ? 1 : 0) + (fin() ? 1 : 0)) & 0xFFFF_FFFFL;
    }

    Observation shifted(long sequenceShift, long acknowledgementShift) {
        return new Observation(
                file,
                frame,
                nanos,
                direction,
                sourceMac,
                destinationMac,
                vlan,
                ttl,
                identification,
                ipLength,
                fragmentOffset,
                moreFragments,
                sequence < 0 ? sequence : (sequence - sequenceShift) & 0xFFFF_FFFFL,
                has(TcpView.ACK) ? (acknowledgement - acknowledgementShift) & 0xFFFF_FFFFL : acknowledgement,
                flags,
                window,
                maximumSegment,
                timestamp,
                payloadLength,
                digest,
                head,
                announced);
    }
}
