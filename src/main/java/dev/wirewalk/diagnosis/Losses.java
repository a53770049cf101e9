package dev.wirewalk.diagnosis;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.match.ByteStream;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        List<PointTrace> beyond =
                OwnConnection.of(scene.trace()).map(OwnConnection::behind).orElseGet(List::of);
        for (Direction direction : Direction.values()) {
            // A capture that misses packets can neither show a loss nor take one away: the stretch spans it.
            List<PointTrace> way = scene.way(direction).stream()
                    .filter(point ->
                            point.captured() && scene.leaks().at(point, direction) == 0 && !beyond.contains(point))
                    .toList();
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
        int sent = (int) near.packets(direction).stream()
                .filter(packet -> counts(scene, packet))
                .count();
        // Where the flow never came at all, a box before answers in the server's name: nothing got lost at random.
        boolean elsewhere = later.stream().allMatch(point -> point.packets().isEmpty())
                && near.packets(direction.opposite()).stream().anyMatch(packet -> packet.payloadLength() > 0);
        if (elsewhere || scene.leaks().any(far) || near.packets(direction).isEmpty()) {
            return new Stretch(direction, near, far, sent, 0, 0);
        }
        int handshake = scene.tcp() ? handshake(direction, near, later) : 0;
        int missing = scene.tcp() ? segments(direction, near, later) : datagrams(direction, near, later);
        return new Stretch(direction, near, far, sent, missing + handshake, handshake);
    }

    /** Whether the packet is one of those that losses are counted in: bare acknowledgements may be left out or joined. */
    static boolean counts(Scene scene, Observation packet) {
        return !scene.tcp() || packet.payloadLength() > 0 || packet.syn() || packet.synAck();
    }

    private static int handshake(Direction direction, PointTrace near, List<PointTrace> later) {
        Predicate<Observation> opening = packet -> packet.syn() || packet.synAck();
        long here = near.signals(direction).stream().filter(opening).count();
        long behind = later.stream()
                .mapToLong(point ->
                        point.signals(direction).stream().filter(opening).count())
                .max()
                .orElse(0);
        return (int) Math.max(0, here - behind);
    }

    private int segments(Direction direction, PointTrace near, List<PointTrace> later) {
        ByteStream here = scene.stream(near, direction);
        long behind = later.stream()
                        .mapToLong(point -> scene.stream(point, direction).volume())
                        .max()
                        .orElse(0)
                + refused(direction, later, here);
        long biggest = here.pieces().stream()
                .mapToLong(piece -> piece.to() - piece.from())
                .max()
                .orElse(1);
        long lost = here.volume() - unwatched(direction, here, near, later) - behind;
        return lost <= 0 ? 0 : (int) ((lost + biggest - 1) / biggest);
    }

    /** Bytes at the stream's end of which no later capture can tell: it holds nothing that was sent behind them or came afterwards. */
    private long unwatched(Direction direction, ByteStream here, PointTrace near, List<PointTrace> later) {
        List<ByteStream.Piece> pieces = here.pieces();
        int end = pieces.size();
        while (end > 0
                && later.stream().noneMatch(watching(near, pieces.get(end - 1).packet()))) {
            end--;
        }
        if (end < pieces.size()) {
            Set<Observation> arrived = arrived(direction, near, later);
            int last = pieces.size();
            while (last > end && !arrived.contains(pieces.get(last - 1).packet())) {
                last--;
            }
            end = last;
        }
        return pieces.subList(end, pieces.size()).stream()
                .mapToLong(piece -> piece.to() - piece.from())
                .sum();
    }

    private Set<Observation> arrived(Direction direction, PointTrace near, List<PointTrace> later) {
        Set<Observation> arrived = Collections.newSetFromMap(new IdentityHashMap<>());
        later.forEach(far -> scene.pairing(near, far, direction).pairs().forEach(pair -> arrived.add(pair.sent())));
        return arrived;
    }

    private Predicate<PointTrace> watching(PointTrace near, Observation sent) {
        return far -> sent.nanos() == Frame.NO_TIME
                || far.lastNanos().isEmpty()
                || sent.nanos()
                                + scene.clockOffset(near, far, sent.nanos())
                                + scene.clockUncertainty(near, far, sent.nanos())
                        <= far.lastNanos().getAsLong();
    }

    /** Bytes of packets that were too big for what lies behind, when their sender was told (RFC 1191): no loss, but a question. */
    private long refused(Direction direction, List<PointTrace> later, ByteStream here) {
        boolean told = scene.points().stream()
                .flatMap(point -> point.errors().stream())
                .anyMatch(error -> error.tooBig() && error.about() == direction);
        if (!told) {
            return 0;
        }
        int biggest = later.stream()
                .flatMap(point -> point.packets(direction).stream())
                .mapToInt(Observation::ipLength)
                .max()
                .orElse(0);
        return here.pieces().stream()
                .filter(piece -> piece.packet().ipLength() > biggest)
                .mapToLong(piece -> piece.to() - piece.from())
                .sum();
    }

    private static int datagrams(Direction direction, PointTrace near, List<PointTrace> later) {
        Map<Object, Integer> here = count(near.packets(direction));
        Map<Object, Integer> doubtful = direction == Direction.FORWARD ? count(unanswered(near)) : here;
        List<Map<Object, Integer>> there =
                later.stream().map(point -> count(point.packets(direction))).toList();
        int missing = 0;
        for (Map.Entry<Object, Integer> unit : here.entrySet()) {
            int behind = there.stream()
                    .mapToInt(units -> units.getOrDefault(unit.getKey(), 0))
                    .max()
                    .orElse(0);
            missing += Math.min(doubtful.getOrDefault(unit.getKey(), 0), Math.max(0, unit.getValue() - behind));
        }
        return missing;
    }

    /** The requests that are not followed by a reply: an answered one arrived, whether a later capture holds it or not. */
    private static List<Observation> unanswered(PointTrace point) {
        List<Observation> requests = new ArrayList<>();
        List<Observation> pending = new ArrayList<>();
        for (Observation packet : point.packets()) {
            if (packet.direction() == Direction.RETURN) {
                pending.clear();
                continue;
            }
            boolean same = !pending.isEmpty() && pending.getLast().identification() == packet.identification();
            if (!same) {
                requests.addAll(pending);
                pending.clear();
            }
            pending.add(packet);
        }
        requests.addAll(pending);
        return requests;
    }

    private static Map<Object, Integer> count(List<Observation> packets) {
        Map<Object, Integer> units = new HashMap<>();
        packets.forEach(packet -> units.merge(Datagram.of(packet), 1, Integer::sum));
        return units;
    }
}
