package dev.wirewalk.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A look at a device beside a capture, before the values are known: its routes, neighbours, sessions, counters of drops.
 *
 * @param lines what is typed, line by line
 * @param why one sentence: what it shows
 */
public record CheckTemplate(List<Template> lines, When when, String why, Risk risk) {
    /** The flow at the point: what packets there carry. */
    private static final Set<String> HERE =
            Set.of("client", "client-port", "server", "port", "protocol", "source", "destination", "interface");

    /** The flow as it comes into the point's device on the way to the server, before the device translates it. */
    private static final Set<String> AT_ENTRY =
            Set.of("entry-interface", "entry-client", "entry-client-port", "entry-server", "entry-port");

    public static final String NEXT_HOP = "next-hop";

    public CheckTemplate {
        lines = List.copyOf(lines);
    }

    /**
     * When the check says something; what is empty asks for nothing.
     *
     * @param stages words of how far the flow came
     * @param roles what the device is on the path: {@code client}, {@code between} or {@code server}
     * @param causes words of why the flow fails
     * @param protocols {@code tcp}, {@code udp}, {@code icmp}
     * @param networks {@code ipv4}, {@code ipv6}
     * @param has values of options of the tool, one of which each option must have
     */
    public record When(
            Set<String> stages,
            Set<String> roles,
            Set<String> causes,
            Set<String> protocols,
            Set<String> networks,
            Map<String, Set<String>> has) {
        public When {
            stages = Set.copyOf(stages);
            roles = Set.copyOf(roles);
            causes = Set.copyOf(causes);
            protocols = Set.copyOf(protocols);
            networks = Set.copyOf(networks);
            has = Map.copyOf(has);
        }
    }

    /** Whether a check may hold a placeholder of that name. */
    static boolean isPlaceholder(String name) {
        return HERE.contains(name) || AT_ENTRY.contains(name) || name.equals(NEXT_HOP);
    }

    /** The names of all placeholders. */
    static List<String> placeholders() {
        return java.util.stream.Stream.of(HERE, AT_ENTRY, Set.of(NEXT_HOP))
                .flatMap(Set::stream)
                .sorted()
                .toList();
    }
}
