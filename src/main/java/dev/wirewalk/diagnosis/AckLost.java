package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import java.util.Optional;

/** The third packet of the handshake, and everything the client sends after it, does not come to the server. */
final class AckLost implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        Passage ack = Kinds.ack(scene);
        if (!scene.seen(Direction.RETURN, Observation::synAck) || !ack.anywhere() || ack.arrived()) {
            return Optional.empty();
        }
        return Optional.of(new BreakCause(scene).judge(ack, Stage.ACK));
    }
}
