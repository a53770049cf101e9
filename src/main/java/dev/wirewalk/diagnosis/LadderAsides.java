package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.IcmpError;
import dev.wirewalk.match.NeighbourMessage;
import dev.wirewalk.match.PairQuality;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rows beside the flow: ICMP errors about it, and the questions and answers of ARP and neighbour discovery. */
final class LadderAsides {
    private static final LadderEndings.End NO_END = new LadderEndings.End(Ladder.Ending.ARRIVED, -1, "", true);

    /** Errors beyond these say nothing new; the count of packets that they are about is the flow's. */
    private static final int ERRORS = 40;

    /** Messages that no answer rests on are shown as far as they are few. */
    private static final int NEIGHBOURS = 12;

    private record Same(PacketLabel label, Object sender, int nth) {}

    private record Message(PacketLabel label, Object sender, String file, long frame, long nanos) {
        static Message of(IcmpError error) {
            return new Message(PacketLabel.of(error), error.source(), error.file(), error.frame(), error.nanos());
        }

        static Message of(NeighbourMessage message) {
            return new Message(
                    PacketLabel.of(message), message.sender(), message.file(), message.frame(), message.nanos());
        }
    }

    private final Scene scene;
    private final LadderClock clock;

    LadderAsides(Scene scene, LadderClock clock) {
        this.scene = scene;
        this.clock = clock;
    }

    List<LadderRows.Timed> rows(Set<Evidence> evidence) {
        List<LadderRows.Timed> rows = new ArrayList<>(errors());
        rows.addAll(neighbours(evidence));
        return rows;
    }

    /** An error travels against the packet that it is about. */
    private List<LadderRows.Timed> errors() {
        List<LadderRows.Timed> rows = new ArrayList<>();
        for (Direction about : Direction.values()) {
            Map<Same, List<LadderRows.Seen>> found = seen(
                    scene.way(about.opposite()),
                    point -> point.errors().stream()
                            .filter(error -> error.about() == about)
                            .map(Message::of));
            found.entrySet().stream()
                    .limit(ERRORS)
                    .map(row -> row(row.getKey().label(), Optional.of(about.opposite()), row.getValue()))
                    .forEach(rows::add);
        }
        return rows;
    }

    /** The n-th message of its kind at one point is the n-th at another. */
    private Map<Same, List<LadderRows.Seen>> seen(
            List<PointTrace> points, Function<PointTrace, Stream<Message>> messages) {
        Map<Same, List<LadderRows.Seen>> found = new LinkedHashMap<>();
        for (PointTrace point : points) {
            Map<PacketLabel, Integer> nth = new HashMap<>();
            messages.apply(point).forEach(message -> {
                int number = nth.merge(message.label(), 1, Integer::sum);
                found.computeIfAbsent(new Same(message.label(), message.sender(), number), unused -> new ArrayList<>())
                        .add(seen(point, message));
            });
        }
        return found;
    }

    private List<LadderRows.Timed> neighbours(Set<Evidence> evidence) {
        Map<Same, List<LadderRows.Seen>> found = seen(
                scene.points(),
                point -> point.neighbours().stream()
                        .filter(message -> concerns(point, message)
                                || evidence.contains(new Evidence(message.file(), message.frame())))
                        .map(Message::of));
        List<LadderRows.Timed> rows = new ArrayList<>();
        int others = 0;
        for (Map.Entry<Same, List<LadderRows.Seen>> row : found.entrySet()) {
            boolean needed = row.getValue().stream()
                    .anyMatch(seen -> evidence.contains(new Evidence(seen.file(), seen.frame())));
            if (needed || others++ < NEIGHBOURS) {
                rows.add(row(row.getKey().label(), Optional.empty(), row.getValue()));
            }
        }
        return rows;
    }

    /** Whether the message is by or about an end of the flow, or an address of the path. */
    private boolean concerns(PointTrace point, NeighbourMessage message) {
        return point.flow()
                        .filter(flow -> Set.of(flow.client(), flow.server()).contains(message.sender())
                                || Set.of(flow.client(), flow.server()).contains(message.target()))
                        .isPresent()
                || scene.points().stream()
                        .flatMap(other -> other.point().addresses().stream())
                        .anyMatch(told -> told.address().equals(message.target())
                                || told.address().equals(message.sender()));
    }

    private LadderRows.Seen seen(PointTrace point, Message message) {
        return new LadderRows.Seen(
                scene.points().indexOf(point), message.file(), message.frame(), message.nanos(), PairQuality.PROBABLE);
    }

    private LadderRows.Timed row(PacketLabel label, Optional<Direction> direction, List<LadderRows.Seen> seen) {
        LadderRows.Seen begin = clock.first(seen, LadderRows.Seen::column);
        long nanos = clock.common(begin.column(), begin.nanos());
        return new LadderRows.Timed(nanos, label, direction, seen, NO_END, Optional.empty());
    }
}
