package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.IcmpError;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.Optional;

/** Whether packets got lost for their size: small ones pass, big ones do not; or first fragments pass, further ones do not. */
final class SizeLimit {
    /**
     * No path of today carries less than 1280 bytes: IPv6 demands that much (RFC 8200 section 5), and tunnels over IPv4 leave
     * more. What is lost below that size is lost for another reason.
     */
    private static final int SMALLEST_PATH = 1280;

    private static final int USUAL_SEGMENT = 1460;

    private final Scene scene;

    SizeLimit(Scene scene) {
        this.scene = scene;
    }

    Optional<Finding> judge(Passage lost) {
        if (lost.next() < 0 || lost.objection().isPresent()) {
            return Optional.empty();
        }
        return fragments(lost).or(() -> tooBig(lost));
    }

    private Optional<Finding> fragments(Passage lost) {
        PointTrace beyond = lost.way().get(lost.next());
        boolean onlyLater = lost.lastSeen().stream().allMatch(packet -> packet.fragmentOffset() > 0);
        boolean firstPass = beyond.packets(lost.direction()).stream()
                .anyMatch(packet -> packet.moreFragments() && packet.fragmentOffset() == 0);
        return onlyLater && firstPass
                ? Optional.of(Finding.fails(
                        lost.place(),
                        lost.direction(),
                        Stage.DATA,
                        Cause.FRAGMENT_DROP,
                        lost.evidence(),
                        "First fragments pass " + lost.place().words() + ", further ones do not."))
                : Optional.empty();
    }

    private Optional<Finding> tooBig(Passage lost) {
        Direction direction = lost.direction();
        int segment = segment(direction);
        int smallestLost = lost.lastSeen().stream()
                .mapToInt(packet -> wireLength(packet, segment))
                .min()
                .orElse(0);
        PointTrace beyond = lost.way().get(lost.next());
        int biggestPassed = beyond.packets(direction).stream()
                .mapToInt(packet -> wireLength(packet, segment))
                .max()
                .orElse(0);
        PointTrace sender = lost.way().getFirst();
        boolean sentWord = sender.errors().stream().anyMatch(error -> error.tooBig() && error.about() == direction);
        boolean silent = !sentWord
                || new Rejections(scene).about(direction, IcmpError::tooBig).isEmpty();
        if (smallestLost <= SMALLEST_PATH || smallestLost <= biggestPassed || biggestPassed == 0 || !silent) {
            return Optional.empty();
        }
        return Optional.of(Finding.fails(
                lost.place(),
                direction,
                Stage.DATA,
                Cause.MTU_BLACKHOLE,
                lost.evidence(),
                "Packets of " + smallestLost + " bytes and more do not pass "
                        + lost.place().words() + ", those of " + biggestPassed
                        + " bytes do, and the sender is not told."));
    }

    private int segment(Direction direction) {
        return scene.points().stream()
                .flatMap(point -> point.packets(direction.opposite()).stream())
                .filter(packet -> packet.maximumSegment() > 0)
                .mapToInt(Observation::maximumSegment)
                .min()
                .orElse(USUAL_SEGMENT);
    }

    /** A segment that the adapter will cut is on the wire no longer than the receiver takes. */
    private int wireLength(Observation packet, int segment) {
        int headers = packet.ipLength() - packet.payloadLength();
        return scene.tcp() ? Math.min(packet.ipLength(), headers + segment) : packet.ipLength();
    }
}
