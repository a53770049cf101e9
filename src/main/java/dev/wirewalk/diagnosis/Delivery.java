package dev.wirewalk.diagnosis;

import dev.wirewalk.match.ByteStream;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.match.Ranges;
import java.util.ArrayList;
import java.util.List;

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
        List<List<Observation>> lost =
                streams.stream().map(stream -> missing(stream)).toList();
        return Passage.along(
                scene,
                direction,
                overdue(lost)
                        ? lost
                        : lost.stream().map(_ -> List.<Observation>of()).toList(),
                -1);
    }

    private List<Observation> missing(ByteStream stream) {
        return missing.isEmpty()
                ? List.of()
                : stream.pieces().stream()
                        .filter(piece -> missing.touches(piece.from(), piece.to()))
                        .map(ByteStream.Piece::packet)
                        .toList();
    }

    /** Repeated, or waited for longer than a sender waits before it repeats. */
    private boolean overdue(List<List<Observation>> lost) {
        for (int i = 0; i < lost.size(); i++) {
            List<Observation> here = lost.get(i);
            PointTrace point = scene.way(direction).get(i);
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
