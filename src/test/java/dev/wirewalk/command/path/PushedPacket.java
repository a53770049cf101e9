package dev.wirewalk.command.path;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import java.util.Optional;

/** A packet of a flow as it is at one place; ports are -1 for protocols without them. */
record PushedPacket(IpAddress from, int fromPort, IpAddress to, int toPort, int protocol, int tcpFlags, int icmpType)
        implements PacketHeaders {
    PushedPacket answered() {
        return new PushedPacket(to, toPort, from, fromPort, protocol, tcpFlags, icmpType);
    }

    @Override
    public Network network() {
        return from.version() == IpVersion.V4 ? Network.IPV4 : Network.IPV6;
    }

    @Override
    public Optional<IpAddress> source() {
        return Optional.of(from);
    }

    @Override
    public Optional<IpAddress> destination() {
        return Optional.of(to);
    }

    @Override
    public int sourcePort() {
        return fromPort;
    }

    @Override
    public int destinationPort() {
        return toPort;
    }

    @Override
    public int icmpCode() {
        return icmpType < 0 ? -1 : 0;
    }

    @Override
    public long load(Layer layer, int offset, int size) {
        return -1;
    }
}
