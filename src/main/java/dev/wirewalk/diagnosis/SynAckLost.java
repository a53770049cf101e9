package dev.wirewalk.diagnosis;

import java.util.Optional;

/** The SYN/ACK does not come back to the client. */
final class SynAckLost implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        Passage synAck = Kinds.synAck(scene);
        return !synAck.anywhere() || synAck.arrived()
                ? Optional.empty()
                : Optional.of(new BreakCause(scene).judge(synAck, Stage.SYNACK));
    }
}
