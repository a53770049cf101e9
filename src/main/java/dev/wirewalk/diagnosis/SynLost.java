package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.IcmpError;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.packet.TcpView;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The SYN does not come to the server: dropped, refused or lost on the way. */
final class SynLost implements Rule {
    /** A reset that answers a SYN. */
    static final Predicate<Observation> REFUSAL = packet -> packet.reset() && packet.has(TcpView.ACK);

    @Override
    public Optional<Finding> judge(Scene scene) {
        Passage syn = Kinds.syn(scene);
        if (!syn.anywhere() || syn.arrived()) {
            return Optional.empty();
        }
        if (scene.signalled(Direction.RETURN, Observation::synAck)) {
            // Somebody answered. Without a capture behind, or with one that misses packets, that may well be the
            // server.
            boolean blind = syn.next() < 0 || syn.objection().isPresent();
            if (blind || scene.seen(Direction.RETURN, packet -> packet.payloadLength() > 0)) {
                return Optional.empty();
            }
            return Optional.of(Finding.undecided(
                    "A SYN/ACK comes back although " + behind(syn)
                            + " shows no SYN: something before it answers for the"
                            + " server, or its capture misses packets.",
                    Optional.of(behind(syn))));
        }
        if (syn.next() < 0 || syn.objection().isEmpty()) {
            Optional<Finding> refused = refused(scene, syn);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.of(new BreakCause(scene).judge(syn, Stage.SYN));
    }

    private static String behind(Passage syn) {
        return syn.next() < 0
                ? syn.way().getLast().name()
                : syn.way().get(syn.next()).name();
    }

    /** A reset in the server's name from where the SYN stopped: the server itself never saw the SYN. */
    private static Optional<Finding> refused(Scene scene, Passage syn) {
        List<PointTrace> way = scene.way(Direction.FORWARD);
        boolean icmp = !new Rejections(scene)
                .about(Direction.FORWARD, IcmpError::prohibited)
                .isEmpty();
        for (int i = way.size() - 1; i >= 0 && !icmp; i--) {
            List<Observation> resets = way.get(i).packets(Direction.RETURN).stream()
                    .filter(REFUSAL)
                    .toList();
            if (!resets.isEmpty()) {
                Place place = syn.next() < 0 ? Place.at(way.getLast().device()) : syn.place();
                Cause cause = syn.next() < 0 ? Cause.SERVER_RST : Cause.REJECT_RST;
                if (syn.next() == syn.furthest() + 1 && !syn.inside()) {
                    return Optional.of(Finding.undecided(
                            "The SYN leaves " + syn.from().name() + " and a reset comes back there, although "
                                    + way.get(syn.next()).name()
                                    + " shows neither: a box between them resets, or that capture misses packets.",
                            Optional.of(way.get(syn.next()).name())));
                }
                return Optional.of(Finding.fails(
                        place,
                        Direction.FORWARD,
                        Stage.SYN,
                        cause,
                        Evidence.of(resets),
                        "The SYN is answered with a reset in the server's name " + place.words()
                                + "; the reset was not seen beyond "
                                + way.get(i).name() + "."));
            }
        }
        return Optional.empty();
    }
}
