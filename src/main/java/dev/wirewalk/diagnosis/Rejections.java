package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.IcmpError;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** ICMP errors about the flow: who sent them, and what they say. */
final class Rejections {
    private final Scene scene;

    Rejections(Scene scene) {
        this.scene = scene;
    }

    /** Errors about packets of this direction, at every point. */
    List<IcmpError> about(Direction direction, Predicate<IcmpError> which) {
        return scene.points().stream()
                .flatMap(point -> point.errors().stream())
                .filter(error -> error.about() == direction && which.test(error))
                .toList();
    }

    /**
     * The device that sent the errors: it owns the point farthest along the flow's way that saw them (an error travels against
     * the packet that it speaks of), or the address that they have there is told. Nearer to the flow's sender a translation
     * may have put a box's address in the place of the server's.
     */
    Optional<String> sender(Direction direction, Predicate<IcmpError> which) {
        List<PointTrace> way = scene.way(direction);
        for (int i = way.size() - 1; i >= 0; i--) {
            List<IcmpError> errors = way.get(i).errors().stream()
                    .filter(error -> error.about() == direction && which.test(error))
                    .toList();
            if (!errors.isEmpty()) {
                // What comes in over a link was sent by the device at the link's other end, or behind it.
                String beyond = way.get(Math.min(i + 1, way.size() - 1)).device();
                return owner(errors).or(() -> Optional.of(beyond));
            }
        }
        return Optional.empty();
    }

    private Optional<String> owner(List<IcmpError> errors) {
        return scene.points().stream()
                .filter(point -> point.point().addresses().stream()
                        .anyMatch(address ->
                                errors.stream().anyMatch(error -> error.source().equals(address.address()))))
                .map(PointTrace::device)
                .findFirst();
    }

    /** What an error at a stopped packet means; empty for errors that stop nothing. */
    Optional<Finding> judge(Direction direction, Stage stage, boolean looping) {
        return one(direction, stage, IcmpError::noRoute, Cause.NO_ROUTE_ICMP, "says that it has no route")
                .or(() -> looping
                        ? Optional.empty()
                        : one(
                                direction,
                                stage,
                                IcmpError::timeExceeded,
                                Cause.TTL_EXCEEDED,
                                "says that the packet's TTL is used up"))
                .or(() ->
                        one(direction, stage, IcmpError::prohibited, Cause.REJECT_ICMP, "says that this is prohibited"))
                .or(() -> one(
                        direction,
                        stage,
                        IcmpError::portUnreachable,
                        scene.tcp() || !fromServer(direction) ? Cause.REJECT_ICMP : Cause.PORT_UNREACHABLE,
                        "says that the port is unreachable"));
    }

    private boolean fromServer(Direction direction) {
        String server = scene.way(Direction.FORWARD).getLast().device();
        return sender(direction, IcmpError::portUnreachable)
                .filter(server::equals)
                .isPresent();
    }

    private Optional<Finding> one(
            Direction direction, Stage stage, Predicate<IcmpError> which, Cause cause, String words) {
        List<IcmpError> errors = about(direction, which);
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        return sender(direction, which)
                .map(device -> Finding.fails(
                        Place.at(device),
                        direction,
                        stage,
                        cause,
                        Evidence.ofErrors(errors),
                        device + " " + words + " (ICMP from "
                                + errors.getFirst().source() + ")."));
    }
}
