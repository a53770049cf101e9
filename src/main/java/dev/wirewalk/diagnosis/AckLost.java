package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;

/** The third packet of the handshake, and everything the client sends after it, does not come to the server. */
final class AckLost implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        Passage ack = Kinds.ack(scene);
        if (!scene.signalled(Direction.RETURN, Observation::synAck) || !ack.anywhere() || ack.arrived()) {
            return Optional.empty();
        }
        return serverMissesIt(scene) ? Optional.of(new BreakCause(scene).judge(ack, Stage.ACK)) : Optional.empty();
    }

    /** A server that lacks the ACK repeats its SYN/ACK after a second (RFC 6298); nothing else tells that it does. */
    private static boolean serverMissesIt(Scene scene) {
        PointTrace nearest = scene.way(Direction.RETURN).stream()
                .filter(point -> point.signals(Direction.RETURN).stream().anyMatch(Observation::synAck))
                .findFirst()
                .orElse(scene.way(Direction.RETURN).getFirst());
        List<Observation> answers = nearest.signals(Direction.RETURN).stream()
                .filter(Observation::synAck)
                .toList();
        return answers.size() > 1;
    }
}
