package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Decides packets by the lines behind {@code diagnose debug flow filter} as the manual reads them: one setting per keyword, two
 * values are a range, {@code and}/{@code or} behind two addresses, {@code negate} inverts its keyword, keywords are AND-ed.
 */
final class FortiGateEvaluator {
    private final Map<String, Predicate<PacketHeaders>> settings = new LinkedHashMap<>();
    private final Set<String> negated = new HashSet<>();
    private final Network network;

    private FortiGateEvaluator(Network network) {
        this.network = network;
    }

    static Predicate<PacketHeaders> read(Run run) {
        FortiGateEvaluator filter = new FortiGateEvaluator(
                switch (run.form()) {
                    case "filter" -> Network.IPV4;
                    case "filter6" -> Network.IPV6;
                    default -> throw new IllegalArgumentException("no form " + run.form());
                });
        run.filter().forEach(filter::line);
        return packet -> packet.network() == filter.network
                && filter.settings.values().stream().allMatch(setting -> setting.test(packet));
    }

    private void line(String line) {
        List<String> words = List.of(line.split(" "));
        String keyword = words.getFirst();
        List<String> values = words.subList(1, words.size());
        if (keyword.equals("negate")) {
            negate(values);
            return;
        }
        Predicate<PacketHeaders> setting = switch (keyword) {
            case "addr", "saddr", "daddr" -> addresses(keyword, values);
            case "port", "sport", "dport", "proto" -> numbers(keyword, values);
            default -> throw new IllegalArgumentException("no keyword " + keyword);
        };
        if (settings.put(keyword, setting) != null) {
            throw new IllegalArgumentException("the second " + keyword + " replaces the first one");
        }
    }

    private void negate(List<String> values) {
        String keyword = values.getFirst();
        Predicate<PacketHeaders> set = settings.get(keyword);
        if (values.size() != 1 || set == null || !negated.add(keyword)) {
            throw new IllegalArgumentException("negate takes one keyword, set before and not negated yet: " + values);
        }
        settings.put(keyword, set.negate());
    }

    private Predicate<PacketHeaders> addresses(String keyword, List<String> values) {
        IpAddress first = address(values.getFirst());
        IpAddress second = address(values.get(Math.min(1, values.size() - 1)));
        if (values.size() == 3 && keyword.equals("addr")) {
            Predicate<PacketHeaders> one = packet -> ends(packet).anyMatch(first::equals);
            Predicate<PacketHeaders> other = packet -> ends(packet).anyMatch(second::equals);
            return switch (values.get(2)) {
                case "and" -> one.and(other);
                case "or" -> one.or(other);
                default -> throw new IllegalArgumentException("and or or, not " + values.get(2));
            };
        }
        inOrder(values, first.compareTo(second) <= 0);
        Predicate<IpAddress> within = address -> first.compareTo(address) <= 0 && address.compareTo(second) <= 0;
        return switch (keyword) {
            case "saddr" -> packet -> packet.source().filter(within).isPresent();
            case "daddr" -> packet -> packet.destination().filter(within).isPresent();
            default -> packet -> ends(packet).anyMatch(within);
        };
    }

    private IpAddress address(String text) {
        IpAddress address = IpAddress.parse(text).orElseThrow();
        if ((address.version().bits() == 32) != (network == Network.IPV4)) {
            throw new IllegalArgumentException(text + " is of the other family");
        }
        return address;
    }

    private static Stream<IpAddress> ends(PacketHeaders packet) {
        return Stream.concat(packet.source().stream(), packet.destination().stream());
    }

    private static Predicate<PacketHeaders> numbers(String keyword, List<String> values) {
        int first = Integer.parseInt(values.getFirst());
        int last = Integer.parseInt(values.get(Math.min(1, values.size() - 1)));
        inOrder(values, first <= last);
        if (keyword.equals("proto") && values.size() > 1) {
            throw new IllegalArgumentException("one number is documented for proto: " + values);
        }
        if (!keyword.equals("proto") && first == 0) {
            throw new IllegalArgumentException("a port 0 may mean no port: " + values);
        }
        Predicate<Integer> within = number -> first <= number && number <= last;
        return switch (keyword) {
            case "sport" -> packet -> within.test(packet.sourcePort());
            case "dport" -> packet -> within.test(packet.destinationPort());
            case "port" -> packet -> within.test(packet.sourcePort()) || within.test(packet.destinationPort());
            default -> packet -> within.test(packet.protocol());
        };
    }

    private static void inOrder(List<String> values, boolean rising) {
        if (values.size() > 2 || !rising) {
            throw new IllegalArgumentException("one value or a rising range, not " + values);
        }
    }
}
