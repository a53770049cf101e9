package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.match.Ranges;
import dev.wirewalk.packet.TcpView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Packets that a capture does not hold although they passed: a later point shows them, or the receiver answered them. A
 * capture that is known to miss packets cannot prove that one did not come.
 */
final class Leaks {
    /** Copies of a SYN that are nearer than this were made by the network, later ones by its sender (RFC 6298). */
    private static final long COPIES_APART_NANOS = 200_000_000L;

    private record Place(String point, Direction direction) {}

    private record Unit(long sequence, int flags, int length, long digest) {}

    private final Scene scene;
    private final Map<Place, Long> missed = new HashMap<>();
    private final Map<Place, Map<Unit, Integer>> units = new HashMap<>();

    Leaks(Scene scene) {
        this.scene = scene;
        List<PointTrace> beyond =
                OwnConnection.of(scene.trace()).map(OwnConnection::behind).orElseGet(List::of);
        for (Direction direction : Direction.values()) {
            List<PointTrace> way = scene.way(direction);
            for (int i = 0; i < way.size(); i++) {
                if (way.get(i).captured() && !beyond.contains(way.get(i))) {
                    missed.put(new Place(way.get(i).name(), direction), count(way, i, direction));
                }
            }
        }
    }

    /** How many packets (of data: at least one when bytes are missing) this point's capture is proven to miss. */
    long at(PointTrace point, Direction direction) {
        return missed.getOrDefault(new Place(point.name(), direction), 0L);
    }

    /** Whether the capture is known to miss anything: one that leaks in one direction is not trusted in the other. */
    boolean any(PointTrace point) {
        return at(point, Direction.FORWARD) + at(point, Direction.RETURN) > 0
                || answersWithoutQuestion(point)
                || ownWordsUnheard(point)
                || resolvedUnseen(point);
    }

    /** An ARP answer is sent to who asked; a capture with the answer alone shows one direction, or misses frames. */
    private static boolean answersWithoutQuestion(PointTrace point) {
        return point.neighbours().stream()
                .filter(answer -> !answer.request() && !answer.sender().equals(answer.target()))
                .anyMatch(answer -> point.neighbours().stream()
                        .noneMatch(question -> question.request()
                                && question.target().equals(answer.sender())
                                && question.nanos() <= answer.nanos()));
    }

    /** What the other end of the link heard from this point's own address left here. */
    private boolean ownWordsUnheard(PointTrace point) {
        Neighbours neighbours = new Neighbours(scene);
        List<PointTrace> points = scene.points();
        int index = points.indexOf(point);
        for (int other : new int[] {index - 1, index + 1}) {
            boolean onLink = other >= 0
                    && other < points.size()
                    && !points.get(other).device().equals(point.device());
            if (onLink
                    && points.get(other).neighbours().stream()
                            .filter(message -> neighbours.addresses(point).contains(message.sender()))
                            .anyMatch(message -> point.neighbours().stream()
                                    .noneMatch(own -> own.request() == message.request()
                                            && own.sender().equals(message.sender())
                                            && own.target().equals(message.target())))) {
                return true;
            }
        }
        return false;
    }

    /** Who asks, and then sends to the asked one's hardware address, was answered, whether the capture holds it or not. */
    private boolean resolvedUnseen(PointTrace point) {
        return point.neighbours().stream()
                .filter(question -> question.request() && !ArpInquiry.answered(point, question.target()))
                .anyMatch(question -> ArpInquiry.resolved(scene, point, question));
    }

    private long count(List<PointTrace> way, int index, Direction direction) {
        List<PointTrace> later = way.subList(index + 1, way.size());
        Map<Unit, Integer> here = units(way.get(index), direction);
        Map<Unit, Integer> behind = new HashMap<>();
        for (PointTrace point : later) {
            units(point, direction).forEach((unit, copies) -> behind.merge(unit, copies, Math::max));
        }
        long missing = 0;
        for (Map.Entry<Unit, Integer> passed : behind.entrySet()) {
            int seen = here.getOrDefault(passed.getKey(), 0);
            // A datagram's copy made behind this point is no leak of this point; a SYN's repetition came from its
            // sender.
            missing += seen > 0 && !scene.tcp() ? 0 : Math.max(0, passed.getValue() - seen);
        }
        return missing
                + (scene.tcp() ? missingBytes(scene, way, index, direction) : 0)
                + missingHandshake(scene, way, index, direction);
    }

    /** Handshake packets, datagrams and pings; the data of TCP is compared by bytes. */
    private Map<Unit, Integer> units(PointTrace point, Direction direction) {
        return units.computeIfAbsent(new Place(point.name(), direction), unused -> counted(point, direction));
    }

    private Map<Unit, Integer> counted(PointTrace point, Direction direction) {
        Map<Unit, Integer> units = new HashMap<>();
        Map<Unit, Long> last = new HashMap<>();
        for (Observation packet : point.packets(direction)) {
            if (!scene.tcp() || packet.has(TcpView.SYN)) {
                Unit unit = new Unit(
                        packet.sequence(),
                        packet.flags() & (TcpView.SYN | TcpView.ACK),
                        packet.payloadLength(),
                        packet.digest());
                Long before = last.put(unit, packet.nanos());
                if (!scene.tcp() || before == null || packet.nanos() - before > COPIES_APART_NANOS) {
                    units.merge(unit, 1, Integer::sum);
                }
            }
        }
        return units;
    }

    private static long missingBytes(Scene scene, List<PointTrace> way, int index, Direction direction) {
        Ranges behind = new Ranges();
        for (PointTrace point : way.subList(index + 1, way.size())) {
            behind.addAll(scene.stream(point, direction).covered());
        }
        Ranges whole = new Ranges();
        way.forEach(point -> whole.addAll(scene.stream(point, direction).covered()));
        long acknowledged = Math.max(0, scene.acknowledged(direction));
        Ranges unacknowledged = new Ranges();
        unacknowledged.add(acknowledged, Long.MAX_VALUE);
        behind.addAll(whole.without(unacknowledged));
        return behind.without(scene.stream(way.get(index), direction).covered()).isEmpty() ? 0 : 1;
    }

    /** An answered SYN or datagram came to the one who answered, and a SYN/ACK that was acknowledged came to the client. */
    private static long missingHandshake(Scene scene, List<PointTrace> way, int index, Direction direction) {
        PointTrace point = way.get(index);
        if (!scene.tcp()) {
            // Whoever answers was asked: a capture with answers alone does not show the questions.
            return direction == Direction.FORWARD
                            && point.packets(Direction.FORWARD).isEmpty()
                            && !point.packets(Direction.RETURN).isEmpty()
                    ? 1
                    : 0;
        }
        boolean syn = direction == Direction.FORWARD
                && point.signals(Direction.RETURN).stream().anyMatch(Observation::synAck)
                && point.signals(Direction.FORWARD).stream().noneMatch(Observation::syn);
        boolean synAck = direction == Direction.RETURN
                && point.signals(Direction.RETURN).stream().noneMatch(Observation::synAck)
                && scene.signalled(Direction.RETURN, Observation::synAck)
                && scene.seen(Direction.FORWARD, packet -> !packet.syn() && packet.has(TcpView.ACK) && !packet.reset());
        return syn || synAck ? 1 : 0;
    }
}
