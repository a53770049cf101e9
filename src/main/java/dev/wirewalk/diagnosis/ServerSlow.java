package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import java.util.List;
import java.util.Optional;

/** The server has the request and its answer begins only after long. */
final class ServerSlow implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        Dialogue dialogue = Dialogue.near(scene, Direction.RETURN);
        if (scene.leaks().any(dialogue.point())) {
            return Optional.empty();
        }
        Observation before = null;
        boolean opened = scene.signalled(Direction.RETURN, Observation::synAck);
        if (opened && !dialogue.all().isEmpty() && dialogue.all().getFirst().direction() == Direction.RETURN) {
            // A server that speaks first is expected to greet when the connection is open.
            before = dialogue.opened().orElse(null);
        }
        for (Observation packet : dialogue.all()) {
            boolean answers =
                    packet.direction() == Direction.RETURN && before != null && before.direction() == Direction.FORWARD;
            if (answers && before != null && packet.nanos() - before.nanos() >= Dialogue.SLOW_NANOS) {
                return Optional.of(slow(scene, before, packet));
            }
            before = packet;
        }
        return Optional.empty();
    }

    private static Finding slow(Scene scene, Observation request, Observation answer) {
        String server = scene.way(Direction.FORWARD).getLast().device();
        return Finding.of(
                Outcome.DEGRADED,
                Place.at(server),
                Direction.RETURN,
                Stage.APPLICATION,
                Cause.SERVER_SLOW,
                Evidence.of(List.of(request, answer)),
                server + " has the request and answers after " + (answer.nanos() - request.nanos()) / 1_000_000
                        + " ms.");
    }
}
