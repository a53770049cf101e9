package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.topology.Translation;
import java.util.List;
import java.util.Optional;

/** A packet leaves a box with the address it came in with, although the box is meant to translate its source. */
final class MissingTranslation implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        Passage answer = Kinds.synAck(scene);
        if (answer.anywhere() && answer.arrived()) {
            return Optional.empty();
        }
        List<PointTrace> way = scene.way(Direction.FORWARD);
        for (Translation translation : scene.trace().path().nat()) {
            for (int i = 1; i < way.size() && translation.source().isPresent(); i++) {
                PointTrace out = way.get(i);
                boolean farSide = out.device().equals(translation.device())
                        && way.get(i - 1).device().equals(translation.device());
                boolean untranslated = out.flow()
                        .filter(key ->
                                scene.client().filter(key.client()::equals).isPresent())
                        .isPresent();
                if (farSide && untranslated && !out.packets(Direction.FORWARD).isEmpty()) {
                    return Optional.of(Finding.fails(
                            Place.at(out.device()),
                            Direction.FORWARD,
                            Stage.SYN,
                            Cause.NAT_MISSING,
                            Evidence.of(out.packets(Direction.FORWARD)),
                            "The packets leave " + out.name() + " with the client's own address, although "
                                    + out.device() + " should translate it to "
                                    + translation.source().get().to() + "."));
                }
            }
        }
        return Optional.empty();
    }
}
