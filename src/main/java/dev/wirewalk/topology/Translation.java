package dev.wirewalk.topology;

import dev.wirewalk.address.IpAddress;
import java.util.Optional;
import java.util.OptionalInt;

/** An address translation as intended at a device: of the source, of the destination, or both. */
public record Translation(String device, Optional<Source> source, Optional<Destination> destination) {

    /**
     * @param to the address that senders get
     * @param ports the port range that senders get, such as {@code 20000-29999}
     */
    public record Source(IpAddress to, Optional<String> ports) {}

    /**
     * @param address the address that clients use
     * @param port the port that clients use
     * @param to the server's own address
     * @param toPort the server's own port
     */
    public record Destination(IpAddress address, OptionalInt port, IpAddress to, OptionalInt toPort) {}
}
