package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import java.util.Optional;

/** Data of an established connection that is sent again and again and never arrives. */
final class DataLost implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        return judge(scene, Direction.FORWARD).or(() -> judge(scene, Direction.RETURN));
    }

    private static Optional<Finding> judge(Scene scene, Direction direction) {
        Passage lost = new Delivery(scene, direction).undelivered();
        if (!lost.anywhere() || lost.arrived()) {
            return Optional.empty();
        }
        return Optional.of(
                new SizeLimit(scene).judge(lost).orElseGet(() -> new BreakCause(scene).judge(lost, Stage.DATA)));
    }
}
