package dev.wirewalk.cli;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.FlowProtocol;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code tcp,192.0.2.10,198.51.100.7,443}: protocol, client, server and, but for pings, the server's port. */
final class FlowOption implements ITypeConverter<FlowHint> {
    @Override
    public FlowHint convert(String value) {
        String[] parts = value.split(",", -1);
        Optional<FlowProtocol> protocol = FlowProtocol.of(parts[0]);
        boolean port = parts.length == 4 && parts[3].matches("[0-9]{1,5}") && Integer.parseInt(parts[3]) <= 65535;
        if (protocol.isEmpty() || (parts.length != 3 && !port) || (port && protocol.get() == FlowProtocol.ICMP)) {
            throw new TypeConversionException("'" + value
                    + "' is no flow such as tcp,192.0.2.10,198.51.100.7,443 or icmp,192.0.2.10,198.51.100.7");
        }
        IpAddress client = address(parts[1]);
        IpAddress server = address(parts[2]);
        if (client.version() != server.version()) {
            throw new TypeConversionException("client and server of '" + value + "' are of different IP versions");
        }
        return new FlowHint(
                protocol.get(),
                client,
                OptionalInt.empty(),
                server,
                port ? OptionalInt.of(Integer.parseInt(parts[3])) : OptionalInt.empty());
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow(() -> new TypeConversionException("'" + text + "' is no address"));
    }
}
