package dev.wirewalk.topology;

import dev.wirewalk.address.IpAddress;
import java.util.OptionalInt;

/**
 * The flow to follow, as the client sees it.
 *
 * @param clientPort 0 to 65535; empty when not known, or for ICMP
 * @param port the server's port, 0 to 65535; empty when not known, or for ICMP
 */
public record FlowHint(
        FlowProtocol protocol, IpAddress client, OptionalInt clientPort, IpAddress server, OptionalInt port) {}
