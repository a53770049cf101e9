package dev.wirewalk.command;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a check would be typed, and what is known there.
 *
 * @param stage how far the flow came, when that is known
 * @param role {@code client}, {@code between} or {@code server}
 * @param cause why it fails, when that is known
 * @param protocol {@code tcp}, {@code udp} or {@code icmp}
 * @param here the flow's ends as packets at the point carry them; empty when they are not known there
 * @param entry the same where the flow comes into the device on its way to the server
 * @param answers whether the place concerns what goes back to the client
 * @param nextHop the address that the device hands the flow's packets to
 * @param interfaceName the point's interface
 * @param entryInterface the interface where the flow comes into the device on its way to the server
 * @param settings values of the tool's options that differ from the profile's, by name
 */
public record CheckPlace(
        Optional<String> stage,
        String role,
        Optional<String> cause,
        String protocol,
        Optional<Ends> here,
        Optional<Ends> entry,
        boolean answers,
        Optional<IpAddress> nextHop,
        Optional<String> interfaceName,
        Optional<String> entryInterface,
        Map<String, String> settings) {
    public CheckPlace {
        settings = Map.copyOf(settings);
    }

    /**
     * @param clientPort 0 to 65535; empty for a ping, or when not known
     * @param port the server's, the same
     */
    public record Ends(IpAddress client, OptionalInt clientPort, IpAddress server, OptionalInt port) {
        String network() {
            return client.version() == IpVersion.V4 ? "ipv4" : "ipv6";
        }
    }
}
