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
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * A chain of the family inet: a rule's statements run while its matches hold, {@code return} leaves the chain, a mark once set
 * stays. A match on a header matches no packet without that header, negated or not.
 */
final class NftEvaluator {
    private static final List<String> FLAGS = List.of("fin", "syn", "rst", "psh", "ack", "urg", "ecn", "cwr");

    private NftEvaluator() {}

    private record Rule(Predicate<PacketHeaders> matches, boolean marks) {}

    static Predicate<PacketHeaders> reading(Run run) {
        if (run.form().equals("everything")) {
            return _ -> true;
        }
        List<Rule> rules = new ArrayList<>();
        for (String piece : run.filter()) {
            Deque<String> words = new ArrayDeque<>(List.of(piece.split(" ")));
            Predicate<PacketHeaders> all = packet -> ip(packet);
            while (!words.peek().equals("return") && !String.join(" ", words).equals("meta nftrace set 1")) {
                all = all.and(match(words));
            }
            rules.add(new Rule(all, words.pop().equals("meta")));
        }
        return packet -> {
            for (Rule rule : rules) {
                if (rule.matches().test(packet)) {
                    return rule.marks();
                }
            }
            return false;
        };
    }

    private static Predicate<PacketHeaders> match(Deque<String> words) {
        String field = words.pop() + " " + words.pop();
        if (field.equals("tcp flags")) {
            return flags(words);
        }
        boolean not = words.peek().equals("!=");
        if (not) {
            words.pop();
        }
        String value = words.pop();
        return switch (field) {
            case "meta nfproto" -> packet -> not != (packet.network() == network(value));
            case "meta l4proto" -> packet -> not != (packet.protocol() == Integer.parseInt(value));
            case "ip saddr" -> packet -> address(packet, Network.IPV4, packet.source(), value, not);
            case "ip daddr" -> packet -> address(packet, Network.IPV4, packet.destination(), value, not);
            case "ip6 saddr" -> packet -> address(packet, Network.IPV6, packet.source(), value, not);
            case "ip6 daddr" -> packet -> address(packet, Network.IPV6, packet.destination(), value, not);
            case "th sport" -> packet -> number(packet.sourcePort(), value, not);
            case "th dport" -> packet -> number(packet.destinationPort(), value, not);
            case "icmp type" -> packet -> packet.protocol() == 1 && number(packet.icmpType(), value, not);
            case "icmp code" -> packet -> packet.protocol() == 1 && number(packet.icmpCode(), value, not);
            case "icmpv6 type" -> packet -> packet.protocol() == 58 && number(packet.icmpType(), value, not);
            case "icmpv6 code" -> packet -> packet.protocol() == 58 && number(packet.icmpCode(), value, not);
            default -> throw new IllegalArgumentException(field);
        };
    }

    /** {@code tcp flags & (fin|syn) == syn}. */
    private static Predicate<PacketHeaders> flags(Deque<String> words) {
        expect(words, "&");
        int mask = bits(words.pop());
        expect(words, "==");
        int set = bits(words.pop());
        return packet -> packet.tcpFlags() >= 0 && (packet.tcpFlags() & mask) == set;
    }

    private static int bits(String text) {
        if (text.equals("0x0")) {
            return 0;
        }
        int bits = 0;
        for (String name : text.replaceAll("[()]", "").split("\\|")) {
            if (!FLAGS.contains(name)) {
                throw new IllegalArgumentException(name);
            }
            bits |= 1 << FLAGS.indexOf(name);
        }
        return bits;
    }

    private static void expect(Deque<String> words, String word) {
        if (!words.pop().equals(word)) {
            throw new IllegalArgumentException(word + " is missing before " + words);
        }
    }

    private static boolean number(int actual, String value, boolean not) {
        String[] ends = value.split("-");
        IntPredicate within =
                number -> Integer.parseInt(ends[0]) <= number && number <= Integer.parseInt(ends[ends.length - 1]);
        return actual >= 0 && not != within.test(actual);
    }

    private static boolean address(
            PacketHeaders packet, Network family, Optional<IpAddress> actual, String value, boolean not) {
        return packet.network() == family && actual.isPresent() && not != in(actual.get(), value);
    }

    private static boolean in(IpAddress actual, String value) {
        String[] ends = value.split("-");
        if (ends.length == 2) {
            return parsed(ends[0]).compareTo(actual) <= 0 && actual.compareTo(parsed(ends[1])) <= 0;
        }
        String[] parts = value.split("/");
        IpAddress first = parsed(parts[0]);
        return new IpPrefix(first, parts.length == 1 ? first.version().bits() : Integer.parseInt(parts[1]))
                .contains(actual);
    }

    private static IpAddress parsed(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    private static Network network(String word) {
        return switch (word) {
            case "ipv4" -> Network.IPV4;
            case "ipv6" -> Network.IPV6;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static boolean ip(PacketHeaders packet) {
        return packet.network() == Network.IPV4 || packet.network() == Network.IPV6;
    }
}
