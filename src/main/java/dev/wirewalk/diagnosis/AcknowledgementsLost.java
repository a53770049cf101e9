package dev.wirewalk.diagnosis;

import dev.wirewalk.match.ByteStream;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.PointTrace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Data arrives and is acknowledged, but from some moment on no acknowledgement comes back to its sender, who repeats what has
 * long arrived. The packets that fail are those of the data's receiver.
 */
final class AcknowledgementsLost implements Rule {
    /** A sender may repeat once on a mere suspicion (a tail loss probe, RFC 8985); twice only while no acknowledgement comes. */
    private static final int COPIES = 3;

    private record Span(long from, long to) {}

    @Override
    public Optional<Finding> judge(Scene scene) {
        return judge(scene, Direction.FORWARD).or(() -> judge(scene, Direction.RETURN));
    }

    /** @param direction the acknowledgements' */
    private static Optional<Finding> judge(Scene scene, Direction direction) {
        Direction data = direction.opposite();
        long heard = scene.acknowledged(data, List.of(scene.way(direction).getLast()));
        if (heard < 0 || !repeatedInVain(scene, data, heard)) {
            return Optional.empty();
        }
        Passage lost = Passage.of(scene, direction, packet -> scene.acknowledged(data, packet) > heard, -1);
        return lost.anywhere() && !lost.arrived()
                ? Optional.of(new BreakCause(scene).judge(lost, Stage.DATA))
                : Optional.empty();
    }

    /** Whether a span behind {@code heard}, acknowledged elsewhere, leaves its sender again and again. */
    private static boolean repeatedInVain(Scene scene, Direction data, long heard) {
        List<PointTrace> way = scene.way(data);
        long told = scene.acknowledged(data, scene.way(data.opposite()));
        Map<Span, Integer> copies = new HashMap<>();
        for (ByteStream.Piece piece : scene.stream(way.getFirst(), data).pieces()) {
            if (piece.from() >= heard && piece.to() <= told) {
                copies.merge(new Span(piece.from(), piece.to()), 1, Integer::sum);
            }
        }
        return copies.values().stream().anyMatch(count -> count >= COPIES);
    }
}
