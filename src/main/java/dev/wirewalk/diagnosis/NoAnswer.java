package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import java.util.List;
import java.util.Optional;

/** The server has the request and never answers: it closes without a word, or keeps silent for long. */
final class NoAnswer implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        Dialogue dialogue = Dialogue.near(scene, Direction.RETURN);
        List<Observation> all = dialogue.all();
        if (all.isEmpty() && !scene.leaks().any(dialogue.point())) {
            return wordless(scene, dialogue);
        }
        if (all.isEmpty()
                || all.getLast().direction() != Direction.FORWARD
                || scene.leaks().any(dialogue.point())) {
            return Optional.empty();
        }
        Observation request = all.getLast();
        Optional<Observation> closed = dialogue.fin(Direction.RETURN);
        Optional<Observation> left = dialogue.fin(Direction.FORWARD);
        boolean neverSpoke = !scene.seen(Direction.RETURN, packet -> packet.payloadLength() > 0);
        boolean serverFirst = closed.isPresent()
                && (left.isEmpty() || closed.get().frame() < left.get().frame());
        if (neverSpoke && serverFirst) {
            return finding(
                    scene, Cause.SERVER_CLOSED_EARLY, List.of(request, closed.get()), "closes without an answer");
        }
        long until = left.map(Observation::nanos).orElse(dialogue.end());
        long waited = until - request.nanos();
        if (waited >= Dialogue.SLOW_NANOS && (closed.isEmpty() || !serverFirst)) {
            return finding(
                    scene,
                    Cause.SERVER_HANG,
                    List.of(request),
                    "has the request and does not answer within " + waited / 1_000_000 + " ms");
        }
        if (neverSpoke && left.isEmpty() && closed.isEmpty()) {
            return Optional.of(Finding.undecided(
                    "The request arrives; the capture at " + dialogue.point().name() + " ends before an answer is due.",
                    Optional.of(dialogue.point().name())));
        }
        return Optional.empty();
    }

    /** A server that closes before anybody said a word; a client that closes first only looked whether the port is open. */
    private static Optional<Finding> wordless(Scene scene, Dialogue dialogue) {
        Optional<Observation> closed = dialogue.fin(Direction.RETURN);
        boolean serverFirst = scene.signalled(Direction.RETURN, Observation::synAck)
                && closed.isPresent()
                && dialogue.fin(Direction.FORWARD)
                        .filter(left -> left.frame() < closed.get().frame())
                        .isEmpty();
        boolean silence = !scene.seen(Direction.FORWARD, packet -> packet.payloadLength() > 0)
                && !scene.seen(Direction.RETURN, packet -> packet.payloadLength() > 0);
        return serverFirst && silence
                ? finding(scene, Cause.SERVER_CLOSED_EARLY, List.of(closed.get()), "closes before anything is said")
                : Optional.empty();
    }

    private static Optional<Finding> finding(Scene scene, Cause cause, List<Observation> evidence, String words) {
        String server = scene.way(Direction.FORWARD).getLast().device();
        return Optional.of(Finding.fails(
                Place.at(server),
                Direction.RETURN,
                Stage.APPLICATION,
                cause,
                Evidence.of(evidence),
                server + " " + words + "."));
    }
}
