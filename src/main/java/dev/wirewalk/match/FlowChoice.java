package dev.wirewalk.match;

import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.FlowProtocol;
import dev.wirewalk.topology.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which flow is followed, and under which addresses it appears at each point. A flow under other addresses is known again by
 * what no translation changes: the sequence number of its SYN, or the bytes of its first datagram.
 */
final class FlowChoice {
    /** Clocks of boxes without time service are seconds apart, rarely more. */
    private static final long CLOCKS_APART_NANOS = 10_000_000_000L;

    private final Path path;
    private final List<ConversationTable> tables;
    private final Optional<FlowKey> flow;
    private final List<Optional<FlowKey>> aliases = new ArrayList<>();

    FlowChoice(Path path, List<ConversationTable> tables) {
        this.path = path;
        this.tables = tables;
        this.flow = choose();
        for (int i = 0; i < tables.size(); i++) {
            aliases.add(flow.flatMap(this.aliasAt(i)));
        }
    }

    Optional<FlowKey> flow() {
        return flow;
    }

    /** The flow's addresses at a point; where it was not seen, those of the nearest point before that saw it. */
    Optional<FlowKey> flowAt(int index) {
        for (int i = index; i >= 0; i--) {
            if (aliases.get(i).isPresent()) {
                return aliases.get(i);
            }
        }
        return flow;
    }

    /**
     * Flows to the followed flow's port that begin at this point while it is tried, and came to no point before: they could
     * be ours under another address.
     */
    List<FlowKey> strangers(int index) {
        List<FlowKey> strangers = new ArrayList<>();
        if (flow.isEmpty()) {
            return strangers;
        }
        Set<Integer> ports = serverPorts(flow.get());
        long begun = tables.stream()
                .flatMap(table -> table.find(flow.get()).stream())
                .mapToLong(found -> found.firstNanos)
                .min()
                .orElse(Long.MIN_VALUE);
        for (Conversation here : tables.get(index).conversations()) {
            if (here.syns > 0
                    && ports.contains(here.key.serverPort())
                    && here.firstNanos > begun - CLOCKS_APART_NANOS
                    && !knownBefore(index, here)) {
                strangers.add(here.key);
            }
        }
        return strangers;
    }

    private Set<Integer> serverPorts(FlowKey key) {
        Set<Integer> ports = new HashSet<>(Set.of(key.serverPort()));
        path.nat().stream()
                .flatMap(translation -> translation.destination().stream())
                .forEach(destination -> destination.toPort().ifPresent(ports::add));
        return ports;
    }

    private boolean knownBefore(int index, Conversation here) {
        for (int i = 0; i < index; i++) {
            for (Conversation there : tables.get(i).conversations()) {
                if (there.key.equals(here.key)
                        || there.openingSequences.stream().anyMatch(here.openingSequences::contains)) {
                    return true;
                }
            }
        }
        return aliases.size() > index
                && aliases.get(index).filter(here.key::equals).isPresent();
    }

    private Optional<FlowKey> choose() {
        Map<FlowKey, Integer> trouble = new HashMap<>();
        Map<FlowKey, Long> begun = new HashMap<>();
        for (ConversationTable table : tables) {
            for (Conversation found : table.conversations()) {
                if (path.flow().map(told -> fits(told, found.key)).orElse(true)) {
                    // The client's side tells best how the flow fared: what a later point lacks, an earlier one shows.
                    trouble.putIfAbsent(found.key, found.trouble());
                    begun.merge(found.key, found.firstNanos, Math::min);
                }
            }
        }
        return trouble.keySet().stream()
                .min(Comparator.<FlowKey>comparingInt(key -> -trouble.getOrDefault(key, 0))
                        .thenComparingLong(key -> begun.getOrDefault(key, 0L))
                        .thenComparing(FlowKey::text));
    }

    private static boolean fits(FlowHint told, FlowKey key) {
        return key.protocol() == told.protocol()
                && key.client().equals(told.client())
                && key.server().equals(told.server())
                && (told.port().isEmpty() || told.port().getAsInt() == key.serverPort())
                && (told.clientPort().isEmpty() || told.clientPort().getAsInt() == key.clientPort());
    }

    private java.util.function.Function<FlowKey, Optional<FlowKey>> aliasAt(int index) {
        return chosen -> {
            ConversationTable table = tables.get(index);
            if (table.find(chosen).isPresent()) {
                return Optional.of(chosen);
            }
            List<FlowKey> same = table.conversations().stream()
                    .filter(here -> sameContent(chosen, here))
                    .map(here -> here.key)
                    .toList();
            return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
        };
    }

    private boolean sameContent(FlowKey chosen, Conversation here) {
        return tables.stream()
                .flatMap(table -> table.find(chosen).stream())
                .anyMatch(there -> chosen.protocol() == FlowProtocol.TCP
                        ? here.openingSequences.stream().anyMatch(there.openingSequences::contains)
                        : here.key.protocol() == chosen.protocol()
                                && there.forwardDigest != 0
                                && here.forwardDigest == there.forwardDigest);
    }
}
