package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.Optional;

/** After the handshake a box resets the connection in the name of an end that never sent the reset. */
final class InjectedReset implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        if (!scene.signalled(Direction.RETURN, Observation::synAck)) {
            return Optional.empty();
        }
        Resets resets = new Resets(scene);
        return judge(scene, resets, Direction.RETURN).or(() -> judge(scene, resets, Direction.FORWARD));
    }

    private static Optional<Finding> judge(Scene scene, Resets resets, Direction direction) {
        if (!resets.abrupt(direction)) {
            return Optional.empty();
        }
        boolean foreign = resets.foreign(direction).orElse(false);
        return resets.injector(direction)
                .or(() -> foreign ? resets.unseenEnd(direction) : Optional.empty())
                .map(place -> place.device().isPresent() || foreign
                        ? injected(scene, resets, direction, place)
                        : Finding.undecided(
                                "The connection is reset in the name of the " + end(direction)
                                        + "; whether it sent the reset itself is not seen " + place.words() + "."
                                        + resets.lifeWords(direction),
                                Optional.of(scene.way(direction).getFirst().name())));
    }

    private static Finding injected(Scene scene, Resets resets, Direction direction, Place place) {
        PointTrace origin = scene.way(direction).get(resets.origin(direction));
        boolean watched = scene.way(direction).getFirst().captured();
        // The packet that fails is the one that was answered with a reset: it went the other way.
        return Finding.fails(
                place,
                direction.opposite(),
                Stage.DATA,
                Cause.RST_INJECTED,
                Evidence.of(resets.at(origin, direction)),
                "The connection is reset " + place.words() + " in the name of the " + end(direction)
                        + (watched ? ", which sent no reset." : ", which did not make the reset.")
                        + resets.lifeWords(direction));
    }

    private static String end(Direction direction) {
        return direction == Direction.RETURN ? "server" : "client";
    }
}
