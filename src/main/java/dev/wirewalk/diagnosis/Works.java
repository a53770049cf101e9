package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;

/** Nothing failed and the answers came: the flow works. Without answers the captures do not tell. */
final class Works implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        boolean answered = scene.tcp() ? tcpAnswered(scene) : datagramsAnswered(scene);
        String nearest = scene.way(Direction.FORWARD).getFirst().name();
        if (answered && new ErrorStatus().cutOff(scene)) {
            return Optional.of(Finding.undecided(
                    "The network works, but the snapshot length cuts the answer before its status: whether it is an error is"
                            + " not seen.",
                    Optional.of(nearest)));
        }
        return Optional.of(
                answered
                        ? Finding.works(scene.flowText() + " works: it is answered, and no fault was seen.")
                        : Finding.undecided(
                                "What the captures show of " + scene.flowText() + " is no fault, but no answer either.",
                                Optional.of(nearest)));
    }

    private static boolean tcpAnswered(Scene scene) {
        boolean dataBack = scene.seen(Direction.RETURN, packet -> packet.payloadLength() > 0);
        boolean shaken = scene.signalled(Direction.RETURN, Observation::synAck)
                && scene.seen(Direction.FORWARD, Kinds::established);
        boolean closed = scene.signalled(Direction.FORWARD, Observation::fin)
                && scene.signalled(Direction.RETURN, Observation::fin);
        return dataBack || (shaken && closed);
    }

    private static boolean datagramsAnswered(Scene scene) {
        List<PointTrace> way = scene.way(Direction.RETURN);
        PointTrace nearest =
                way.reversed().stream().filter(PointTrace::captured).findFirst().orElse(way.getLast());
        return !nearest.packets(Direction.RETURN).isEmpty();
    }
}
