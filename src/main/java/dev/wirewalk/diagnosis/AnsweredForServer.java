package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FlowTrace;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.topology.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A box answers SYNs for the server (a SYN proxy) and opens the connection to it only when the client has proven itself: the
 * handshake on its near side says nothing of the server. What became of the box's own SYN is asked behind it.
 */
final class AnsweredForServer implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        List<PointTrace> way = scene.way(Direction.FORWARD);
        for (int i = 0; i + 1 < way.size() && scene.trace().path().returnOrder().isEmpty(); i++) {
            if (proxies(way.get(i), way.get(i + 1))) {
                Scene behind = behind(scene, way.subList(i + 1, way.size()));
                return new SynLost().judge(behind).or(() -> new ServerRefuses().judge(behind));
            }
        }
        return Optional.empty();
    }

    /** A SYN proxy whose own SYN gets no answer. */
    private static boolean proxies(PointTrace inside, PointTrace outside) {
        return opensLater(inside, outside)
                && outside.packets(Direction.RETURN).stream().noneMatch(Kinds::established)
                && outside.signals(Direction.RETURN).stream().noneMatch(Observation::synAck);
    }

    /** Whether the box between the two points lets the first SYN out only after the client's ACK came in. */
    static boolean opensLater(PointTrace inside, PointTrace outside) {
        OptionalLong acknowledged = inside.packets(Direction.FORWARD).stream()
                .filter(Kinds::established)
                .mapToLong(Observation::nanos)
                .findFirst();
        OptionalLong opened = outside.signals(Direction.FORWARD).stream()
                .filter(Observation::syn)
                .mapToLong(Observation::nanos)
                .findFirst();
        return inside.device().equals(outside.device())
                && inside.signals(Direction.RETURN).stream().anyMatch(Observation::synAck)
                && acknowledged.isPresent()
                && opened.isPresent()
                && opened.getAsLong() > acknowledged.getAsLong();
    }

    private static Scene behind(Scene scene, List<PointTrace> points) {
        Path path = scene.trace().path();
        return scene.over(new FlowTrace(
                new Path(path.flow(), points.stream().map(PointTrace::point).toList(), List.of(), path.nat()),
                scene.trace().flow(),
                points,
                scene.trace().earlier(),
                scene.trace().shifted(),
                scene.trace().limits(),
                scene.trace().simulations(),
                scene.trace().remarks()));
    }
}
