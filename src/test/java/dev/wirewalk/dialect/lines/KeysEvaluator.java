package dev.wirewalk.dialect.lines;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.dialect.Run;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tools that take {@code name=value}, each name once and all of them to hold: netsh trace, the sniffer of RouterOS and SonicOS. */
final class KeysEvaluator {
    private static final Map<String, Integer> PROTOCOLS =
            Map.of("tcp", 6, "udp", 17, "icmp", 1, "icmpv6", 58, "gre", 47, "igmp", 2, "ah", 51, "esp", 50);

    private KeysEvaluator() {}

    /** netsh trace: a filter on IPv4 says nothing of other packets, which are let through unless Ethernet.Type is said too. */
    static Predicate<PacketHeaders> netsh(Run run) {
        Predicate<PacketHeaders> all = _ -> true;
        for (Map.Entry<String, String> key : keys(run).entrySet()) {
            String value = key.getValue();
            all = all.and(
                    switch (key.getKey()) {
                        case "Ethernet.Type" -> packet -> packet.network() == network(value);
                        case "Protocol" -> packet -> !ip(packet) || packet.protocol() == protocol(value);
                        case "IPv4.Address" ->
                            packet -> packet.network() != Network.IPV4
                                    || is(packet.source(), value)
                                    || is(packet.destination(), value);
                        case "IPv4.SourceAddress" ->
                            packet -> packet.network() != Network.IPV4 || is(packet.source(), value);
                        case "IPv4.DestinationAddress" ->
                            packet -> packet.network() != Network.IPV4 || is(packet.destination(), value);
                        case "IPv6.Address" ->
                            packet -> packet.network() != Network.IPV6
                                    || is(packet.source(), value)
                                    || is(packet.destination(), value);
                        case "IPv6.SourceAddress" ->
                            packet -> packet.network() != Network.IPV6 || is(packet.source(), value);
                        case "IPv6.DestinationAddress" ->
                            packet -> packet.network() != Network.IPV6 || is(packet.destination(), value);
                        default -> throw new IllegalArgumentException(run.toString());
                    });
        }
        return all;
    }

    /** RouterOS: all entries must hold, as the operator between them is set to "and"; addresses are looked for at both ends. */
    static Predicate<PacketHeaders> mikrotik(Run run) {
        Predicate<PacketHeaders> all = _ -> true;
        for (Map.Entry<String, String> key : keys(run).entrySet()) {
            for (String value : key.getValue().split(",")) {
                all = all.and(
                        switch (key.getKey()) {
                            case "filter-mac-protocol" -> packet -> packet.network() == network(value);
                            case "filter-ip-protocol" -> packet -> packet.protocol() == protocol(value);
                            case "filter-ip-address", "filter-ipv6-address" ->
                                packet -> in(packet.source(), value) || in(packet.destination(), value);
                            case "filter-src-ip-address", "filter-src-ipv6-address" ->
                                packet -> in(packet.source(), value);
                            case "filter-dst-ip-address", "filter-dst-ipv6-address" ->
                                packet -> in(packet.destination(), value);
                            case "filter-port" ->
                                packet -> packet.sourcePort() == port(value) || packet.destinationPort() == port(value);
                            case "filter-src-port" -> packet -> packet.sourcePort() == port(value);
                            case "filter-dst-port" -> packet -> packet.destinationPort() == port(value);
                            default -> throw new IllegalArgumentException(run.toString());
                        });
            }
        }
        return all;
    }

    /** SonicOS: fields must all fit, of the values of one field any; both directions when that is switched on. */
    static Predicate<PacketHeaders> sonicwall(Run run) {
        Predicate<PacketHeaders> forward = _ -> true;
        Predicate<PacketHeaders> back = _ -> true;
        Map<String, String> fields = new HashMap<>();
        for (String piece : run.filter()) {
            String[] parts = piece.split(": ");
            if (fields.put(parts[0], parts[parts.length - 1]) != null) {
                throw new IllegalArgumentException(run.toString());
            }
        }
        boolean both = fields.remove("Enable Bidirectional Address and Port Matching") != null;
        for (Map.Entry<String, String> field : fields.entrySet()) {
            List<String> values = List.of(field.getValue().split(","));
            if (values.size() > 10) {
                throw new IllegalArgumentException(run.toString());
            }
            forward = forward.and(packet -> values.stream().anyMatch(value -> fits(packet, field.getKey(), value)));
            back = back.and(packet -> values.stream().anyMatch(value -> fits(packet, mirrored(field.getKey()), value)));
        }
        return both ? forward.or(back) : forward;
    }

    private static String mirrored(String field) {
        return field.startsWith("Source")
                ? field.replace("Source", "Destination")
                : field.replace("Destination", "Source");
    }

    private static boolean fits(PacketHeaders packet, String field, String value) {
        return switch (field) {
            case "Ether Type" -> packet.network() == (value.equals("IP") ? Network.IPV4 : Network.IPV6);
            case "IP Type" -> packet.protocol() == protocol(value);
            case "Source IP Address" -> in(packet.source(), value);
            case "Destination IP Address" -> in(packet.destination(), value);
            case "Source Port" -> packet.sourcePort() == port(value);
            case "Destination Port" -> packet.destinationPort() == port(value);
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static Map<String, String> keys(Run run) {
        Map<String, String> keys = new HashMap<>();
        Stream.of(String.join(" ", run.filter()).split(" "))
                .filter(word -> !word.isEmpty())
                .forEach(word -> {
                    String[] parts = word.split("=", -1);
                    if (parts.length != 2 || keys.put(parts[0], parts[1]) != null) {
                        throw new IllegalArgumentException(run.toString());
                    }
                });
        return keys;
    }

    private static Network network(String word) {
        return switch (word) {
            case "IPv4", "ip" -> Network.IPV4;
            case "IPv6", "ipv6" -> Network.IPV6;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static boolean ip(PacketHeaders packet) {
        return List.of(Network.IPV4, Network.IPV6).contains(packet.network());
    }

    private static int protocol(String word) {
        return Optional.ofNullable(PROTOCOLS.get(word.toLowerCase(java.util.Locale.ROOT)))
                .orElseGet(() -> Integer.valueOf(word));
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("no port: " + text);
        }
        return port;
    }

    private static boolean is(Optional<IpAddress> address, String text) {
        return address.filter(IpAddress.parse(text).orElseThrow()::equals).isPresent();
    }

    private static boolean in(Optional<IpAddress> address, String prefix) {
        String[] parts = prefix.split("/");
        IpAddress first = IpAddress.parse(parts[0]).orElseThrow();
        int length = parts.length == 1 ? first.version().bits() : Integer.parseInt(parts[1]);
        return address.filter(new IpPrefix(first, length)::contains).isPresent();
    }
}
