package dev.wirewalk.diagnosis;

import dev.wirewalk.match.ByteStream;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.match.Ranges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The data of one direction of a TCP connection: what was sent, and what of it is known to have come to its end. */
final class Delivery {
    /** The first retransmission comes after one second when nothing else is known (RFC 6298): by then data is overdue. */
    private static final long OVERDUE_NANOS = 1_000_000_000L;

    private final Scene scene;
    private final Direction direction;
    private final List<ByteStream> streams = new ArrayList<>();
    private final Ranges missing;

    Delivery(Scene scene, Direction direction) {
        this.scene = scene;
        this.direction = direction;
        Ranges sent = new Ranges();
        for (PointTrace point : scene.way(direction)) {
            ByteStream stream = scene.stream(point, direction);
            streams.add(stream);
            sent.addAll(stream.covered());
        }
        Ranges arrived = new Ranges();
        arrived.add(Long.MIN_VALUE, scene.acknowledged(direction));
        arrived.addAll(streams.getLast().covered());
        missing = sent.without(arrived);
    }

    boolean anySent() {
        return streams.stream().anyMatch(stream -> !stream.pieces().isEmpty());
    }

    /** How far the packets came whose bytes never arrived; nobody's, when everything arrived or the rest is not overdue. */
    Passage undelivered() {
        Set<Observation> lost = Collections.newSetFromMap(new IdentityHashMap<>());
        for (ByteStream stream : missing.isEmpty() ? List.<ByteStream>of() : streams) {
            stream.pieces().stream()
                    .filter(piece -> missing.touches(piece.from(), piece.to()))
                    .forEach(piece -> lost.add(piece.packet()));
        }
        if (!lost.isEmpty() && !overdue(lost)) {
            lost.clear();
        }
        return Passage.of(scene, direction, lost::contains, -1);
    }

    /** Repeated, or waited for longer than a sender waits before it repeats. */
    private boolean overdue(Set<Observation> lost) {
        for (PointTrace point : scene.way(direction)) {
            List<Observation> here =
                    point.packets(direction).stream().filter(lost::contains).toList();
            boolean waited = !here.isEmpty()
                    && point.lastNanos().orElse(0) - here.getFirst().nanos() >= OVERDUE_NANOS;
            boolean repeated =
                    here.stream().mapToLong(Observation::sequence).distinct().count() < here.size();
            if (waited || repeated) {
                return true;
            }
        }
        return false;
    }
}
