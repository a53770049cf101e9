package dev.wirewalk.match;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.packet.IpView;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.topology.FlowProtocol;
import java.util.Optional;

/**
 * One flow, named from its client's side.
 *
 * @param clientPort 0 to 65535, or the identifier of a ping; -1 when no packet of the flow has told it
 * @param serverPort 0 to 65535; 0 for a ping
 */
public record FlowKey(FlowProtocol protocol, IpAddress client, int clientPort, IpAddress server, int serverPort) {

    /** The protocol's number in an IP header. */
    public int protocolNumber() {
        return switch (protocol) {
            case TCP -> PacketView.TCP;
            case UDP -> PacketView.UDP;
            case ICMP -> client.version() == IpVersion.V4 ? PacketView.ICMP : PacketView.ICMPV6;
        };
    }

    /** Which way a packet with these ends goes; empty when it is not of the flow. The ports of a ping are not looked at. */
    Optional<Direction> direction(IpView ip, int sourcePort, int destinationPort) {
        boolean ping = protocol == FlowProtocol.ICMP;
        if (isSource(client, ip)
                && isDestination(server, ip)
                && (ping || (sourcePort == clientPort && destinationPort == serverPort))) {
            return Optional.of(Direction.FORWARD);
        }
        return isSource(server, ip)
                        && isDestination(client, ip)
                        && (ping || (sourcePort == serverPort && destinationPort == clientPort))
                ? Optional.of(Direction.RETURN)
                : Optional.empty();
    }

    /** The same for a fragment behind the first, which has no ports. */
    Optional<Direction> direction(IpView ip) {
        return direction(ip, clientPort, serverPort).or(() -> direction(ip, serverPort, clientPort));
    }

    // Numbers are compared, as an address object for every packet of a large file would cost too much.
    private static boolean isSource(IpAddress address, IpView ip) {
        return ip.sourceLow() == address.low() && ip.sourceHigh() == address.high() && sameVersion(address, ip);
    }

    private static boolean isDestination(IpAddress address, IpView ip) {
        return ip.destinationLow() == address.low()
                && ip.destinationHigh() == address.high()
                && sameVersion(address, ip);
    }

    private static boolean sameVersion(IpAddress address, IpView ip) {
        return ip.version() == (address.version() == IpVersion.V4 ? 4 : 6);
    }

    /** The flow in words, such as {@code 1.2.3.4:39308 > 10.20.30.40:80}. */
    public String text() {
        return end(client, clientPort) + " > " + end(server, serverPort);
    }

    private String end(IpAddress address, int port) {
        return protocol == FlowProtocol.ICMP || port < 0 ? address.toString() : address + ":" + port;
    }
}
