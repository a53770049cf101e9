package dev.wirewalk.dialect.lines;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import java.util.Optional;

/** What devices compare with a packet's headers. */
final class Fields {
    private Fields() {}

    static boolean isIp(PacketHeaders packet) {
        return packet.network() == Network.IPV4 || packet.network() == Network.IPV6;
    }

    /** Of IP packets; {@code text} is an address with a length behind a slash, or without. */
    static boolean in(PacketHeaders packet, Optional<IpAddress> address, String text) {
        String[] parts = text.split("/");
        IpAddress first = IpAddress.parse(parts[0]).orElseThrow(() -> new IllegalArgumentException(text));
        int length = parts.length == 1 ? first.version().bits() : Integer.parseInt(parts[1]);
        return isIp(packet)
                && address.filter(new IpPrefix(first, length)::contains).isPresent();
    }

    /** The wildcard mask of an IOS access list. */
    static boolean inWildcard(Optional<IpAddress> address, String network, String wildcard) {
        long mask = IpAddress.parse(wildcard).orElseThrow().low();
        long wanted = IpAddress.parse(network).orElseThrow().low();
        return address.filter(one -> one.version() == IpVersion.V4 && (one.low() & ~mask) == (wanted & ~mask))
                .isPresent();
    }

    /** A number, or two with {@code between} between them. */
    static boolean isPort(int port, String text, String between) {
        String[] ends = text.split(between);
        int low = number(ends[0], 65535);
        int high = number(ends[ends.length - 1], 65535);
        if (low > high || ends.length > 2) {
            throw new IllegalArgumentException(text);
        }
        return port >= low && port <= high;
    }

    static int number(String text, int most) {
        int number = Integer.parseInt(text);
        if (number < 0 || number > most) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    static int protocol(String text) {
        return switch (text) {
            case "tcp", "TCP" -> 6;
            case "udp", "UDP" -> 17;
            case "icmp" -> 1;
            case "icmp6" -> 58;
            default -> number(text, 255);
        };
    }
}
