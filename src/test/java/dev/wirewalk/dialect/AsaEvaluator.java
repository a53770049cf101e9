package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/**
 * Decides packets as an ASA does by the text of its {@code capture} filters, and refuses text that the device would refuse. Written
 * from the command reference; shares nothing with what writes the text.
 */
final class AsaEvaluator {
    private final int release;
    private final boolean threatDefense;
    private final Map<String, Line> read = new HashMap<>();
    private final Map<IpAddress, BigInteger> numbers = new HashMap<>();

    /** @param version such as {@code 9.20} or {@code 9.5(2)}, or {@code 7.4} of FTD */
    AsaEvaluator(String version) {
        String[] parts = version.split("[.()]");
        int number = Integer.parseInt(parts[0]) * 10_000
                + Integer.parseInt(parts[1]) * 100
                + (parts.length > 2 ? Integer.parseInt(parts[2]) : 99);
        threatDefense = number >= 60_000 && number < 80_000;
        // FTD 6.3 is the first with the words of ASA 9.10; before it those of 9.6 to 9.9.
        release = !threatDefense ? number : number >= 60_300 ? 91_099 : 90_699;
    }

    boolean selects(Run run, PacketHeaders packet) {
        return switch (run.form()) {
            case "everything" -> true;
            case "ethernet-type" -> ethernetType(run.filter().getFirst()) == packet.network();
            case "match" -> run.filter().stream().anyMatch(clause -> matchClause(clause, packet));
            case "access-list" -> accessList(run.filter(), packet);
            default -> throw new IllegalArgumentException("no such form: " + run.form());
        };
    }

    private static Network ethernetType(String word) {
        return switch (word) {
            case "arp" -> Network.ARP;
            case "rarp" -> Network.RARP;
            case "ip" -> Network.IPV4;
            case "ip6" -> Network.IPV6;
            default -> throw new IllegalArgumentException("no such EtherType: " + word);
        };
    }

    private boolean matchClause(String text, PacketHeaders packet) {
        Line clause = line(text, true);
        if (clause.icmpTyped) {
            throw new IllegalArgumentException("a match clause takes no ICMP type: " + text);
        }
        return isIp(packet) && (clause.holds(packet, false) || clause.holds(packet, true));
    }

    private boolean accessList(List<String> lines, PacketHeaders packet) {
        require(!threatDefense, "FTD takes no access list");
        if (!isIp(packet)) {
            return false;
        }
        for (String text : lines) {
            boolean permit = text.startsWith("permit ");
            if (!permit && !text.startsWith("deny ")) {
                throw new IllegalArgumentException("neither permit nor deny: " + text);
            }
            if (line(text.substring(text.indexOf(' ') + 1), false).holds(packet, false)) {
                return permit;
            }
        }
        return false;
    }

    private Line line(String text, boolean match) {
        return read.computeIfAbsent(match + text, key -> new Line(text, match));
    }

    private static boolean isIp(PacketHeaders packet) {
        return packet.network() == Network.IPV4 || packet.network() == Network.IPV6;
    }

