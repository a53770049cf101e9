package dev.wirewalk.diagnosis;

import dev.wirewalk.match.ByteStream;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Packets overtake each other between two points, and none is lost. */
final class Reordering implements Rule {
    /** A single swap happens between two queues of one adapter; one in a hundred, and at least two, is the network's. */
    private static final int FEWEST = 2;

    private static final int PER_HUNDRED = 1;

    private record Span(long from, long to) {}

    @Override
    public Optional<Finding> judge(Scene scene) {
        for (Direction direction : Direction.values()) {
            List<PointTrace> way =
                    scene.way(direction).stream().filter(PointTrace::captured).toList();
            for (int i = 0; i + 1 < way.size(); i++) {
                List<Observation> late = overtaken(scene, direction, way.get(i), way.get(i + 1));
                int sent = scene.stream(way.get(i), direction).pieces().size();
                if (late.size() >= FEWEST && late.size() * 100 >= sent * PER_HUNDRED) {
                    return Optional.of(finding(direction, way.get(i), way.get(i + 1), late));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Packets that come to {@code far} behind one which {@code near} saw later. Of several copies the first counts: a sender
     * that hears of an overtaken packet repeats it in vain.
     */
    private static List<Observation> overtaken(Scene scene, Direction direction, PointTrace near, PointTrace far) {
        List<ByteStream.Piece> sent = scene.stream(near, direction).pieces();
        if (alike(sent, scene.stream(far, direction).pieces())) {
            return List.of();
        }
        Map<Span, Integer> places = new HashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            places.putIfAbsent(span(sent.get(i)), i);
        }
        Set<Span> arrived = new HashSet<>();
        List<Observation> late = new ArrayList<>();
        int highest = -1;
        for (ByteStream.Piece piece : scene.stream(far, direction).pieces()) {
            Integer place = places.get(span(piece));
            if (place != null && arrived.add(span(piece))) {
                if (place < highest) {
                    late.add(piece.packet());
                }
                highest = Math.max(highest, place);
            }
        }
        return late;
    }

    private static boolean alike(List<ByteStream.Piece> sent, List<ByteStream.Piece> seen) {
        boolean alike = sent.size() == seen.size();
        for (int i = 0; alike && i < sent.size(); i++) {
            alike = sent.get(i).from() == seen.get(i).from()
                    && sent.get(i).to() == seen.get(i).to();
        }
        return alike;
    }

    private static Span span(ByteStream.Piece piece) {
        return new Span(piece.from(), piece.to());
    }

    private static Finding finding(Direction direction, PointTrace near, PointTrace far, List<Observation> late) {
        Place place = Place.passing(direction, near, far);
        return Finding.of(
                Outcome.DEGRADED,
                place,
                direction,
                Stage.DATA,
                Cause.REORDERING,
                Evidence.of(late),
                late.size() + " packets are overtaken " + place.words() + "; none is lost.");
    }
}
