package dev.wirewalk.dialect.lines;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.dialect.Run;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Tools that take a word and its value, as their manuals read them: pktmon, pktcap-uw and iptables. */
final class WordsEvaluator {
    private static final Map<String, Network> NETWORKS = Map.of(
            "IPv4", Network.IPV4,
            "0x0800", Network.IPV4,
            "IPv6", Network.IPV6,
            "0x86dd", Network.IPV6,
            "ARP", Network.ARP,
            "0x0806", Network.ARP);
    private static final Map<String, Integer> PROTOCOLS =
            Map.of("TCP", 6, "UDP", 17, "ICMP", 1, "ICMPV6", 58, "SCTP", 132, "IPV6-ICMP", 58);

    private WordsEvaluator() {}

    /** pktmon: a packet needs to match one filter, and in it everything; -i and -p look at both ends, two values at both. */
    static Predicate<PacketHeaders> pktmon(Run run) {
        if (run.form().equals("everything")) {
            return _ -> true;
        }
        refuse(run.filter().size() > 32, run);
        List<Predicate<PacketHeaders>> filters = new ArrayList<>();
        for (String piece : run.filter()) {
            Deque<String> words = words(piece);
            Predicate<PacketHeaders> all = _ -> true;
            while (!words.isEmpty()) {
                String option = words.pop();
                String value = words.pop();
                Optional<String> second = Optional.ofNullable(words.peek()).filter(next -> !next.startsWith("-"));
                second.ifPresent(_ -> words.pop());
                all = all.and(
                        switch (option) {
                            case "-d" -> network(value);
                            case "-t" -> protocol(value);
                            case "-i" ->
                                second.map(other -> crossed(
                                                source(value), destination(value), source(other), destination(other)))
                                        .orElse(source(value).or(destination(value)));
                            case "-p" ->
                                second.map(other -> crossed(
                                                sourcePort(value),
                                                destinationPort(value),
                                                sourcePort(other),
                                                destinationPort(other)))
                                        .orElse(sourcePort(value).or(destinationPort(value)));
                            default -> throw new IllegalArgumentException(piece);
                        });
            }
            filters.add(all);
        }
        return packet -> filters.stream().anyMatch(filter -> filter.test(packet));
    }

    private static Predicate<PacketHeaders> crossed(
            Predicate<PacketHeaders> oneFrom,
            Predicate<PacketHeaders> oneTo,
            Predicate<PacketHeaders> otherFrom,
            Predicate<PacketHeaders> otherTo) {
        return oneFrom.and(otherTo).or(otherFrom.and(oneTo));
    }

    /** pktcap-uw: every option once, all of them; addresses are of IPv4, ports of TCP. */
    static Predicate<PacketHeaders> pktcap(Run run) {
        Predicate<PacketHeaders> all = _ -> true;
        Deque<String> words = words(String.join(" ", run.filter()));
        Predicate<PacketHeaders> tcp = packet -> packet.protocol() == 6;
        List<String> seen = new ArrayList<>();
        while (!words.isEmpty()) {
            String option = words.pop();
            String value = words.pop();
            refuse(seen.contains(option) || option.endsWith("ip") && value.contains(":"), run);
            seen.add(option);
            all = all.and(
                    switch (option) {
                        case "--ethtype" -> network(value);
                        case "--proto" -> protocol(value);
                        case "--srcip" -> source(value);
                        case "--dstip" -> destination(value);
                        case "--ip" -> source(value).or(destination(value));
                        case "--srcport" -> tcp.and(sourcePort(value));
                        case "--dstport" -> tcp.and(destinationPort(value));
                        case "--tcpport" -> tcp.and(sourcePort(value).or(destinationPort(value)));
                        default -> throw new IllegalArgumentException(option);
                    });
        }
        return all;
    }

