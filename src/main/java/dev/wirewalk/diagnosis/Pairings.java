package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.PairQuality;
import dev.wirewalk.match.Pairing;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts the pairs of each stretch between neighbouring points with a capture, in each direction. */
final class Pairings {
    private final Scene scene;

    Pairings(Scene scene) {
        this.scene = scene;
    }

    List<PairingCount> counts() {
        List<PairingCount> counts = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            List<PointTrace> way = scene.way(direction).stream()
                    .filter(point -> !point.packets().isEmpty())
                    .toList();
            for (int i = 0; i + 1 < way.size(); i++) {
                counts.add(count(way.get(i), way.get(i + 1), direction));
            }
        }
        return counts;
    }

    private PairingCount count(PointTrace near, PointTrace far, Direction direction) {
        Pairing pairing = scene.pairing(near, far, direction);
        Map<PairQuality, Integer> counts = pairing.qualities();
        boolean forward = direction == Direction.FORWARD;
        return new PairingCount(
                (forward ? near : far).name(),
                (forward ? far : near).name(),
                direction,
                counts.getOrDefault(PairQuality.EXACT, 0),
                counts.getOrDefault(PairQuality.DERIVED, 0),
                counts.getOrDefault(PairQuality.PROBABLE, 0),
                counts.getOrDefault(PairQuality.AMBIGUOUS, 0),
                pairing.onlySent().size(),
                pairing.onlySeen().size(),
                pairing.keys());
    }
}
