package dev.wirewalk.filter;

import dev.wirewalk.address.IpAddress;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A made-up Ethernet frame beside the headers that it was made from. Nothing here reads a header back from the bytes but
 * {@link #load}, so that a slip in the frame and a slip in the headers do not hide each other.
 *
 * @param transportAt where the transport header starts in {@code frame}, or -1 when it is not shown
 */
public record TestPacket(
        byte[] frame,
        Network network,
        Optional<IpAddress> source,
        Optional<IpAddress> destination,
        int protocol,
        int sourcePort,
        int destinationPort,
        int tcpFlags,
        int icmpType,
        int icmpCode,
        int transportAt)
        implements PacketHeaders {
    private static final int NETWORK_AT = 14;

    @Override
    public long load(Layer layer, int offset, int size) {
        int start = start(layer);
        if (start < 0 || start + offset + size > frame.length) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | (frame[start + offset + i] & 0xFF);
        }
        return value;
    }

    private int start(Layer layer) {
        return switch (layer) {
            case IP -> network == Network.IPV4 ? NETWORK_AT : -1;
            case IP6 -> network == Network.IPV6 ? NETWORK_AT : -1;
            case ARP -> network == Network.ARP ? NETWORK_AT : -1;
            case TCP -> transport(Network.IPV4, 6);
            case UDP -> transport(Network.IPV4, 17);
            case SCTP -> transport(Network.IPV4, 132);
            case ICMP -> transport(Network.IPV4, 1);
            case ICMP6 -> transport(Network.IPV6, 58);
        };
    }

    private int transport(Network wanted, int number) {
        return network == wanted && protocol == number ? transportAt : -1;
    }

    @Override
    public String toString() {
        return "%s %s:%d > %s:%d protocol %d flags %d icmp %d/%d transport at %d, %s"
                .formatted(
                        network,
                        source,
                        sourcePort,
                        destination,
                        destinationPort,
                        protocol,
                        tcpFlags,
                        icmpType,
                        icmpCode,
                        transportAt,
                        HexFormat.of().formatHex(frame));
    }
}
