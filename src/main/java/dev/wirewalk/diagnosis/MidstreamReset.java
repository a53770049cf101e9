package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;

/** An end resets an established connection that neither end had closed. */
final class MidstreamReset implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        if (!scene.signalled(Direction.RETURN, Observation::synAck)) {
            return Optional.empty();
        }
        return judge(scene, Direction.RETURN).or(() -> judge(scene, Direction.FORWARD));
    }

    private static Optional<Finding> judge(Scene scene, Direction direction) {
        Resets resets = new Resets(scene);
        if (!resets.abrupt(direction)) {
            return Optional.empty();
        }
        int origin = resets.origin(direction);
        PointTrace first = scene.way(direction).get(origin);
        PointTrace end = scene.way(direction).getFirst();
        if (origin > 0 && end.captured() && !fromTheEnd(scene, direction, first)) {
            return Optional.of(Finding.undecided(
                    "The connection is reset; whether " + end.device() + " sent the reset is not seen."
                            + resets.lifeWords(direction),
                    Optional.of(end.name())));
        }
        if (direction == Direction.FORWARD
                && satisfied(scene, end, resets.at(first, direction).getFirst())) {
            return Optional.of(Finding.undecided(
                    end.device()
                            + " resets the connection after it took all that the other end had sent: that may be its way to"
                            + " close, or it gave up before the rest came.",
                    Optional.empty()));
        }
        // A box without a capture may have made it as well, unless the TTL says otherwise.
        boolean unsure =
                origin > 1 && !end.captured() && resets.foreign(direction).isEmpty();
        return Optional.of(Finding.of(
                unsure ? Outcome.UNDECIDED : Outcome.FAILS,
                Place.at(end.device()),
                direction,
                Stage.DATA,
                Cause.RESET_MIDSTREAM,
                Evidence.of(resets.at(first, direction)),
                unsure
                        ? "The connection is reset in the name of " + end.device() + "; whether it or a box before "
                                + first.name() + " made the reset is not seen."
                        : end.device() + " resets the established connection."
                                + (origin > 0 ? resets.lifeWords(direction) : "")));
    }

    /**
     * Where the end's own capture is known to miss what it sends, a reset that has lived as long as the end's other packets
     * (its TTL) is its own; one that a box made has passed other routers.
     */
    private static boolean fromTheEnd(Scene scene, Direction direction, PointTrace seenAt) {
        PointTrace end = scene.way(direction).getFirst();
        int life = new Resets(scene).at(seenAt, direction).getFirst().ttl();
        List<Observation> others = seenAt.packets(direction).stream()
                .filter(packet -> !packet.reset())
                .toList();
        return scene.leaks().at(end, direction) > 0
                && !others.isEmpty()
                && others.stream().allMatch(packet -> packet.ttl() == life);
    }

    /**
     * Whether the client had been answered and had acknowledged everything before its reset. Many programs close an idle
     * connection that way (no FIN, SO_LINGER 0).
     */
    private static boolean satisfied(Scene scene, PointTrace client, Observation reset) {
        Dialogue dialogue = Dialogue.near(scene, Direction.FORWARD);
        boolean answered = !dialogue.all().isEmpty()
                && dialogue.all().getLast().direction() == Direction.RETURN
                && dialogue.all().getLast().nanos() < reset.nanos();
        long taken = client.packets(Direction.FORWARD).stream()
                .mapToLong(packet -> scene.acknowledged(Direction.RETURN, packet))
                .max()
                .orElse(-1);
        return answered
                && scene.points().stream()
                        .flatMap(point -> scene.stream(point, Direction.RETURN).pieces().stream())
                        .allMatch(piece -> piece.to() <= taken);
    }
}
