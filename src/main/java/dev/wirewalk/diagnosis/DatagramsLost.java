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
        Optional<Finding> parts = laterParts(scene, lost);
        if (parts.isPresent()) {
            return parts;
        }
        // Behind the last capture of the way back nothing tells: the client does not confirm an answer.
        if (passage.arrived() || (direction == Direction.RETURN && passage.next() < 0)) {
            return Optional.empty();
        }
        if (direction == Direction.RETURN && passage.next() == way.size() - 1 && !missed(scene, way.getLast(), lost)) {
            return Optional.of(Finding.undecided(
                    "The answer comes as far as " + passage.from().name() + "; the capture at "
                            + way.getLast().name()
                            + " shows nothing that came in, and the client does not ask again: it may show one direction only.",
                    Optional.of(way.getLast().name())));
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

    /** Lost parts of datagrams by themselves: a capture that misses one first part would hide where the others stay. */
    private Optional<Finding> laterParts(Scene scene, Set<Datagram> lost) {
        Passage parts = Passage.of(
                scene, direction, packet -> packet.fragmentOffset() > 0 && lost.contains(Datagram.of(packet)), -1);
        return parts.anywhere() && !parts.arrived() ? new SizeLimit(scene).judge(parts) : Optional.empty();
    }

    private boolean someArrived(Passage passage) {
        return !passage.way().get(passage.next()).packets(direction).isEmpty();
    }

    private Set<Datagram> units(PointTrace point) {
        return point.packets(direction).stream().map(Datagram::of).collect(Collectors.toSet());
    }

    /**
     * A reply that was seen where the request was last seen, or behind, comes from behind: the request arrived. A ping's reply
     * carries its sequence number.
     */
    private boolean answered(Scene scene, Datagram unit) {
        List<PointTrace> way = scene.way(direction);
        int furthest = -1;
        for (int i = 0; i < way.size(); i++) {
            furthest = units(way.get(i)).contains(unit) ? i : furthest;
        }
        return direction == Direction.FORWARD
                && Kinds.answeredFrom(
                                scene,
                                point -> point.packets(Direction.RETURN).stream()
                                        .anyMatch(reply -> isReply(scene, reply, unit)))
                        >= furthest;
    }

    private static boolean isReply(Scene scene, Observation reply, Datagram unit) {
        return scene.protocol() != dev.wirewalk.topology.FlowProtocol.ICMP || reply.sequence() == unit.sequence();
    }

    /**
     * Whether the client surely lacks the answer: its capture shows frames of others, so it does show what comes in, or the client
     * asks again after it was answered.
     */
    private static boolean missed(Scene scene, PointTrace client, Set<Datagram> lost) {
        Set<Long> own = client.packets(Direction.FORWARD).stream()
                .map(Observation::sourceMac)
                .collect(Collectors.toSet());
        boolean hears = client.talks().keySet().stream().anyMatch(mac -> !own.contains(mac))
                || client.neighbours().stream().anyMatch(message -> !own.contains(message.senderMac()));
        return hears || scene.points().stream().anyMatch(point -> asksAgain(point, lost));
    }

    private static boolean asksAgain(PointTrace point, Set<Datagram> lost) {
        boolean answered = false;
        for (Observation packet : point.packets()) {
            answered |= packet.direction() == Direction.RETURN && lost.contains(Datagram.of(packet));
            if (answered && packet.direction() == Direction.FORWARD) {
                return true;
            }
        }
        return false;
    }
}
