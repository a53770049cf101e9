package dev.wirewalk.dialect.lines;

import dev.wirewalk.dialect.Run;
import dev.wirewalk.filter.PacketHeaders;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** AWS reads mirror rules of one direction: ascending numbers, the first that holds a packet decides, else reject. */
final class AwsEvaluator {
    private AwsEvaluator() {}

    static Predicate<PacketHeaders> reading(Run run) {
        TreeMap<Integer, Map<String, String>> rules = new TreeMap<>();
        for (String piece : run.filter()) {
            Map<String, String> rule = new HashMap<>();
            String[] words = piece.split(" ");
            for (int i = 0; i < words.length; i += 2) {
                if (!words[i].startsWith("--") || rule.put(words[i].substring(2), words[i + 1]) != null) {
                    throw new IllegalArgumentException(piece);
                }
            }
            if (rules.put(Fields.number(rule.getOrDefault("rule-number", ""), 32766), rule) != null) {
                throw new IllegalArgumentException("a number twice: " + run);
            }
        }
        if (rules.isEmpty() || rules.size() > 10) {
            throw new IllegalArgumentException("1 to 10 rules: " + run);
        }
        return packet -> rules.values().stream()
                .filter(rule -> holds(rule, packet))
                .findFirst()
                .map(rule -> rule.getOrDefault("rule-action", "").equals("accept"))
                .orElse(false);
    }

    private static boolean holds(Map<String, String> rule, PacketHeaders packet) {
        boolean ports = rule.containsKey("source-port-range") || rule.containsKey("destination-port-range");
        String protocol = rule.getOrDefault("protocol", "all");
        if (ports && !protocol.equals("6") && !protocol.equals("17")) {
            throw new IllegalArgumentException("ports only with TCP and UDP: " + rule);
        }
        return (protocol.equals("all") || Fields.number(protocol, 255) == packet.protocol())
                && Fields.in(packet, packet.source(), rule.getOrDefault("source-cidr-block", ""))
                && Fields.in(packet, packet.destination(), rule.getOrDefault("destination-cidr-block", ""))
                && port(rule.getOrDefault("source-port-range", ""), packet.sourcePort())
                && port(rule.getOrDefault("destination-port-range", ""), packet.destinationPort());
    }

    private static boolean port(String range, int port) {
        if (range.isEmpty()) {
            return true;
        }
        if (!range.matches("FromPort=\\d+,ToPort=\\d+")) {
            throw new IllegalArgumentException(range);
        }
        return Fields.isPort(port, range.replaceAll("[A-Za-z=]", ""), ",");
    }
}
