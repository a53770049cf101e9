package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;

/** SYNs come to the server and get no answer at first; a repeated one succeeds. */
final class Overload implements Rule {
    /** A SYN is repeated after a second (RFC 6298); no stack in use does it within half of that. */
    private static final long SOONEST_REPETITION_NANOS = 500_000_000L;

    @Override
    public Optional<Finding> judge(Scene scene) {
        List<PointTrace> captured = scene.way(Direction.FORWARD).stream()
                .filter(PointTrace::captured)
                .toList();
        PointTrace end = scene.way(Direction.FORWARD).getLast();
        PointTrace server = captured.isEmpty() ? end : captured.getLast();
        boolean atEnd = server.device().equals(end.device());
        if (!atEnd && scene.leaks().any(server)) {
            return Optional.empty();
        }
        Optional<Observation> answer = server.signals(Direction.RETURN).stream()
                .filter(Observation::synAck)
                .findFirst();
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        List<Observation> waiting = server.signals(Direction.FORWARD).stream()
                .filter(packet -> packet.syn() && packet.frame() < answer.get().frame())
                .toList();
        // A queue that is full makes the client repeat; two SYNs that arrive together were held back before the server.
        boolean repeated = waiting.size() >= 2
                && waiting.getLast().nanos() - waiting.getFirst().nanos() >= SOONEST_REPETITION_NANOS;
        return !repeated
                ? Optional.empty()
                : Optional.of(Finding.of(
                        Outcome.DEGRADED,
                        atEnd ? Place.at(end.device()) : Place.between(server.name(), end.device()),
                        Direction.FORWARD,
                        Stage.SYN,
                        Cause.SERVER_OVERLOAD,
                        Evidence.of(waiting),
                        end.device() + " answers only the SYN number " + waiting.size() + ": its queue was full"
                                + (atEnd ? "." : ", or the first ones got lost behind " + server.name() + ".")));
    }
}
