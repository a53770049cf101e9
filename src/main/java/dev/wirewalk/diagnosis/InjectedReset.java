package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import java.util.Optional;

/** After the handshake a box resets the connection in the name of an end that never sent the reset. */
final class InjectedReset implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        if (!scene.seen(Direction.RETURN, Observation::synAck)) {
            return Optional.empty();
        }
        Resets resets = new Resets(scene);
        return judge(scene, resets, Direction.RETURN).or(() -> judge(scene, resets, Direction.FORWARD));
    }

    private static Optional<Finding> judge(Scene scene, Resets resets, Direction direction) {
        if (!resets.abrupt(direction)) {
            return Optional.empty();
        }
        return resets.injector(direction).map(place -> {
            if (place.device().isEmpty()) {
                return Finding.undecided(
                        "The connection is reset in the name of the "
                                + (direction == Direction.RETURN ? "server" : "client")
                                + "; whether it sent the reset itself is not seen " + place.words() + ".",
                        Optional.of(scene.way(direction).getFirst().name()));
            }
            int origin = resets.origin(direction);
            // The packet that fails is the one that was answered with a reset: it went the other way.
            Direction failing = direction.opposite();
            return Finding.fails(
                    place,
                    failing,
                    Stage.DATA,
                    Cause.RST_INJECTED,
                    Evidence.of(resets.at(scene.way(direction).get(origin), direction)),
                    "The connection is reset " + place.words() + " in the name of the "
                            + (direction == Direction.RETURN ? "server" : "client") + ", which sent no reset.");
        });
    }
}
