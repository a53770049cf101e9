package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;

/** The server answers a datagram only after long. */
final class DatagramSlow implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        PointTrace point = scene.way(Direction.RETURN).stream()
                .filter(PointTrace::captured)
                .findFirst()
                .orElse(scene.way(Direction.RETURN).getFirst());
        Observation request = null;
        for (Observation packet : point.packets()) {
            if (packet.direction() == Direction.FORWARD) {
                request = request == null ? packet : request;
            } else if (request != null) {
                if (packet.nanos() - request.nanos() >= Dialogue.SLOW_NANOS) {
                    return Optional.of(Finding.of(
                            Outcome.DEGRADED,
                            Place.at(scene.way(Direction.FORWARD).getLast().device()),
                            Direction.RETURN,
                            Stage.APPLICATION,
                            Cause.SERVER_SLOW,
                            Evidence.of(List.of(request, packet)),
                            "The request is answered after " + (packet.nanos() - request.nanos()) / 1_000_000
                                    + " ms."));
                }
                request = null;
            }
        }
        return Optional.empty();
    }
}
