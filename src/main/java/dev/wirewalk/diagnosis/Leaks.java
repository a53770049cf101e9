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
    private record Place(String point, Direction direction) {}

    private record Unit(long sequence, int flags, int length, long digest) {}

    private final Map<Place, Long> missed = new HashMap<>();

    Leaks(Scene scene) {
        for (Direction direction : Direction.values()) {
            List<PointTrace> way = scene.way(direction);
            for (int i = 0; i < way.size(); i++) {
                if (way.get(i).captured()) {
                    missed.put(new Place(way.get(i).name(), direction), count(scene, way, i, direction));
                }
            }
        }
    }

    /** How many packets (of data: at least one when bytes are missing) this point's capture is proven to miss. */
    long at(PointTrace point, Direction direction) {
        return missed.getOrDefault(new Place(point.name(), direction), 0L);
    }

    private static long count(Scene scene, List<PointTrace> way, int index, Direction direction) {
        List<PointTrace> later = way.subList(index + 1, way.size());
        Map<Unit, Integer> here = units(scene, way.get(index), direction);
        Map<Unit, Integer> behind = new HashMap<>();
        for (PointTrace point : later) {
            units(scene, point, direction).forEach((unit, copies) -> behind.merge(unit, copies, Math::max));
        }
        long missing = 0;
        for (Map.Entry<Unit, Integer> passed : behind.entrySet()) {
            // A copy made behind this point is no leak of this point; a packet that is not here at all is.
            missing += here.containsKey(passed.getKey()) ? 0 : passed.getValue();
        }
        return missing
                + (scene.tcp() ? missingBytes(scene, way, index, direction) : 0)
                + missingHandshake(scene, way, index, direction);
    }

    /** Handshake packets, datagrams and pings; the data of TCP is compared by bytes. */
    private static Map<Unit, Integer> units(Scene scene, PointTrace point, Direction direction) {
        Map<Unit, Integer> units = new HashMap<>();
        for (Observation packet : point.packets(direction)) {
            if (!scene.tcp() || packet.has(TcpView.SYN)) {
                units.merge(
                        new Unit(
                                packet.sequence(),
                                packet.flags() & (TcpView.SYN | TcpView.ACK),
                                packet.payloadLength(),
                                packet.digest()),
                        1,
                        Integer::sum);
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
        long acknowledged = scene.points().stream()
                .flatMap(point -> point.packets(direction.opposite()).stream())
                .mapToLong(packet -> scene.acknowledged(direction, packet))
                .max()
                .orElse(0);
        Ranges unacknowledged = new Ranges();
        unacknowledged.add(acknowledged, Long.MAX_VALUE);
        behind.addAll(whole.without(unacknowledged));
        return behind.without(scene.stream(way.get(index), direction).covered()).isEmpty() ? 0 : 1;
    }

    /** An answered SYN came to the one who answered, and a SYN/ACK that was acknowledged came to the client. */
    private static long missingHandshake(Scene scene, List<PointTrace> way, int index, Direction direction) {
        PointTrace point = way.get(index);
        boolean syn = direction == Direction.FORWARD
                && point.packets(Direction.RETURN).stream().anyMatch(Observation::synAck)
                && point.packets(Direction.FORWARD).stream().noneMatch(Observation::syn);
        boolean synAck = direction == Direction.RETURN
                && point.packets(Direction.RETURN).stream().noneMatch(Observation::synAck)
                && scene.seen(Direction.RETURN, Observation::synAck)
                && scene.seen(Direction.FORWARD, packet -> !packet.syn() && packet.has(TcpView.ACK) && !packet.reset());
        return syn || synAck ? 1 : 0;
    }
}
