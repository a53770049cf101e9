package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.PointTrace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The client sends nothing of the flow: it asks for its next hop in vain, or does not even ask. */
final class NothingSent implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        if (scene.seen(Direction.FORWARD, Kinds.any()) || scene.seen(Direction.RETURN, Kinds.any())) {
            return Optional.empty();
        }
        PointTrace client = scene.way(Direction.FORWARD).getFirst();
        if (!client.captured()) {
            return Optional.of(Finding.undecided(
                    "No capture shows " + scene.flowText() + ", and there is none from " + client.name() + ".",
                    Optional.of(client.name())));
        }
        Optional<Finding> asking = new ArpInquiry(scene).judge(Direction.FORWARD, 0);
        if (asking.isPresent()) {
            return asking;
        }
        if (scene.leaks().any(client) || !speaks(client)) {
            return Optional.of(Finding.suspected(
                            Place.at(client.device()),
                            Direction.FORWARD,
                            Stage.SYN,
                            Cause.CLIENT_NO_ROUTE,
                            List.of(),
                            "No capture shows " + scene.flowText() + ", but that of " + client.name()
                                    + " does not show all that the client sends.")
                    .lookingAt(client.name()));
        }
        if (scene.trace().path().flow().isEmpty() || !client.warnings().isEmpty()) {
            return Optional.of(Finding.undecided("No capture shows a flow to follow.", Optional.of(client.name())));
        }
        return Optional.of(Finding.fails(
                Place.at(client.device()),
                Direction.FORWARD,
                Stage.SYN,
                Cause.CLIENT_NO_ROUTE,
                List.of(),
                client.device() + " sends nothing to "
                        + scene.trace().path().flow().orElseThrow().server()
                        + " and asks for no next hop: it has no route there. No point shows a packet of the flow."));
    }

    /** A capture with frames to a host and none from it shows one direction only; an empty one shows that nothing came by. */
    static boolean speaks(PointTrace client) {
        Set<Long> heard = new HashSet<>();
        client.talks().values().forEach(heard::addAll);
        heard.removeIf(mac -> (mac >>> 40 & 1) == 1);
        return heard.isEmpty() || client.talks().keySet().stream().anyMatch(heard::contains);
    }
}
