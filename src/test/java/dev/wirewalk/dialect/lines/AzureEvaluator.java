package dev.wirewalk.dialect.lines;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.dialect.Run;
import dev.wirewalk.filter.PacketHeaders;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Azure's agent reads the JSON of its filters on a virtual machine whose side nobody told: each packet may come from it or go
 * to it, and the filter must hold both or neither.
 */
final class AzureEvaluator {
    private AzureEvaluator() {}

    static Predicate<PacketHeaders> reading(Run run) {
        if (run.form().equals("everything")) {
            return Fields::isIp;
        }
        JsonNode items = JsonMapper.builder().build().readTree(run.filter().getFirst());
        if (run.filter().size() != 1 || items.isEmpty() || items.size() > 10) {
            throw new IllegalArgumentException("1 to 10 filters in one text: " + run);
        }
        return packet -> {
            boolean sent = false;
            boolean received = false;
            for (JsonNode item : items) {
                sent |= holds(
                        item,
                        packet,
                        packet.source(),
                        packet.sourcePort(),
                        packet.destination(),
                        packet.destinationPort());
                received |= holds(
                        item,
                        packet,
                        packet.destination(),
                        packet.destinationPort(),
                        packet.source(),
                        packet.sourcePort());
            }
            if (sent != received) {
                throw new AssertionError("it matters which side the machine is: " + run + " for " + packet);
            }
            return sent;
        };
    }

    private static boolean holds(
            JsonNode item,
            PacketHeaders packet,
            Optional<IpAddress> local,
            int localPort,
            Optional<IpAddress> remote,
            int remotePort) {
        String protocol = item.path("protocol").asString();
        boolean named = protocol.equals("Any") || packet.protocol() == Fields.protocol(protocol);
        // Without a protocol, ports are those of TCP and UDP at least, and at most all that look like them.
        return Fields.isIp(packet)
                && named
                && address(item.path("localIPAddress").asString(""), local)
                && address(item.path("remoteIPAddress").asString(""), remote)
                && port(item.path("localPort").asString(""), localPort)
                && port(item.path("remotePort").asString(""), remotePort);
    }

    private static boolean address(String text, Optional<IpAddress> address) {
        mixed(text);
        return text.isEmpty()
                || Stream.of(text.split(";")).anyMatch(part -> {
                    String[] ends = part.split("-");
                    IpAddress low = IpAddress.parse(ends[0]).orElseThrow();
                    IpAddress high = IpAddress.parse(ends[ends.length - 1]).orElseThrow();
                    return address.filter(one -> low.compareTo(one) <= 0 && one.compareTo(high) <= 0)
                            .isPresent();
                });
    }

    private static boolean port(String text, int port) {
        mixed(text);
        return text.isEmpty() || Stream.of(text.split(";")).anyMatch(part -> Fields.isPort(port, part, "-"));
    }

    private static void mixed(String text) {
        if (text.contains(";") && text.contains("-")) {
            throw new IllegalArgumentException("lists and ranges do not mix: " + text);
        }
    }
}
