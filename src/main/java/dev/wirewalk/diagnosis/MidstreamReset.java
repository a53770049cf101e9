package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.Optional;

/** An end resets an established connection that neither end had closed. */
final class MidstreamReset implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        if (!scene.seen(Direction.RETURN, Observation::synAck)) {
            return Optional.empty();
        }
        return judge(scene, Direction.RETURN).or(() -> judge(scene, Direction.FORWARD));
    }

    private static Optional<Finding> judge(Scene scene, Direction direction) {
        Resets resets = new Resets(scene);
        if (!resets.abrupt(direction)) {
            return Optional.empty();
        }
        int origin = resets.origin(direction);
        PointTrace first = scene.way(direction).get(origin);
        PointTrace end = scene.way(direction).getFirst();
        if (origin > 0 && end.captured()) {
            return Optional.of(Finding.undecided(
                    "The connection is reset; whether " + end.device() + " sent the reset is not seen.",
                    Optional.of(end.name())));
        }
        return Optional.of(Finding.fails(
                Place.at(end.device()),
                direction,
                Stage.DATA,
                Cause.RESET_MIDSTREAM,
                Evidence.of(resets.at(first, direction)),
                end.device() + " resets the established connection."));
    }
}