    private static BigInteger number(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return new BigInteger(1, bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + address, e);
        }
    }

    private interface Address {
        boolean holds(BigInteger number, boolean six);
    }

    /** One clause or line: protocol, two ends, ICMP type and code. */
    private final class Line {
        private final Deque<String> words;
        private final boolean match;
        private final int protocol;
        private final Address source;
        private final IntPredicate sourcePort;
        private final Address destination;
        private final IntPredicate destinationPort;
        private int type = -1;
        private int code = -1;
        private final boolean icmpTyped;

        Line(String text, boolean match) {
            this.words = new ArrayDeque<>(List.of(text.split(" ")));
            this.match = match;
            protocol = protocol(words.remove());
            source = address();
            sourcePort = ports();
            destination = address();
            destinationPort = ports();
            icmpTyped = !words.isEmpty();
            if (icmpTyped) {
                if (protocol != 1 && protocol != 58) {
                    throw new IllegalArgumentException("a type without ICMP: " + text);
                }
                type = Integer.parseInt(words.remove());
                if (!words.isEmpty()) {
                    code = Integer.parseInt(words.remove());
                }
            }
            if (!words.isEmpty()) {
                throw new IllegalArgumentException("trailing words: " + text);
            }
        }

        boolean holds(PacketHeaders packet, boolean reply) {
            boolean six = packet.network() == Network.IPV6;
            BigInteger from = numbers.computeIfAbsent(packet.source().orElseThrow(), one -> number(one.toString()));
            BigInteger to = numbers.computeIfAbsent(packet.destination().orElseThrow(), one -> number(one.toString()));
            boolean ends = reply
                    ? source.holds(to, six)
                            && destination.holds(from, six)
                            && sourcePort.test(packet.destinationPort())
                            && destinationPort.test(packet.sourcePort())
                    : source.holds(from, six)
                            && destination.holds(to, six)
                            && sourcePort.test(packet.sourcePort())
                            && destinationPort.test(packet.destinationPort());
            return ends
                    && (protocol == 0 || protocol == packet.protocol())
                    && (type < 0 || type == packet.icmpType())
                    && (code < 0 || code == packet.icmpCode());
        }

        private int protocol(String word) {
            return switch (word) {
                case "ip" -> 0;
                case "icmp" -> 1;
                case "tcp" -> 6;
                case "udp" -> 17;
                case "icmp6" -> 58;
                case "sctp" -> {
                    require(release >= 90502, "sctp came with 9.5(2)");
                    yield 132;
                }
                default -> {
                    int number = Integer.parseInt(word);
                    require(number >= 0 && number <= 255, "no such protocol: " + word);
                    yield number;
                }
            };
        }

        private Address address() {
            String word = words.remove();
            boolean familyWords = release >= (match ? 91001 : 90001);
            switch (word) {
                case "any" -> {
                    return !match && release >= 90001 ? (number, six) -> true : (number, six) -> !six;
                }
                case "any4" -> {
                    require(familyWords, "any4 is unknown here");
                    return (number, six) -> !six;
                }
                case "any6" -> {
                    require(familyWords, "any6 is unknown here");
                    return (number, six) -> six;
                }
                case "host" -> {
                    String host = words.remove();
                    boolean isSix = host.contains(":");
                    require(!isSix || familyWords, "IPv6 is unknown here");
                    BigInteger wanted = number(host);
                    return (number, six) -> six == isSix && number.equals(wanted);
                }
                default -> {
                    return word.contains(":") ? prefix(word, familyWords) : netmask(word, words.remove());
                }
            }
        }

        private Address prefix(String word, boolean allowed) {
            require(allowed, "IPv6 is unknown here");
            int slash = word.indexOf('/');
            int hostBits = 128 - Integer.parseInt(word.substring(slash + 1));
            BigInteger network = number(word.substring(0, slash)).shiftRight(hostBits);
            require(network.shiftLeft(hostBits).equals(number(word.substring(0, slash))), "host bits in " + word);
            return (number, six) -> six && number.shiftRight(hostBits).equals(network);
        }

        private Address netmask(String address, String mask) {
            long bits = number(mask).longValueExact();
            long network = number(address).longValueExact();
            long hostBits = ~bits & 0xFFFF_FFFFL;
            require((hostBits & hostBits + 1) == 0, "a wildcard is no netmask: " + mask);
            require((network & ~bits) == 0, "host bits in " + address + " " + mask);
            return (number, six) -> !six && (number.longValueExact() & bits) == network;
        }

        private IntPredicate ports() {
            String operator = words.isEmpty() ? "" : words.peek();
            BiPredicate<Integer, Integer> test;
            switch (operator) {
                case "eq" -> test = (port, value) -> port.equals(value);
                case "neq" -> test = (port, value) -> !port.equals(value);
                case "lt" -> test = (port, value) -> port < value;
                case "gt" -> test = (port, value) -> port > value;
                case "range" -> {
                    words.remove();
                    portsAllowed();
                    int low = port();
                    int high = port();
                    require(low < high, "a range rises");
                    return port -> port >= low && port <= high;
                }
                default -> {
                    return port -> true;
                }
            }
            words.remove();
            portsAllowed();
            int value = port();
            return port -> port >= 0 && test.test(port, value);
        }

        private void portsAllowed() {
            require(
                    protocol == 6 || protocol == 17 || !match && protocol == 132 && release >= 90502,
                    "no ports with protocol " + protocol);
        }

        private int port() {
            int port = Integer.parseInt(words.remove());
            require(port >= 0 && port <= 65535, "no such port: " + port);
            return port;
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
