package dev.wirewalk.dialect.lines;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.dialect.Run;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A PAN-OS dataplane that reads its filters: fields of one filter are AND-ed, filters OR-ed, one direction each. */
final class PanEvaluator {
    private PanEvaluator() {}

    static Predicate<PacketHeaders> reading(Run run) {
        if (run.form().equals("everything")) {
            return _ -> true;
        }
        List<Predicate<PacketHeaders>> filters = new ArrayList<>();
        run.filter().forEach(line -> filters.add(filter(line)));
        if (filters.size() > 4) {
            throw new IllegalArgumentException("PAN-OS takes four filters: " + run);
        }
        return packet -> filters.stream().anyMatch(filter -> filter.test(packet));
    }

    private static Predicate<PacketHeaders> filter(String line) {
        String[] words = line.split(" ");
        if (!words[0].equals("match") || words.length % 2 == 0) {
            throw new IllegalArgumentException(line);
        }
        Predicate<PacketHeaders> all = packet -> packet.network() == Network.IPV4 || packet.network() == Network.IPV6;
        for (int i = 1; i < words.length; i += 2) {
            String value = words[i + 1];
            int bits = i + 2 < words.length && words[i + 2].endsWith("-netmask") ? Integer.parseInt(words[i + 3]) : -1;
            all = all.and(
                    switch (words[i]) {
                        case "source" -> packet -> in(packet.source(), value, bits);
                        case "destination" -> packet -> in(packet.destination(), value, bits);
                        case "source-netmask", "destination-netmask" -> _ -> true;
                        case "source-port" -> packet -> packet.sourcePort() == port(value);
                        case "destination-port" -> packet -> packet.destinationPort() == port(value);
                        case "protocol" -> packet -> packet.protocol() == Integer.parseInt(value);
                        default -> throw new IllegalArgumentException(line);
                    });
        }
        return all;
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("no port: " + text);
        }
        return port;
    }

    private static boolean in(Optional<IpAddress> address, String network, int bits) {
        IpAddress first = IpAddress.parse(network).orElseThrow();
        int length = bits < 0 ? first.version().bits() : bits;
        return address.filter(new IpPrefix(first, length)::contains).isPresent();
    }
}