    /** iptables and ip6tables: the first rule that matches decides; ! inverts the option behind it. */
    static Predicate<PacketHeaders> iptables(Run run) {
        if (run.form().equals("everything")) {
            return _ -> true;
        }
        Network network = run.form().equals("ipv4") ? Network.IPV4 : Network.IPV6;
        List<Predicate<PacketHeaders>> rules = new ArrayList<>();
        List<Boolean> verdicts = new ArrayList<>();
        for (String piece : run.filter()) {
            Deque<String> words = words(piece);
            Predicate<PacketHeaders> all = packet -> packet.network() == network;
            while (words.size() > 2) {
                boolean inverted = words.peek().equals("!");
                if (inverted) {
                    words.pop();
                }
                Predicate<PacketHeaders> test = option(words);
                all = all.and(inverted ? test.negate() : test);
            }
            refuse(!words.pop().equals("-j"), run);
            rules.add(all);
            verdicts.add(words.pop().equals("TRACE"));
        }
        return packet -> {
            for (int i = 0; i < rules.size(); i++) {
                if (rules.get(i).test(packet)) {
                    return verdicts.get(i);
                }
            }
            return false;
        };
    }

    private static Predicate<PacketHeaders> option(Deque<String> words) {
        String option = words.pop();
        String value = words.pop();
        return switch (option) {
            case "-s" -> source(value);
            case "-d" -> destination(value);
            case "-p" -> protocol(value);
            case "--sport" -> packet -> range(value).test(packet.sourcePort());
            case "--dport" -> packet -> range(value).test(packet.destinationPort());
            case "--icmp-type", "--icmpv6-type" -> packet -> packet.icmpType() == Integer.parseInt(value);
            case "--tcp-flags" -> {
                int mask = flags(value);
                int set = flags(words.pop());
                yield packet -> packet.tcpFlags() >= 0 && (packet.tcpFlags() & mask) == set;
            }
            default -> throw new IllegalArgumentException(option);
        };
    }

    private static int flags(String names) {
        List<String> known = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");
        int flags = 0;
        for (String name : names.equals("NONE") ? new String[0] : names.split(",")) {
            refuse(!known.contains(name), name);
            flags |= 1 << known.indexOf(name);
        }
        return flags;
    }

    private static IntPredicate range(String text) {
        String[] ends = text.split(":");
        int low = Integer.parseInt(ends[0]);
        int high = Integer.parseInt(ends[ends.length - 1]);
        return port -> low <= port && port <= high;
    }

    private static Deque<String> words(String text) {
        return text.isEmpty() ? new ArrayDeque<>() : new ArrayDeque<>(List.of(text.split(" ")));
    }

    private static void refuse(boolean wrong, Object what) {
        if (wrong) {
            throw new IllegalArgumentException(what.toString());
        }
    }

    private static Predicate<PacketHeaders> network(String word) {
        Network network = Optional.ofNullable(NETWORKS.get(word)).orElseThrow();
        return packet -> packet.network() == network;
    }

    private static Predicate<PacketHeaders> protocol(String word) {
        int number = Optional.ofNullable(PROTOCOLS.get(word.toUpperCase(java.util.Locale.ROOT)))
                .orElseGet(() -> Integer.decode(word));
        return packet -> packet.protocol() == number;
    }

    private static Predicate<PacketHeaders> source(String network) {
        return packet -> ip(packet) && in(packet.source(), network);
    }

    private static Predicate<PacketHeaders> destination(String network) {
        return packet -> ip(packet) && in(packet.destination(), network);
    }

    private static boolean ip(PacketHeaders packet) {
        return packet.network() == Network.IPV4 || packet.network() == Network.IPV6;
    }

    private static Predicate<PacketHeaders> sourcePort(String port) {
        return packet -> packet.sourcePort() == Integer.parseInt(port);
    }

    private static Predicate<PacketHeaders> destinationPort(String port) {
        return packet -> packet.destinationPort() == Integer.parseInt(port);
    }

    private static boolean in(Optional<IpAddress> address, String network) {
        String[] parts = network.split("/");
        IpAddress first = IpAddress.parse(parts[0]).orElseThrow();
        int length = parts.length == 1 ? first.version().bits() : Integer.parseInt(parts[1]);
        return address.filter(new IpPrefix(first, length)::contains).isPresent();
    }
}
