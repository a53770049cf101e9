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

/** The rows beside the flow: ICMP errors about it, and the questions and answers of ARP and neighbour discovery. */
final class LadderAsides {
    private static final LadderEndings.End NO_END = new LadderEndings.End(Ladder.Ending.ARRIVED, -1, "", true);

    /** Errors beyond these say nothing new; the count of packets that they are about is the flow's. */
    private static final int ERRORS = 40;

    /** Messages that no answer rests on are shown as far as they are few. */
    private static final int NEIGHBOURS = 12;

    private record Same(PacketLabel label, Object sender, int nth) {}

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

    /** An error travels against the packet that it is about; the n-th at one point is the n-th at another. */
    private List<LadderRows.Timed> errors() {
        List<LadderRows.Timed> rows = new ArrayList<>();
        for (Direction about : Direction.values()) {
            Map<Same, List<LadderRows.Seen>> found = new LinkedHashMap<>();
            for (PointTrace point : scene.way(about.opposite())) {
                Map<PacketLabel, Integer> nth = new HashMap<>();
                for (IcmpError error : point.errors()) {
                    PacketLabel label = PacketLabel.of(error);
                    if (error.about() == about) {
                        found.computeIfAbsent(
                                        new Same(label, error.source(), nth.merge(label, 1, Integer::sum)),
                                        unused -> new ArrayList<>())
                                .add(seen(point, error.file(), error.frame(), error.nanos()));
                    }
                }
            }
            found.entrySet().stream()
                    .limit(ERRORS)
                    .map(row -> row(row.getKey().label(), Optional.of(about.opposite()), row.getValue()))
                    .forEach(rows::add);
        }
        return rows;
    }

    private List<LadderRows.Timed> neighbours(Set<Evidence> evidence) {
        Map<Same, List<LadderRows.Seen>> found = new LinkedHashMap<>();
        for (PointTrace point : scene.points()) {
            Map<PacketLabel, Integer> nth = new HashMap<>();
            for (NeighbourMessage message : point.neighbours()) {
                PacketLabel label = PacketLabel.of(message);
                if (concerns(point, message) || evidence.contains(new Evidence(message.file(), message.frame()))) {
                    found.computeIfAbsent(
                                    new Same(label, message.sender(), nth.merge(label, 1, Integer::sum)),
                                    unused -> new ArrayList<>())
                            .add(seen(point, message.file(), message.frame(), message.nanos()));
                }
            }
        }
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

    private LadderRows.Seen seen(PointTrace point, String file, long frame, long nanos) {
        return new LadderRows.Seen(scene.points().indexOf(point), file, frame, nanos, PairQuality.PROBABLE);
    }

    private LadderRows.Timed row(PacketLabel label, Optional<Direction> direction, List<LadderRows.Seen> seen) {
        LadderRows.Seen begin = clock.first(seen, LadderRows.Seen::column);
        long nanos = clock.common(begin.column(), begin.nanos());
        return new LadderRows.Timed(nanos, label, direction, seen, NO_END, Optional.empty());
    }
}
