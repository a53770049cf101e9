package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.packet.TcpView;
import java.util.List;
import java.util.function.Predicate;

/** The kinds of packets that stages are about, and how far each is proven to have come by others. */
final class Kinds {
    private Kinds() {}

    /** The client's packets behind the SYN: the third of the handshake, and whatever stands for it. */
    static boolean established(Observation packet) {
        return !packet.syn() && !packet.synAck() && !packet.reset() && packet.has(TcpView.ACK);
    }

    static Passage syn(Scene scene) {
        int answered = answeredFrom(
                scene, point -> point.signals(Direction.RETURN).stream().anyMatch(Observation::synAck));
        return Passage.along(scene, Direction.FORWARD, signals(scene, Direction.FORWARD, Observation::syn), answered);
    }

    static Passage synAck(Scene scene) {
        boolean acknowledged = scene.seen(Direction.FORWARD, Kinds::established);
        int end = scene.way(Direction.RETURN).size() - 1;
        return Passage.along(
                scene,
                Direction.RETURN,
                signals(scene, Direction.RETURN, Observation::synAck),
                acknowledged ? end : -1);
    }

    static Passage ack(Scene scene) {
        boolean taken = scene.seen(Direction.RETURN, Kinds::established);
        int end = scene.way(Direction.FORWARD).size() - 1;
        return Passage.of(scene, Direction.FORWARD, Kinds::established, taken ? end : -1);
    }

    /** Requests of UDP or ping. An answer proves that they arrived where it comes from. */
    static Passage request(Scene scene) {
        int answered =
                answeredFrom(scene, point -> !point.packets(Direction.RETURN).isEmpty());
        return Passage.of(scene, Direction.FORWARD, any(), answered);
    }

    static Passage reply(Scene scene) {
        return Passage.of(scene, Direction.RETURN, any(), -1);
    }

    /**
     * The index on the forward way up to which an answer proves arrival: whoever answers sits behind the farthest point that
     * saw the answer.
     */
    static int answeredFrom(Scene scene, Predicate<PointTrace> answered) {
        List<PointTrace> way = scene.way(Direction.FORWARD);
        for (int i = way.size() - 1; i >= 0; i--) {
            if (answered.test(way.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** At each point of the way. */
    private static List<List<Observation>> signals(Scene scene, Direction direction, Predicate<Observation> which) {
        return scene.way(direction).stream()
                .map(point -> point.signals(direction).stream().filter(which).toList())
                .toList();
    }

    static Predicate<Observation> any() {
        return packet -> true;
    }
}
