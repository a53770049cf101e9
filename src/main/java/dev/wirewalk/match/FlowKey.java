package dev.wirewalk.match;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.topology.FlowProtocol;

/**
 * One flow, named from its client's side.
 *
 * @param clientPort 0 to 65535, or the identifier of a ping; -1 when no packet of the flow has told it
 * @param serverPort 0 to 65535; 0 for a ping
 */
public record FlowKey(FlowProtocol protocol, IpAddress client, int clientPort, IpAddress server, int serverPort) {

    /** Whether a packet with these ends belongs to the flow and which way it goes; ports are ignored for pings. */
    boolean isForward(IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {
        return source.equals(client)
                && destination.equals(server)
                && (protocol == FlowProtocol.ICMP || (sourcePort == clientPort && destinationPort == serverPort));
    }

    /** The flow in words, such as {@code 1.2.3.4:39308 > 10.20.30.40:80}. */
    public String text() {
        return end(client, clientPort) + " > " + end(server, serverPort);
    }

    private String end(IpAddress address, int port) {
        return protocol == FlowProtocol.ICMP || port < 0 ? address.toString() : address + ":" + port;
    }
}
