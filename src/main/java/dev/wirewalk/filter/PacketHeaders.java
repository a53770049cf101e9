package dev.wirewalk.filter;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.MacAddress;
import java.util.Optional;

/**
 * The headers of one packet as a filter sees them. Numbers are unsigned; -1 says that the packet has no such field, or
 * that the field is not in this packet (later fragments have no ports).
 */
public interface PacketHeaders {
    Network network();

    /** IP source, or the sender's protocol address of ARP and RARP over IPv4. */
    Optional<IpAddress> source();

    /** IP destination, or the target's protocol address of ARP and RARP over IPv4. */
    Optional<IpAddress> destination();

    /**
     * IPv4 protocol or IPv6 next header (0 to 255); behind an IPv6 fragment header the one it names (as libpcap does, only
     * one header deep). -1 when not IP.
     */
    int protocol();

    /**
     * Source port of TCP, UDP or SCTP when the header is where libpcap looks for it: IPv4 whole or first fragment, IPv6
     * right behind the fixed header. Else -1.
     */
    int sourcePort();

    /** Destination port, under the conditions of {@link #sourcePort()}. */
    int destinationPort();

    /** The TCP flag byte (FIN 1, SYN 2, RST 4, PSH 8, ACK 16, URG 32, ECE 64, CWR 128), or -1. */
    int tcpFlags();

    /** ICMP or ICMPv6 type, or -1. */
    int icmpType();

    /** ICMP or ICMPv6 code, or -1. */
    int icmpCode();

    /**
     * Reads {@code size} bytes (1, 2 or 4, network byte order) at {@code offset} bytes into the layer, or -1 when the packet
     * has no such layer or ends before.
     */
    long load(Layer layer, int offset, int size);

    /** The same from where the layer would start, whether the packet has it or not; -1 when that cannot be said. */
    default long loadAnyway(Layer layer, int offset, int size) {
        return load(layer, offset, size);
    }

    /** Empty when the frame has no Ethernet header, or it is not known; so with the destination. */
    default Optional<MacAddress> sourceMac() {
        return Optional.empty();
    }

    default Optional<MacAddress> destinationMac() {
        return Optional.empty();
    }

    /** What the frame carries, by number (1501 to 65535), or -1. */
    default int etherType() {
        return network().etherType();
    }

    /** The bytes of the frame on the wire, or -1 when not known. */
    default long length() {
        return -1;
    }

    /** What is behind a header of this kind when that is the frame's next header. */
    default Optional<Inside> inside(Encapsulation kind) {
        return Optional.empty();
    }

    /** Whether the packet meets a condition that is only known as text; false when that cannot be said. */
    default boolean meets(Filter.Written written) {
        return false;
    }

    /** @param id the VLAN, label, session or network id of the header */
    record Inside(long id, PacketHeaders packet) {}
}
