package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Some packets are lost between two points and repeated ones get through: the flow works, slower than it could. */
final class RandomLoss implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        return all(scene).stream().findFirst();
    }

    /** The losses of every stretch, the greatest first. */
    static List<Finding> all(Scene scene) {
        return scene.losses().stream()
                .filter(stretch -> stretch.missing() > 0)
                .sorted(Comparator.comparingInt(Losses.Stretch::missing).reversed())
                .map(stretch -> finding(scene, stretch))
                .toList();
    }

    private static Finding finding(Scene scene, Losses.Stretch stretch) {
        Direction direction = stretch.direction();
        Place place = Place.passing(direction, stretch.near(), stretch.far());
        boolean handshakeOnly = stretch.handshake() == stretch.missing();
        Stage stage =
                !handshakeOnly || !scene.tcp() ? Stage.DATA : direction == Direction.FORWARD ? Stage.SYN : Stage.SYNACK;
        return Finding.of(
                Outcome.DEGRADED,
                place,
                direction,
                stage,
                Cause.RANDOM_LOSS,
                Evidence.of(List.copyOf(stretch.near().packets(direction))),
                stretch.missing() + " of " + stretch.sent() + " packets get lost " + place.words()
                        + "; repeated ones get through.");
    }
}
