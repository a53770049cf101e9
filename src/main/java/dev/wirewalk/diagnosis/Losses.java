package dev.wirewalk.diagnosis;

import dev.wirewalk.match.ByteStream;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Packets sent and missing between neighbouring points with a capture. Data of TCP is compared by volume, repetitions included:
 * a repetition that the farther point did not need to see is a loss before it, and offload does not change the volume.
 */
final class Losses {
    private final Scene scene;

    /** A stretch of the way with what got lost on it; {@code far} is the later point in this direction. */
    record Stretch(Direction direction, PointTrace near, PointTrace far, int sent, int missing, int handshake) {}

    Losses(Scene scene) {
        this.scene = scene;
    }

    List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            List<PointTrace> way =
                    scene.way(direction).stream().filter(PointTrace::captured).toList();
            for (int i = 0; i + 1 < way.size(); i++) {
                stretches.add(stretch(direction, way, i));
            }
        }
        return stretches;
    }

    private Stretch stretch(Direction direction, List<PointTrace> way, int index) {
        PointTrace near = way.get(index);
        PointTrace far = way.get(index + 1);
        List<PointTrace> later = way.subList(index + 1, way.size());
        int sent = (int) near.packets(direction).stream().filter(this::counts).count();
        if (scene.leaks().at(far, direction) > 0 || near.packets(direction).isEmpty()) {
            return new Stretch(direction, near, far, sent, 0, 0);
        }
        int handshake = scene.tcp() ? handshake(direction, near, later) : 0;
        int missing = scene.tcp() ? segments(direction, near, later) : datagrams(direction, near, later);
        return new Stretch(direction, near, far, sent, missing + handshake, handshake);
    }

    private boolean counts(Observation packet) {
        return !scene.tcp() || packet.payloadLength() > 0 || packet.syn() || packet.synAck();
    }

    private static int handshake(Direction direction, PointTrace near, List<PointTrace> later) {
        Predicate<Observation> opening = packet -> packet.syn() || packet.synAck();
        long here = near.packets(direction).stream().filter(opening).count();
        long behind = later.stream()
                .mapToLong(point ->
                        point.packets(direction).stream().filter(opening).count())
                .max()
                .orElse(0);
        return (int) Math.max(0, here - behind);
    }

    private int segments(Direction direction, PointTrace near, List<PointTrace> later) {
        ByteStream here = scene.stream(near, direction);
        long behind = later.stream()
                .mapToLong(point -> scene.stream(point, direction).volume())
                .max()
                .orElse(0);
        long biggest = here.pieces().stream()
                .mapToLong(piece -> piece.to() - piece.from())
                .max()
                .orElse(1);
        long lost = here.volume() - behind;
        return lost <= 0 ? 0 : (int) ((lost + biggest - 1) / biggest);
    }

    private static int datagrams(Direction direction, PointTrace near, List<PointTrace> later) {
        Map<Object, Integer> here = count(near, direction);
        int missing = 0;
        for (Map.Entry<Object, Integer> unit : here.entrySet()) {
            int behind = later.stream()
                    .mapToInt(point -> count(point, direction).getOrDefault(unit.getKey(), 0))
                    .max()
                    .orElse(0);
            missing += Math.max(0, unit.getValue() - behind);
        }
        return missing;
    }

    private static Map<Object, Integer> count(PointTrace point, Direction direction) {
        Map<Object, Integer> units = new HashMap<>();
        point.packets(direction).forEach(packet -> units.merge(Datagram.of(packet), 1, Integer::sum));
        return units;
    }
}
