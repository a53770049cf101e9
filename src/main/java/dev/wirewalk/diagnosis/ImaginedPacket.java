package dev.wirewalk.diagnosis;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FlowKey;
import dev.wirewalk.topology.FlowProtocol;
import java.util.Optional;

/** A packet that could come by, as a filter looks at it; see {@link PacketHeaders} for the numbers. */
record ImaginedPacket(
        Network network,
        Optional<IpAddress> source,
        Optional<IpAddress> destination,
        int protocol,
        int sourcePort,
        int destinationPort,
        int tcpFlags,
        int icmpType,
        int icmpCode)
        implements PacketHeaders {

    /** A packet of the flow. */
    static ImaginedPacket of(FlowKey flow, Direction direction, int tcpFlags) {
        boolean forward = direction == Direction.FORWARD;
        boolean ping = flow.protocol() == FlowProtocol.ICMP;
        boolean four = flow.client().version() == IpVersion.V4;
        int echo = four ? forward ? 8 : 0 : forward ? 128 : 129;
        return new ImaginedPacket(
                network(flow.client()),
                Optional.of(forward ? flow.client() : flow.server()),
                Optional.of(forward ? flow.server() : flow.client()),
                flow.protocolNumber(),
                ping ? -1 : forward ? flow.clientPort() : flow.serverPort(),
                ping ? -1 : forward ? flow.serverPort() : flow.clientPort(),
                flow.protocol() == FlowProtocol.TCP ? tcpFlags : -1,
                ping ? echo : -1,
                ping ? 0 : -1);
    }

    /** "Destination unreachable", from anybody. */
    static ImaginedPacket refusal(IpAddress from, IpAddress to) {
        boolean four = to.version() == IpVersion.V4;
        return new ImaginedPacket(
                network(to), Optional.of(from), Optional.of(to), four ? 1 : 58, -1, -1, -1, four ? 3 : 1, four ? 1 : 0);
    }

    /** Who has this address? By ARP, or by neighbour discovery. */
    static ImaginedPacket question(IpAddress from, IpAddress about) {
        boolean four = about.version() == IpVersion.V4;
        return new ImaginedPacket(
                four ? Network.ARP : Network.IPV6,
                Optional.of(from),
                Optional.of(about),
                four ? -1 : 58,
                -1,
                -1,
                -1,
                four ? -1 : 135,
                four ? -1 : 0);
    }

    private static Network network(IpAddress address) {
        return address.version() == IpVersion.V4 ? Network.IPV4 : Network.IPV6;
    }

    @Override
    public long load(Layer layer, int offset, int size) {
        return -1;
    }
}
