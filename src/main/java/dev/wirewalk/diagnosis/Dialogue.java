package dev.wirewalk.diagnosis;

import dev.wirewalk.match.ByteStream;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.match.Ranges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who said what when, at one point: the data packets of both directions that bring something new, in order of time. */
final class Dialogue {
    /**
     * Longer than this is slow: a person notices a second, and one repetition of a lost packet costs one (RFC 6298), so only a
     * wait of more than two seconds is surely an end's own.
     */
    static final long SLOW_NANOS = 2_000_000_000L;

    private final PointTrace point;
    private final List<Observation> said = new ArrayList<>();

    Dialogue(Scene scene, PointTrace point) {
        this.point = point;
        for (Direction direction : Direction.values()) {
            Ranges known = new Ranges();
            for (ByteStream.Piece piece : scene.stream(point, direction).pieces()) {
                if (!known.covers(piece.from(), piece.to())) {
                    said.add(piece.packet());
                }
                known.add(piece.from(), piece.to());
            }
        }
        said.sort(Comparator.comparingLong(Observation::frame));
    }

    /** As the sender of this direction's packets sees it, or the captured point nearest to it. */
    static Dialogue near(Scene scene, Direction direction) {
        PointTrace point = scene.way(direction).stream()
                .filter(candidate -> candidate.captured() && !scene.leaks().any(candidate))
                .findFirst()
                .or(() -> scene.way(direction).stream()
                        .filter(PointTrace::captured)
                        .findFirst())
                .orElse(scene.way(direction).getFirst());
        return scene.dialogue(point);
    }

    PointTrace point() {
        return point;
    }

    List<Observation> said(Direction direction) {
        return said.stream().filter(packet -> packet.direction() == direction).toList();
    }

    List<Observation> all() {
        return said;
    }

    /** When the connection was open here: the first packet behind the handshake's SYN/ACK. */
    Optional<Observation> opened() {
        return point.packets().stream().filter(Kinds::established).findFirst();
    }

    Optional<Observation> fin(Direction direction) {
        return point.signals(direction).stream().filter(Observation::fin).findFirst();
    }

    /** The last moment at which this point saw anything at all. */
    long end() {
        return point.lastNanos().orElse(0);
    }
}
