package dev.wirewalk.match.order;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Points that only the answers pass: they see no packet of the client, and they are on links that none of its packets takes,
 * while there are links that only the client's packets take, or a point which sees both directions sees them come and go
 * between different hardware addresses. A capture of one
 * direction alone is not meant: its link is one that the client's packets take.
 */
final class ReturnWay {
    private final Set<View.Link> forwardLinks = new HashSet<>();
    private final boolean ways;

    ReturnWay(List<View.Seen> points) {
        boolean differ = false;
        for (View.Seen point : points) {
            point.first(Direction.FORWARD)
                    .ifPresent(packet -> forwardLinks.add(new View.Link(packet.sourceMac(), packet.destinationMac())));
            differ |= point.first(Direction.FORWARD)
                    .filter(there -> point.first(Direction.RETURN)
                            .filter(back -> isOtherWay(there, back))
                            .isPresent())
                    .isPresent();
        }
        Set<View.Link> returnLinks = new HashSet<>();
        points.forEach(point -> point.first(Direction.RETURN)
                .ifPresent(packet -> returnLinks.add(new View.Link(packet.destinationMac(), packet.sourceMac()))));
        ways = differ
                || points.stream()
                        .anyMatch(point -> point.sees(Direction.FORWARD)
                                && !point.sees(Direction.RETURN)
                                && point.link()
                                        .filter(link -> !returnLinks.contains(link))
                                        .isPresent());
    }

    private static boolean isOtherWay(Observation there, Observation back) {
        return there.sourceMac() >= 0
                && back.sourceMac() >= 0
                && there.destinationMac() >= 0
                && back.destinationMac() >= 0
                && (there.sourceMac() != back.destinationMac() || there.destinationMac() != back.sourceMac());
    }

    /** Whether only answers pass here. */
    boolean only(View.Seen point) {
        return ways
                && point.seesFlow()
                && !point.sees(Direction.FORWARD)
                && point.link().filter(link -> !forwardLinks.contains(link)).isPresent();
    }
}
