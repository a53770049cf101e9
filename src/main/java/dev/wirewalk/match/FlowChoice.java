package dev.wirewalk.match;

import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.FlowProtocol;
import dev.wirewalk.topology.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which flow is followed, and under which addresses it appears at each point. A flow under other addresses is known again by
 * what no translation changes: the sequence number of its SYN, or the bytes of its first datagram.
 */
final class FlowChoice {
    /** Clocks of boxes without time service are seconds apart, rarely more. */
    private static final long CLOCKS_APART_NANOS = 10_000_000_000L;

    private final Path path;
    private final List<FlowsAtPoint> points;
    private final Optional<FlowKey> flow;
    private final List<Optional<FlowKey>> aliases;

    /** @param points what each point of the path saw, in the path's order */
    FlowChoice(Path path, List<FlowsAtPoint> points) {
        this.path = path;
        this.points = points;
        this.flow = choose();
        this.aliases = flow.map(this::aliases).orElseGet(List::of);
    }

    Optional<FlowKey> flow() {
        return flow;
    }

    /** The flow's addresses at a point; where it was not seen, those of the nearest point before that saw it. */
    Optional<FlowKey> flowAt(int index) {
        for (int i = Math.min(index, aliases.size() - 1); i >= 0; i--) {
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
        if (flow.isEmpty()) {
            return List.of();
        }
        Set<Integer> ports = serverPorts(flow.get());
        long earliest = Math.max(begun(flow.get()), Long.MIN_VALUE + CLOCKS_APART_NANOS) - CLOCKS_APART_NANOS;
        List<FlowAtPoint> unknown = points.get(index)
                .all()
                .filter(here -> here.opened()
                        && ports.contains(here.key().serverPort())
                        && here.firstNanos() > earliest
                        && !seenBefore(index, here.key())
                        && aliases.get(index).filter(here.key()::equals).isEmpty())
                .toList();
        Set<Long> known = openedBefore(index, unknown);
        return unknown.stream()
                .filter(here -> here.openingSequences().stream().noneMatch(known::contains))
                .map(FlowAtPoint::key)
                .toList();
    }

    private Set<Integer> serverPorts(FlowKey key) {
        Set<Integer> ports = new HashSet<>(Set.of(key.serverPort()));
        path.nat().stream()
                .flatMap(translation -> translation.destination().stream())
                .forEach(destination -> destination.toPort().ifPresent(ports::add));
        return ports;
    }

    /** Which of these flows' SYN numbers a point before this one saw, under whatever addresses. */
    private Set<Long> openedBefore(int index, List<FlowAtPoint> flows) {
        Set<Long> theirs = new HashSet<>();
        flows.forEach(here -> theirs.addAll(here.openingSequences()));
        if (theirs.isEmpty()) {
            return theirs;
        }
        return points.subList(0, index).stream()
                .flatMap(FlowsAtPoint::openingSequences)
                .filter(theirs::contains)
                .collect(Collectors.toSet());
    }

    private boolean seenBefore(int index, FlowKey key) {
        return points.subList(0, index).stream()
                .anyMatch(before -> before.find(key).isPresent());
    }

    /** The time of the flow's first packet at any point. */
    private long begun(FlowKey key) {
        return points.stream()
                .flatMap(point -> point.find(key).stream())
                .mapToLong(FlowAtPoint::firstNanos)
                .min()
                .orElse(Long.MIN_VALUE);
    }

    private Optional<FlowKey> choose() {
        Optional<FlowKey> worst = Optional.empty();
        int most = -1;
        int begunAt = -1;
        for (int i = 0; i < points.size(); i++) {
            int index = i;
            // The client's side tells best how a flow fared: what a later point lacks, an earlier one shows.
            Iterable<FlowAtPoint> begunHere = () -> points.get(index)
                    .all()
                    .filter(here ->
                            path.flow().map(told -> fits(told, here.key())).orElse(true))
                    .filter(here -> !seenBefore(index, here.key()))
                    .iterator();
            for (FlowAtPoint here : begunHere) {
                int trouble = here.trouble();
                if (trouble > most
                        || (trouble == most
                                && begunAt == i
                                && worst.filter(known -> isBefore(here.key(), known))
                                        .isPresent())) {
                    most = trouble;
                    begunAt = i;
                    worst = Optional.of(here.key());
                }
            }
        }
        return worst;
    }

    private boolean isBefore(FlowKey one, FlowKey other) {
        int order = Long.compare(begun(one), begun(other));
        return order < 0 || (order == 0 && one.text().compareTo(other.text()) < 0);
    }

    private static boolean fits(FlowHint told, FlowKey key) {
        return key.protocol() == told.protocol()
                && key.client().equals(told.client())
                && key.server().equals(told.server())
                && (told.port().isEmpty() || told.port().getAsInt() == key.serverPort())
                && (told.clientPort().isEmpty() || told.clientPort().getAsInt() == key.clientPort());
    }

    private List<Optional<FlowKey>> aliases(FlowKey chosen) {
        Set<Long> openings = new HashSet<>();
        Set<Long> digests = new HashSet<>();
        points.stream().flatMap(point -> point.find(chosen).stream()).forEach(there -> {
            openings.addAll(there.openingSequences());
            digests.add(there.clientDigest());
        });
        digests.remove(0L);
        Predicate<FlowAtPoint> same = here -> here.key().protocol() == chosen.protocol()
                && (chosen.protocol() == FlowProtocol.TCP
                        ? here.openingSequences().stream().anyMatch(openings::contains)
                        : digests.contains(here.clientDigest()));
        return points.stream().map(point -> alias(point, chosen, same)).toList();
    }

    private static Optional<FlowKey> alias(FlowsAtPoint point, FlowKey chosen, Predicate<FlowAtPoint> same) {
        if (point.find(chosen).isPresent()) {
            return Optional.of(chosen);
        }
        List<FlowKey> found = point.all().filter(same).map(FlowAtPoint::key).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
