package dev.wirewalk.finding;

import dev.wirewalk.flow.Endpoint;
import dev.wirewalk.packet.PacketView;

/** The packet that an ICMP error quotes, and who sent the error. */
public final class Quotes {
    private final PacketView quoted = new PacketView();

    /** Moves to the packet quoted in this ICMP error; false when it quotes none that can be read. */
    public boolean read(Sight sight) {
        return sight.packet().quoted(quoted);
    }

    public PacketView packet() {
        return quoted;
    }

    /** The sender of the quoted packet; without a port where it was not quoted. */
    public Endpoint source() {
        return Quotes.source(quoted);
    }

    /** Where the quoted packet was to go. */
    public Endpoint destination() {
        return Quotes.destination(quoted);
    }

    /** The sender of a packet with an IP header. */
    public static Endpoint source(PacketView packet) {
        return new Endpoint(packet.ip().sourceAddress().orElseThrow(), packet.sourcePort());
    }

    /** The receiver of a packet with an IP header. */
    public static Endpoint destination(PacketView packet) {
        return new Endpoint(packet.ip().destinationAddress().orElseThrow(), packet.destinationPort());
    }

    /** {@code TCP}, {@code UDP}, {@code ICMP}, or the protocol's number. */
    public static String protocol(int number) {
        return switch (number) {
            case PacketView.TCP -> "TCP";
            case PacketView.UDP -> "UDP";
            case PacketView.ICMP -> "ICMP";
            case PacketView.ICMPV6 -> "ICMPv6";
            case PacketView.SCTP -> "SCTP";
            default -> "IP protocol " + number;
        };
    }
}
