package dev.wirewalk.match;

import dev.wirewalk.topology.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the points' traces comparable: picks one connection where the ports were used several times, and takes away what a box
 * on the way added to the sequence numbers, so that the same byte has the same number at every point.
 */
final class Alignment {
    private final Path path;
    private final Optional<FlowKey> flow;
    private final List<PointTrace> traces;
    private final List<String> shifted = new ArrayList<>();
    private final Map<Side, Set<Long>> openings = new HashMap<>();

    private record Side(String point, Direction direction) {}

    Alignment(Path path, Optional<FlowKey> flow, List<PointTrace> traces) {
        this.path = path;
        this.flow = flow;
        this.traces = traces;
    }

    FlowTrace align() {
        List<PointTrace> level = new ArrayList<>();
        Optional<Long> clientBase = Optional.empty();
        Optional<Long> serverBase = Optional.empty();
        for (PointTrace trace : traces) {
            Optional<Long> client = first(trace, Direction.FORWARD);
            Optional<Long> server = first(trace, Direction.RETURN);
            clientBase = clientBase.or(() -> client);
            serverBase = serverBase.or(() -> server);
            long clientShift = shift(trace, Direction.FORWARD, clientBase, client);
            long serverShift = shift(trace, Direction.RETURN, serverBase, server);
            SequenceShift shift = new SequenceShift(clientShift, serverShift);
            level.add(shift.none() ? trace : level(trace, shift));
        }
        Connections connections = new Connections(Rewriting.separate(level));
        return new FlowTrace(
                path, flow, connections.chosen(), connections.earlier(), shifted, List.of(), List.of(), List.of());
    }

    private Optional<Long> first(PointTrace trace, Direction direction) {
        return openings(trace, direction).stream().findFirst();
    }

    private Set<Long> openings(PointTrace trace, Direction direction) {
        return openings.computeIfAbsent(new Side(trace.name(), direction), unused -> found(trace, direction));
    }

    private static Set<Long> found(PointTrace trace, Direction direction) {
        Set<Long> numbers = new LinkedHashSet<>();
        for (Observation packet : trace.packets(direction)) {
            if ((packet.syn() || packet.synAck()) && packet.sequence() >= 0) {
                numbers.add(packet.sequence());
            }
        }
        return numbers;
    }

    /** A point that shares one opening sequence number with the first point is not shifted, whatever else it shows. */
    private long shift(PointTrace trace, Direction direction, Optional<Long> base, Optional<Long> here) {
        if (base.isEmpty() || here.isEmpty()) {
            return 0;
        }
        boolean shares = traces.stream()
                .takeWhile(before -> before != trace)
                .flatMap(before -> openings(before, direction).stream())
                .anyMatch(openings(trace, direction)::contains);
        return shares ? inherited(trace, direction, base.get()) : here.get() - base.get();
    }

    /** A point behind the box shares its numbers with other points behind it, which are shifted themselves. */
    private long inherited(PointTrace trace, Direction direction, long base) {
        Set<Long> here = openings(trace, direction);
        boolean sharesWithBase = traces.stream()
                .filter(before -> openings(before, direction).contains(base))
                .flatMap(before -> openings(before, direction).stream())
                .anyMatch(here::contains);
        return sharesWithBase ? 0 : here.iterator().next() - base;
    }

    private PointTrace level(PointTrace trace, SequenceShift shift) {
        shifted.add(trace.name());
        return trace.level(shift);
    }
}
