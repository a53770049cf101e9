package dev.wirewalk.flow;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.packet.IcmpView;
import dev.wirewalk.packet.PacketView;

/**
 * The two ends of a packet without regard to direction, as five numbers: the key of a conversation. The lower end (by address, then port) comes first, whoever
 * sent; one key object is filled anew for every packet.
 */
final class EndPair {
    /** Protocol in bits 0 to 7, IP version in 8 to 15, port of the low end plus one from 16, of the high end from 40. */
    private static final int LOW_PORT_SHIFT = 16;

    private static final int HIGH_PORT_SHIFT = 40;
    private static final int PORT_MASK = 0x1FFFF;

    long lowEndHigh;
    long lowEndLow;
    long highEndHigh;
    long highEndLow;
    long rest;
    /** Whether the source of the packet is the low end. */
    boolean fromLowEnd;

    /** @return false when the packet belongs to no conversation, as it carries no IP header */
    boolean fill(PacketView packet) {
        if (!packet.ip().present()) {
            return false;
        }
        int identifier = echoIdentifier(packet.icmp());
        fill(
                packet.ip().version(),
                packet.ip().protocol(),
                packet.ip().sourceHigh(),
                packet.ip().sourceLow(),
                identifier >= 0 ? identifier : packet.sourcePort(),
                packet.ip().destinationHigh(),
                packet.ip().destinationLow(),
                identifier >= 0 ? identifier : packet.destinationPort());
        return true;
    }

    /** Other messages with an identifier are not between the same two programs. */
    private static int echoIdentifier(IcmpView icmp) {
        return icmp.echoRequest() || icmp.echoReply() ? icmp.identifier() : -1;
    }

    void fill(int protocol, IpAddress one, int onePort, IpAddress other, int otherPort) {
        int version = one.version().bits() == 32 ? 4 : 6;
        fill(version, protocol, one.high(), one.low(), onePort, other.high(), other.low(), otherPort);
    }

    private void fill(
            int version,
            int protocol,
            long sourceHigh,
            long sourceLow,
            int sourcePort,
            long destinationHigh,
            long destinationLow,
            int destinationPort) {
        int order = Long.compareUnsigned(sourceHigh, destinationHigh);
        order = order != 0 ? order : Long.compareUnsigned(sourceLow, destinationLow);
        order = order != 0 ? order : Integer.compare(sourcePort, destinationPort);
        fromLowEnd = order <= 0;
        lowEndHigh = fromLowEnd ? sourceHigh : destinationHigh;
        lowEndLow = fromLowEnd ? sourceLow : destinationLow;
        highEndHigh = fromLowEnd ? destinationHigh : sourceHigh;
        highEndLow = fromLowEnd ? destinationLow : sourceLow;
        long lowPort = fromLowEnd ? sourcePort : destinationPort;
        long highPort = fromLowEnd ? destinationPort : sourcePort;
        rest = protocol | (long) version << 8 | lowPort + 1 << LOW_PORT_SHIFT | highPort + 1 << HIGH_PORT_SHIFT;
    }

    static int protocol(long rest) {
        return (int) rest & 0xFF;
    }

    static int version(long rest) {
        return (int) rest >>> 8 & 0xFF;
    }

    static int port(long rest, boolean lowEnd) {
        return (int) (rest >>> (lowEnd ? LOW_PORT_SHIFT : HIGH_PORT_SHIFT) & PORT_MASK) - 1;
    }
}
