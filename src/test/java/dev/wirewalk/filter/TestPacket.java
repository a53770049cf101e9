package dev.wirewalk.filter;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.MacAddress;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A made-up Ethernet frame beside the headers that it was made from. Nothing here reads a header back from the bytes but
 * {@link #load}, so that a slip in the frame and a slip in the headers do not hide each other.
 *
 * @param transportAt where the transport header starts in {@code frame}, or -1 when it is not shown
 * @param networkAt where the header behind the EtherType starts
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
        int transportAt,
        int networkAt,
        Optional<Carried> carried)
        implements PacketHeaders {
    /** Behind the two MAC addresses and the EtherType. */
    static final int NETWORK_AT = 14;

    /** @param id of the header that is the next one in the frame */
    record Carried(Encapsulation kind, long id, TestPacket packet) {}

    /** The same headers, that much later in a longer frame. */
    TestPacket moved(byte[] longer, int by) {
        return new TestPacket(
                longer,
                network,
                source,
                destination,
                protocol,
                sourcePort,
                destinationPort,
                tcpFlags,
                icmpType,
                icmpCode,
                transportAt < 0 ? -1 : transportAt + by,
                networkAt + by,
                carried.map(
                        one -> new Carried(one.kind(), one.id(), one.packet().moved(longer, by))));
    }

    @Override
    public Optional<MacAddress> destinationMac() {
        return Optional.of(new MacAddress(bytes(0, 2) << 32 | bytes(2, 4)));
    }

    @Override
    public Optional<MacAddress> sourceMac() {
        return Optional.of(new MacAddress(bytes(6, 2) << 32 | bytes(8, 4)));
    }

    @Override
    public int etherType() {
        return (int) bytes(networkAt - 2, 2);
    }

    @Override
    public long length() {
        return frame.length;
    }

    @Override
    public Optional<Inside> inside(Encapsulation kind) {
        return carried.filter(one -> one.kind() == kind).map(one -> new Inside(one.id(), one.packet()));
    }

    @Override
    public long load(Layer layer, int offset, int size) {
        int start = start(layer);
        if (start < 0 || start + offset + size > frame.length) {
            return -1;
        }
        return bytes(start + offset, size);
    }

    @Override
    public long loadAnyway(Layer layer, int offset, int size) {
        int header = layer.network().filter(one -> one == Network.IPV6).isPresent()
                ? 40
                : 4 * (int) (bytes(networkAt, 1) & 0xF);
        int start = layer == Layer.ETHER ? 0 : networkAt + (layer.protocol().isPresent() ? header : 0);
        return start + offset + size > frame.length ? -1 : bytes(start + offset, size);
    }

    private long bytes(int at, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | (frame[at + i] & 0xFF);
        }
        return value;
    }

    private int start(Layer layer) {
        return switch (layer) {
            case ETHER -> 0;
            case IP -> network == Network.IPV4 ? networkAt : -1;
            case IP6 -> network == Network.IPV6 ? networkAt : -1;
            case ARP -> network == Network.ARP ? networkAt : -1;
            case RARP -> network == Network.RARP ? networkAt : -1;
            case IGMP -> transport(Network.IPV4, 2);
            case IGRP -> transport(Network.IPV4, 9);
            case PIM -> transport(Network.IPV4, 103);
            case VRRP -> transport(Network.IPV4, 112);
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
        return "%s %s:%d > %s:%d protocol %d flags %d icmp %d/%d transport at %d, %s%s"
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
                        HexFormat.of().formatHex(frame),
                        carried.map(one -> " carries " + one).orElse(""));
    }
}
