package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;

/**
 * An end announces that it takes no more data, for long: its application does not read. A connection that ends in a reset while
 * the window is shut failed for that; one that is reset after the window was opened again failed for the reset.
 */
final class ZeroWindow implements Rule {
    /** A window that stays shut for less than a first retransmission time-out (RFC 6298) hurts nobody. */
    private static final long LONG_NANOS = 1_000_000_000L;

    @Override
    public Optional<Finding> judge(Scene scene) {
        return judge(scene, Direction.RETURN).or(() -> judge(scene, Direction.FORWARD));
    }

    private static Optional<Finding> judge(Scene scene, Direction announcements) {
        PointTrace end = scene.way(announcements).stream()
                .filter(point -> point.captured() && scene.leaks().at(point, announcements) == 0)
                .findFirst()
                .orElse(scene.way(announcements).getFirst());
        List<Observation> packets = end.packets(announcements);
        long shutSince = -1;
        long longest = 0;
        Observation evidence = null;
        for (Observation packet : packets) {
            if (packet.reset()) {
                // The window field of a reset announces nothing.
                continue;
            }
            boolean shut = packet.window() == 0 && Kinds.established(packet);
            if (shut && shutSince < 0) {
                shutSince = packet.nanos();
            }
            if (shutSince >= 0 && packet.nanos() - shutSince > longest) {
                longest = packet.nanos() - shutSince;
                evidence = packet;
            }
            if (!shut) {
                shutSince = -1;
            }
        }
        if (longest < LONG_NANOS || evidence == null) {
            return Optional.empty();
        }
        String device = scene.way(announcements).getFirst().device();
        boolean opened = shutSince < 0;
        if (opened && scene.signalled(announcements, Observation::reset)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                opened ? Outcome.DEGRADED : Outcome.FAILS,
                Place.at(device),
                announcements.opposite(),
                Stage.DATA,
                Cause.ZERO_WINDOW,
                Evidence.of(List.of(evidence)),
                device + " announces a receive window of zero for " + longest / 1_000_000
                        + " ms: its application does not read."));
    }
}
