package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Datagrams or pings of one direction that do not come to their end: all of them, or those of one kind. */
final class DatagramsLost implements Rule {
    private final Direction direction;

    DatagramsLost(Direction direction) {
        this.direction = direction;
    }

    @Override
    public Optional<Finding> judge(Scene scene) {
        List<PointTrace> way = scene.way(direction);
        Set<Datagram> sent = new HashSet<>();
        way.forEach(point -> sent.addAll(units(point)));
        Set<Datagram> lost = new HashSet<>(sent);
        lost.removeAll(units(way.getLast()));
        lost.removeIf(unit -> answered(scene, unit));
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        Passage passage = Passage.of(scene, direction, packet -> lost.contains(Datagram.of(packet)), -1);
        if (passage.arrived()) {
            return Optional.empty();
        }
        Optional<Finding> bySize = new SizeLimit(scene).judge(passage);
        if (bySize.isPresent()) {
            return bySize;
        }
        // Some of many are the business of the rule for random loss.
        return lost.size() < sent.size() && passage.next() >= 0 && someArrived(passage)
                ? Optional.empty()
                : Optional.of(new BreakCause(scene).judge(passage, Stage.DATA));
    }

    private boolean someArrived(Passage passage) {
        return !passage.way().get(passage.next()).packets(direction).isEmpty();
    }

    private Set<Datagram> units(PointTrace point) {
        return point.packets(direction).stream().map(Datagram::of).collect(Collectors.toSet());
    }

    /** A ping's reply carries its sequence number; a request without one is answered when anything came back at all. */
    private boolean answered(Scene scene, Datagram unit) {
        return direction == Direction.FORWARD
                && scene.way(Direction.RETURN).getFirst().packets(Direction.RETURN).stream()
                        .anyMatch(reply -> isReply(scene, reply, unit));
    }

    private static boolean isReply(Scene scene, Observation reply, Datagram unit) {
        return scene.protocol() != dev.wirewalk.topology.FlowProtocol.ICMP || reply.sequence() == unit.sequence();
    }
}
