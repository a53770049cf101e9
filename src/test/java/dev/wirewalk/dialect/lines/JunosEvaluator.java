package dev.wirewalk.dialect.lines;

import dev.wirewalk.dialect.Run;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.PacketHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Junos reads packet filters of the flow trace, fields of the drop monitor, and terms of a firewall filter. */
final class JunosEvaluator {
    private static final Map<String, Integer> FLAGS =
            Map.of("fin", 1, "syn", 2, "rst", 4, "push", 8, "ack", 16, "urgent", 32);

    private JunosEvaluator() {}

    /** Filters are OR-ed, their fields AND-ed. */
    static Predicate<PacketHeaders> trace(Run run) {
        if (run.form().equals("everything")) {
            return Fields::isIp;
        }
        Map<String, Predicate<PacketHeaders>> filters = new LinkedHashMap<>();
        for (String piece : run.filter()) {
            String[] words = piece.split(" ");
            if (words.length != 3) {
                throw new IllegalArgumentException(piece);
            }
            filters.merge(words[0], field(words[1], words[2]), Predicate::and);
        }
        if (filters.size() > 64) {
            throw new IllegalArgumentException("64 filters: " + run);
        }
        return packet -> filters.values().stream().anyMatch(filter -> filter.test(packet));
    }

    static Predicate<PacketHeaders> drops(Run run) {
        Predicate<PacketHeaders> all = Fields::isIp;
        for (String piece : run.filter()) {
            String[] words = piece.split(" ");
            for (int i = 0; i < words.length; i += 2) {
                all = all.and(field(words[i], words[i + 1]));
            }
        }
        return all;
    }

    private static Predicate<PacketHeaders> field(String name, String value) {
        return switch (name) {
            case "source-prefix", "source-address" -> packet -> Fields.in(packet, packet.source(), value);
            case "destination-prefix", "destination-address" ->
                packet -> Fields.in(packet, packet.destination(), value);
            case "source-port" -> packet -> Fields.isPort(packet.sourcePort(), value, "-");
            case "destination-port" -> packet -> Fields.isPort(packet.destinationPort(), value, "-");
            case "protocol", "next-header" -> packet -> packet.protocol() == Fields.protocol(value);
            case "icmp-type" -> packet -> packet.icmpType() == Fields.number(value, 255);
            case "icmp-code" -> packet -> packet.icmpCode() == Fields.number(value, 255);
            case "tcp-flags" -> flags(value);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Predicate<PacketHeaders> flags(String value) {
        Predicate<PacketHeaders> all = packet -> packet.tcpFlags() >= 0;
        for (String flag : value.replace("\"", "").split("&")) {
            int bit = FLAGS.getOrDefault(flag.replace("!", ""), 0);
            if (bit == 0) {
                throw new IllegalArgumentException(value);
            }
            boolean set = !flag.startsWith("!");
            all = all.and(packet -> ((packet.tcpFlags() & bit) != 0) == set);
        }
        return all;
    }

    private static final class Term {
        private final Map<String, List<Predicate<PacketHeaders>>> from = new LinkedHashMap<>();
        private boolean sample;
        private boolean accept;

        boolean holds(PacketHeaders packet) {
            return from.values().stream().allMatch(values -> values.stream().anyMatch(value -> value.test(packet)));
        }
    }

    /** Terms in order; values of one field are alternatives, fields AND-ed. Selected is what a term samples. */
    static Predicate<PacketHeaders> filter(Run run) {
        Network network = run.form().equals("inet6") ? Network.IPV6 : Network.IPV4;
        Map<String, Term> terms = new LinkedHashMap<>();
        for (String piece : run.filter()) {
            String[] words = piece.split(" ", 5);
            Term term = terms.computeIfAbsent(words[1], _ -> new Term());
            switch (words[0] + " " + words[2]) {
                case "term from" ->
                    term.from.computeIfAbsent(words[3], _ -> new ArrayList<>()).add(field(words[3], words[4]));
                case "term then" -> {
                    term.sample |= words[3].equals("sample");
                    term.accept |= words[3].equals("accept");
                }
                default -> throw new IllegalArgumentException(piece);
            }
        }
        if (terms.values().stream().anyMatch(term -> !term.accept)) {
            throw new IllegalArgumentException("a term that drops packets: " + run);
        }
        return packet -> packet.network() == network
                && terms.values().stream()
                        .filter(term -> term.holds(packet))
                        .findFirst()
                        .map(term -> term.sample)
                        .orElse(false);
    }
}
