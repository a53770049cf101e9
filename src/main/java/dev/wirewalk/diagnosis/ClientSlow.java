package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import java.util.List;
import java.util.Optional;

/** After the handshake the client, whose turn it is, waits long before it sends anything. */
final class ClientSlow implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        Dialogue dialogue = Dialogue.near(scene, Direction.FORWARD);
        Optional<Observation> opened = dialogue.opened();
        if (opened.isEmpty()
                || scene.leaks().any(dialogue.point())
                || dialogue.all().isEmpty()
                || !scene.signalled(Direction.RETURN, Observation::synAck)
                || dialogue.all().getFirst().direction() != Direction.FORWARD) {
            return Optional.empty();
        }
        Observation first = dialogue.all().getFirst();
        long waited = first.nanos() - opened.get().nanos();
        if (waited < Dialogue.SLOW_NANOS) {
            return Optional.empty();
        }
        String client = scene.way(Direction.FORWARD).getFirst().device();
        return Optional.of(Finding.of(
                Outcome.DEGRADED,
                Place.at(client),
                Direction.FORWARD,
                Stage.APPLICATION,
                Cause.CLIENT_SLOW,
                Evidence.of(List.of(opened.get(), first)),
                client + " waits " + waited / 1_000_000 + " ms after the handshake before it sends anything."));
    }
}
