package dev.wirewalk.finding;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.flow.Endpoint;
import dev.wirewalk.packet.PacketView;
import java.util.stream.Collectors;

/** Pieces of Wireshark's display filters. */
public final class Display {
    private Display() {}

    /** All packets between two ends over this protocol, both directions. */
    public static String between(int protocol, Endpoint one, Endpoint other) {
        String hosts = host(one.address()) + " && " + host(other.address());
        String transport = transport(protocol);
        if (transport.isEmpty() || one.port() < 0 || other.port() < 0) {
            return hosts;
        }
        return hosts + " && " + transport + ".port == " + one.port() + " && " + transport + ".port == " + other.port();
    }

    /** Packets from or to this address. */
    public static String host(IpAddress address) {
        return family(address) + ".addr == " + address;
    }

    /** All packets from and to this end over this protocol. */
    public static String end(int protocol, Endpoint end) {
        String transport = transport(protocol);
        return transport.isEmpty() || end.port() < 0
                ? host(end.address())
                : host(end.address()) + " && " + transport + ".port == " + end.port();
    }

    /** {@code ip.src == …}: packets that this address sent. */
    public static String source(IpAddress address) {
        return family(address) + ".src == " + address;
    }

    public static String destination(IpAddress address) {
        return family(address) + ".dst == " + address;
    }

    /** These frames and no others. */
    public static String frames(Frames frames) {
        return frames.sorted().mapToObj(Long::toString).collect(Collectors.joining(", ", "frame.number in {", "}"));
    }

    private static String family(IpAddress address) {
        return address.version() == IpVersion.V6 ? "ipv6" : "ip";
    }

    private static String transport(int protocol) {
        return switch (protocol) {
            case PacketView.TCP -> "tcp";
            case PacketView.UDP -> "udp";
            case PacketView.SCTP -> "sctp";
            default -> "";
        };
    }
}
