package dev.wirewalk.command.path;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Which addresses and ports are known to belong to one end of the flows: declared with the path's flow, or by a translation,
 * whose destination is a server's.
 */
record Roles(Set<IpAddress> clients, Set<IpAddress> servers, Set<Integer> serverPorts) {
    /** The end of a flow that an address belongs to. */
    enum End {
        CLIENT,
        SERVER,
        UNKNOWN
    }

    Roles {
        clients = Set.copyOf(clients);
        servers = Set.copyOf(servers);
        serverPorts = Set.copyOf(serverPorts);
    }

    /** As the client sees them. */
    static Roles of(Path path) {
        Set<IpAddress> servers = new HashSet<>();
        path.nat().forEach(nat -> nat.destination().ifPresent(destination -> servers.add(destination.address())));
        path.flow().map(FlowHint::server).ifPresent(servers::add);
        Set<IpAddress> clients = new HashSet<>();
        path.flow().map(FlowHint::client).ifPresent(clients::add);
        Set<Integer> ports = new HashSet<>();
        path.flow().ifPresent(flow -> flow.port().ifPresent(ports::add));
        return new Roles(clients, servers, ports);
    }

    End of(IpAddress address) {
        boolean client = clients.contains(address);
        return client == servers.contains(address) ? End.UNKNOWN : client ? End.CLIENT : End.SERVER;
    }

    boolean isServerPort(int port) {
        return serverPorts.contains(port);
    }
}
