package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import java.util.Optional;

/** The SYN/ACK does not come back to the client. */
final class SynAckLost implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        Passage synAck = Kinds.synAck(scene);
        if (!synAck.anywhere()) {
            return Optional.empty();
        }
        if (!synAck.arrived()) {
            return Optional.of(new BreakCause(scene).judge(synAck, Stage.SYNACK));
        }
        boolean taken = scene.seen(Direction.FORWARD, packet -> !packet.syn());
        return taken
                ? Optional.empty()
                : new WrongHardware(scene)
                        .wrong(
                                Direction.RETURN,
                                synAck.way().size() - 2,
                                synAck.seen().getLast(),
                                Stage.SYNACK);
    }
}
