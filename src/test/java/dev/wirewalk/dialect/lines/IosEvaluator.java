package dev.wirewalk.dialect.lines;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.dialect.Run;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** IOS reads an inline match of a capture, or the entries of an access list of one family; the first that holds decides. */
final class IosEvaluator {
    private static final Map<String, Integer> FLAGS =
            Map.of("fin", 1, "syn", 2, "rst", 4, "psh", 8, "ack", 16, "urg", 32);

    private final Deque<String> words;
    private final boolean six;
    private final boolean wildcards;

    private IosEvaluator(String text, boolean six, boolean wildcards) {
        this.words = new ArrayDeque<>(Arrays.asList(text.split(" ")));
        this.six = six;
        this.wildcards = wildcards;
    }

    private record Entry(boolean permit, Predicate<PacketHeaders> holds) {}

    static Predicate<PacketHeaders> reading(Run run) {
        boolean six = run.form().endsWith("ipv6");
        return switch (run.form()) {
            case "everything" -> _ -> true;
            case "match-ipv4", "match-ipv6" -> {
                if (run.filter().size() != 1) {
                    throw new IllegalArgumentException("one match: " + run);
                }
                yield new IosEvaluator(run.filter().getFirst(), six, false).match();
            }
            case "list-ipv4", "list-ipv6" -> {
                List<Entry> entries = run.filter().stream()
                        .map(line -> new IosEvaluator(line, six, !six).entry())
                        .toList();
                yield packet -> entries.stream()
                        .filter(entry -> entry.holds().test(packet))
                        .findFirst()
                        .map(Entry::permit)
                        .orElse(false);
            }
            default -> throw new IllegalArgumentException(run.form());
        };
    }

    private Predicate<PacketHeaders> match() {
        take(six ? "ipv6" : "ipv4");
        int protocol = -1;
        if (words.getFirst().equals("protocol")) {
            words.removeFirst();
            protocol = Fields.protocol(words.removeFirst());
        }
        return ends(protocol);
    }

    private Entry entry() {
        boolean permit = words.removeFirst().equals("permit");
        String name = words.removeFirst();
        int protocol = name.equals(six ? "ipv6" : "ip") ? -1 : six && name.equals("icmp") ? 58 : Fields.protocol(name);
        return new Entry(permit, ends(protocol));
    }

    private Predicate<PacketHeaders> ends(int protocol) {
        Network network = six ? Network.IPV6 : Network.IPV4;
        Predicate<PacketHeaders> all =
                packet -> packet.network() == network && (protocol < 0 || packet.protocol() == protocol);
        Predicate<Optional<IpAddress>> source = address();
        Predicate<Integer> sourcePort = port(protocol);
        Predicate<Optional<IpAddress>> destination = address();
        Predicate<Integer> destinationPort = port(protocol);
        all = all.and(packet -> source.test(packet.source()) && sourcePort.test(packet.sourcePort()))
                .and(packet ->
                        destination.test(packet.destination()) && destinationPort.test(packet.destinationPort()));
        if (!words.isEmpty() && words.getFirst().equals("match-all") && protocol == 6 && !six) {
            words.removeFirst();
            while (!words.isEmpty()) {
                String flag = words.removeFirst();
                int bit = FLAGS.getOrDefault(flag.substring(1), 0);
                boolean set = flag.charAt(0) == '+';
                all = all.and(packet -> packet.tcpFlags() >= 0 && ((packet.tcpFlags() & bit) != 0) == set);
            }
        } else if (!words.isEmpty() && protocol == (six ? 58 : 1)) {
            int type = Fields.number(words.removeFirst(), 255);
            all = all.and(packet -> packet.icmpType() == type);
            if (!words.isEmpty()) {
                int code = Fields.number(words.removeFirst(), 255);
                all = all.and(packet -> packet.icmpCode() == code);
            }
        }
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("left over: " + words);
        }
        return all;
    }

    private Predicate<Optional<IpAddress>> address() {
        String word = words.removeFirst();
        if (word.equals("any")) {
            return _ -> true;
        }
        if (word.equals("host")) {
            IpAddress host = IpAddress.parse(words.removeFirst()).orElseThrow();
            return address -> address.equals(Optional.of(host));
        }
        if (wildcards) {
            String wildcard = words.removeFirst();
            return address -> Fields.inWildcard(address, word, wildcard);
        }
        String[] parts = word.split("/");
        var prefix =
                new dev.wirewalk.address.IpPrefix(IpAddress.parse(parts[0]).orElseThrow(), Integer.parseInt(parts[1]));
        return address -> address.filter(prefix::contains).isPresent();
    }

    private Predicate<Integer> port(int protocol) {
        String word = words.isEmpty() ? "" : words.getFirst();
        if (!word.equals("eq") && !word.equals("range")) {
            return _ -> true;
        }
        if (protocol != 6 && protocol != 17) {
            throw new IllegalArgumentException("ports only with TCP and UDP");
        }
        words.removeFirst();
        String low = words.removeFirst();
        String high = word.equals("range") ? words.removeFirst() : low;
        return port -> Fields.isPort(port, low + "-" + high, "-");
    }

    private void take(String word) {
        if (!words.removeFirst().equals(word)) {
            throw new IllegalArgumentException("no " + word);
        }
    }
}
