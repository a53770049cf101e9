package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.List;
import java.util.Optional;

/** The SYN comes to the server and is answered with a reset or an ICMP error, or not at all. */
final class ServerRefuses implements Rule {
    @Override
    public Optional<Finding> judge(Scene scene) {
        Passage syn = Kinds.syn(scene);
        if (!syn.arrived() || scene.signalled(Direction.RETURN, Observation::synAck)) {
            return Optional.empty();
        }
        PointTrace server = scene.way(Direction.FORWARD).getLast();
        List<Observation> resets = server.signals(Direction.RETURN).stream()
                .filter(Observation::reset)
                .toList();
        List<Observation> elsewhere = scene.points().stream()
                .flatMap(point -> point.packets(Direction.RETURN).stream())
                .filter(SynLost.REFUSAL)
                .toList();
        if (!resets.isEmpty()) {
            Cause cause = scene.trace().earlier() > 0 && resets.stream().noneMatch(SynLost.REFUSAL)
                    ? Cause.PORT_REUSE
                    : Cause.SERVER_RST;
            return at(
                    server,
                    Direction.FORWARD,
                    cause,
                    resets,
                    server.device() + " answers the SYN with a reset: nothing listens on the port.");
        }
        if (!elsewhere.isEmpty()) {
            return Optional.of(Finding.undecided(
                    "The SYN arrives at " + server.name()
                            + " and a reset comes back to the client, but the server's capture does not show it leaving.",
                    Optional.of(server.name())));
        }
        Optional<Finding> rejected = new Rejections(scene).judge(Direction.FORWARD, Stage.SYN, false);
        if (rejected.isPresent()) {
            return rejected;
        }
        return new WrongHardware(scene)
                .wrong(Direction.FORWARD, syn.way().size() - 2, syn.seen().getLast(), Stage.SYN)
                .or(() -> new ArpInquiry(scene).judge(Direction.RETURN, 0))
                .or(() -> silent(scene, server, syn));
    }

    private static Optional<Finding> silent(Scene scene, PointTrace server, Passage syn) {
        if (scene.leaks().any(server)) {
            return Optional.of(Finding.suspected(
                            Place.at(server.device()),
                            Direction.FORWARD,
                            Stage.SYN,
                            Cause.SERVER_SILENT,
                            Evidence.of(syn.seen().getLast()),
                            "The SYN arrives at " + server.name()
                                    + " and no answer was seen, but the capture there is known to miss packets.")
                    .lookingAt(server.name()));
        }
        Optional<Finding> unheard = unheard(
                scene,
                Evidence.of(syn.seen().getLast()),
                Stage.SYN,
                syn.seen().getLast(),
                "The SYN comes to " + server.name() + " and nothing leaves it. Either " + server.device()
                        + " does not answer, or it never took the SYN in: ");
        if (unheard.isPresent()) {
            return unheard;
        }
        List<Observation> challenges = server.packets(Direction.RETURN);
        if (scene.trace().earlier() > 0 || !challenges.isEmpty()) {
            return at(
                    server,
                    Direction.FORWARD,
                    Cause.PORT_REUSE,
                    syn.seen().getLast(),
                    server.device()
                            + " still holds an earlier connection with the same ports and does not answer the new SYN.");
        }
        String words = "The SYN arrives at " + server.name() + " and nothing leaves it";
        return UntoldTranslation.suspicion(scene, words)
                .or(() -> at(
                        server,
                        Direction.FORWARD,
                        Cause.SERVER_SILENT,
                        syn.seen().getLast(),
                        words + ": host firewall, no route back, or nothing that answers."));
    }

    /** What comes to the server, and may be addressed to somebody else. */
    static Optional<Finding> unheard(
            Scene scene, List<Evidence> evidence, Stage stage, List<Observation> arrived, String reason) {
        int last = scene.way(Direction.FORWARD).size() - 1;
        PointTrace server = scene.way(Direction.FORWARD).get(last);
        Receivers receivers = new Receivers(scene);
        return receivers
                .suspicion(Direction.FORWARD, last, arrived)
                .map(strange -> new WrongHardware(scene)
                        .unheard(Direction.FORWARD, last, evidence, stage, reason + strange + "."))
                .or(() -> receivers
                        .openDoubt(Direction.FORWARD, last, arrived)
                        .map(doubt -> Finding.suspected(
                                        Place.at(server.device()),
                                        Direction.FORWARD,
                                        stage,
                                        Cause.SERVER_SILENT,
                                        evidence,
                                        reason + doubt + ".")
                                .lookingAt(server.name())));
    }

    private static Optional<Finding> at(
            PointTrace server, Direction direction, Cause cause, List<Observation> evidence, String words) {
        return Optional.of(
                Finding.fails(Place.at(server.device()), direction, Stage.SYN, cause, Evidence.of(evidence), words));
    }
}
