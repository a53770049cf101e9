package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;

/** The server's SYN/ACK leaves on another of its interfaces than the one that the SYN came in on. */
final class AnswerElsewhere implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        PointTrace server = scene.way(Direction.FORWARD).getLast();
        boolean known = scene.points().stream()
                .filter(point -> point == server || !point.device().equals(server.device()))
                .anyMatch(point -> point.signals(Direction.RETURN).stream().anyMatch(Observation::synAck));
        if (known || meantToLeaveElsewhere(scene, server)) {
            return Optional.empty();
        }
        for (PointTrace point : scene.points()) {
            List<Observation> answers = point.signals(Direction.RETURN).stream()
                    .filter(Observation::synAck)
                    .toList();
            if (!answers.isEmpty() && point.device().equals(server.device()) && point != server) {
                return Optional.of(Finding.fails(
                        Place.at(server.device()),
                        Direction.RETURN,
                        Stage.SYNACK,
                        Cause.WRONG_INTERFACE,
                        Evidence.of(answers),
                        "The SYN comes in at " + server.name() + ", the SYN/ACK goes out at " + point.name() + "."));
            }
        }
        return Optional.empty();
    }

    /** Whether the answers are told to take another way altogether: over another interface, and links of its own. */
    private static boolean meantToLeaveElsewhere(Scene scene, PointTrace server) {
        List<PointTrace> back = scene.way(Direction.RETURN);
        return back.getFirst() != server
                && back.stream()
                        .filter(point -> !point.device().equals(server.device()))
                        .findFirst()
                        .filter(next -> !scene.way(Direction.FORWARD).contains(next))
                        .isPresent();
    }
}
