package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.NeighbourMessage;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why packets that reached one point did not come to the next: from what was seen around the break. */
final class BreakCause {
    private final Scene scene;
    private final Neighbours neighbours;

    BreakCause(Scene scene) {
        this.scene = scene;
        this.neighbours = new Neighbours(scene);
    }

    /** The finding for packets that were sent and did not arrive; undecided when the captures could not show them. */
    Finding judge(Passage passage, Stage stage) {
        Direction direction = passage.direction();
        Optional<Finding> poisoned = poisoned(passage, stage);
        if (poisoned.isPresent()) {
            return poisoned.get();
        }
        if (passage.next() >= 0 && passage.objection().isPresent()) {
            Optional<Finding> told = new Rejections(scene).judge(direction, stage, false);
            return told.orElseGet(() -> suspicion(passage, stage));
        }
        boolean looping = looping(passage);
        Optional<Finding> inside =
                passage.inside() ? new ArpInquiry(scene).judge(direction, passage.next()) : Optional.empty();
        return inside.or(() -> new Rejections(scene).judge(direction, stage, looping))
                .or(() -> loop(passage, stage, looping))
                .or(() -> wrongHardware(passage, stage))
                .or(() -> passage.inside() ? Optional.of(atDevice(passage, stage)) : Optional.empty())
                .orElseGet(() -> onLink(passage, stage));
    }

    private Finding atDevice(Passage passage, Stage stage) {
        Direction direction = passage.direction();
        String device = passage.from().device();
        if (stage == Stage.SYN && scene.trace().earlier() > 0) {
            return fail(
                    passage,
                    stage,
                    Cause.PORT_REUSE,
                    "an earlier connection used the same ports, and " + device + " does not pass the new SYN on");
        }
        if (blind(device, direction.opposite()) && stage != Stage.SYN) {
            return fail(
                    passage,
                    stage,
                    Cause.ASYMMETRIC_STATE,
                    device
                            + " does not see the other direction of the connection, which takes another path, and drops this one");
        }
        Receivers receivers = new Receivers(scene);
        List<Observation> here = passage.seen().get(passage.furthest());
        String stops = "The " + name(stage) + " comes to " + passage.from().name() + " and does not go on. Either "
                + device + " drops it, or it never took it in: ";
        Optional<String> doubt = receivers.doubt(direction, passage.furthest(), here);
        if (doubt.isPresent()) {
            return unheard(direction, passage.furthest(), passage.evidence(), stage, stops + doubt.get() + ".");
        }
        return fail(
                passage,
                stage,
                Cause.SILENT_DROP,
                device + " takes the " + name(stage) + " in, does not send it out, and tells nobody");
    }

    /** Whether no point of the device lies on that direction's way. */
    private boolean blind(String device, Direction direction) {
        return scene.way(direction).stream().noneMatch(point -> point.device().equals(device));
    }

    /** What the captures would say if the one that objects were sound. */
    private Finding suspicion(Passage passage, Stage stage) {
        Cause cause = passage.inside() ? Cause.SILENT_DROP : Cause.LINK_LOSS;
        String reason = "The captures do not tell how far the " + name(stage) + " came: "
                + passage.objection().orElseThrow() + ".";
        return suspected(passage, stage, cause, reason)
                .lookingAt(passage.way().get(passage.next()).name());
    }

    private Finding onLink(Passage passage, Stage stage) {
        if (passage.next() < 0) {
            return unseen(passage, stage);
        }
        String beyond = passage.way().get(passage.next()).name();
        return fail(
                        passage,
                        stage,
                        Cause.LINK_LOSS,
                        "the " + name(stage) + " leaves " + passage.from().name() + " and never arrives at " + beyond)
                .lookingAt(beyond);
    }

    /** No capture lies behind the last point that shows the packet: nothing could have shown that it went on. */
    private Finding unseen(Passage passage, Stage stage) {
        PointTrace end = passage.way().getLast();
        Optional<Finding> untold = passage.direction() == Direction.FORWARD
                ? UntoldTranslation.suspicion(
                        scene,
                        "The " + name(stage) + " passes " + passage.from().name() + " and no answer comes back")
                : Optional.empty();
        if (untold.isPresent()) {
            return untold.get();
        }
        String reason = "The " + name(stage) + " passes " + passage.from().name()
                + " and the flow does not go on, but there is no capture behind it: the packet may be lost on the way to "
                + end.device() + " or get no answer there, or the answer may be lost (" + scene.flowText() + ").";
        return suspected(passage, stage, Cause.LINK_LOSS, reason).lookingAt(end.name());
    }

    private static Finding suspected(Passage passage, Stage stage, Cause cause, String reason) {
        return Finding.suspected(passage.place(), passage.direction(), stage, cause, passage.evidence(), reason);
    }

    private Finding fail(Passage passage, Stage stage, Cause cause, String words) {
        return Finding.fails(
                passage.place(),
                passage.direction(),
                stage,
                cause,
                passage.evidence(),
                capital(words) + " (" + scene.flowText() + ").");
    }

    /** The same packet again and again with falling TTL: it goes back and forth between two boxes. */
    private static boolean looping(Passage passage) {
        for (List<Observation> seen : passage.seen()) {
            for (Observation packet : seen) {
                Set<Integer> lives = new HashSet<>();
                seen.stream()
                        .filter(other -> other.identification() == packet.identification()
                                && other.sequence() == packet.sequence()
                                && other.payloadLength() == packet.payloadLength())
                        .forEach(other -> lives.add(other.ttl()));
                if (lives.size() >= 3) {
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<Finding> loop(Passage passage, Stage stage, boolean looping) {
        String device = turning(passage);
        return looping
                ? Optional.of(Finding.fails(
                        Place.at(device),
                        passage.direction(),
                        stage,
                        Cause.ROUTING_LOOP,
                        passage.evidence(),
                        device + " sends the packet back where it came from, until its TTL is used up."))
                : Optional.empty();
    }

    /** The device that sends a circling packet back: the one it came into last, be it without a capture there. */
    private static String turning(Passage passage) {
        int last = passage.furthest();
        boolean leaves = last > 0
                && passage.way().get(last - 1).device().equals(passage.from().device());
        boolean hidden =
                last + 1 < passage.way().size() && !passage.way().get(last + 1).captured();
        return (leaves || last == 0) && hidden
                ? passage.way().get(last + 1).device()
                : passage.from().device();
    }

    private Optional<Finding> wrongHardware(Passage passage, Stage stage) {
        int sender = passage.inside() ? passage.furthest() - 1 : passage.furthest();
        return wrongHardware(passage.direction(), sender, passage.seen().get(passage.furthest()), stage);
    }

    /** Frames to a hardware address that told their sender again and again, unasked, to be the next hop: a poisoned entry. */
    private Optional<Finding> poisoned(Passage passage, Stage stage) {
        int sender = passage.furthest() - (passage.inside() ? 1 : 0);
        List<PointTrace> way = passage.way();
        if (sender < 0 || sender + 1 >= way.size() || passage.seen().get(sender).isEmpty()) {
            return Optional.empty();
        }
        PointTrace near = way.get(sender);
        long mac = passage.seen().get(sender).getLast().destinationMac();
        List<NeighbourMessage> claims = near.neighbours().stream()
                .filter(claim -> !claim.request() && claim.senderMac() == mac)
                .filter(claim -> !claim.sender().equals(claim.target()))
                .filter(claim -> near.neighbours().stream()
                        .noneMatch(asked -> asked.request() && asked.target().equals(claim.sender())))
                .toList();
        return near.device().equals(way.get(sender + 1).device()) || claims.size() < 2
                ? Optional.empty()
                : Optional.of(Finding.fails(
                        Place.at(near.device()),
                        passage.direction(),
                        opening(stage),
                        Cause.WRONG_DST_MAC,
                        Evidence.ofNeighbours(claims),
                        near.device() + " sends to " + mac(mac) + ", which told it again and again, unasked, to be "
                                + claims.getFirst().sender() + "."));
    }

    /** Frames to a hardware address that is not the next hop's: the sender has a wrong entry for it. */
    Optional<Finding> wrongHardware(Direction direction, int sender, List<Observation> seen, Stage stage) {
        List<PointTrace> way = scene.way(direction);
        if (sender < 0 || sender + 1 >= way.size()) {
            return Optional.empty();
        }
        PointTrace near = way.get(sender);
        PointTrace far = way.get(sender + 1);
        if (near.device().equals(far.device())) {
            return Optional.empty();
        }
        Set<Long> right = neighbours.hardware(far);
        if (right.isEmpty()) {
            // What the near end was told is second best: a poisoned answer was heard there as well.
            right.addAll(heardFrom(near, far));
        }
        boolean wrong = !right.isEmpty()
                && !seen.isEmpty()
                && seen.stream()
                        .allMatch(packet -> packet.destinationMac() >= 0 && !right.contains(packet.destinationMac()));
        if (!wrong) {
            return Optional.empty();
        }
        String words = near.device() + " sends to the hardware address "
                + mac(seen.getFirst().destinationMac()) + ", which is not that of " + far.device();
        Optional<Finding> untold = direction == Direction.RETURN && sender == 0
                ? UntoldTranslation.suspicion(scene, words)
                : Optional.empty();
        return untold.or(() -> Optional.of(Finding.fails(
                Place.at(near.device()),
                direction,
                opening(stage),
                Cause.WRONG_DST_MAC,
                Evidence.of(seen),
                words + ".")));
    }

    /**
     * Frames for a hardware address that nobody asked for and that never says a word: a host that sends to its true next hop
     * has asked for it, so the sender's own entry is suspected first.
     *
     * @param index of the point on that direction's way that the frames come to
     */
    Finding unheard(Direction direction, int index, List<Evidence> evidence, Stage stage, String reason) {
        PointTrace sender = scene.way(direction).get(index - 1);
        return Finding.suspected(
                        Place.at(sender.device()), direction, opening(stage), Cause.WRONG_DST_MAC, evidence, reason)
                .lookingAt(scene.way(direction).get(index).name());
    }

    /** A wrong hardware address stops the very first packet of a handshake that its sender makes. */
    private static Stage opening(Stage stage) {
        return stage == Stage.SYNACK || stage == Stage.ACK ? Stage.SYN : stage;
    }

    /** What the far device's addresses were said to be at the near end of the same link. */
    private Set<Long> heardFrom(PointTrace near, PointTrace far) {
        Set<Long> macs = new HashSet<>();
        for (NeighbourMessage message : near.neighbours()) {
            if (neighbours.addresses(far).contains(message.sender())) {
                macs.add(message.senderMac());
            }
        }
        return macs;
    }

    static String mac(long address) {
        StringBuilder text = new StringBuilder();
        for (int shift = 40; shift >= 0; shift -= 8) {
            text.append(text.isEmpty() ? "" : ":").append(String.format("%02x", address >>> shift & 0xFF));
        }
        return text.toString();
    }

    static String name(Stage stage) {
        return switch (stage) {
            case ARP -> "question";
            case SYN -> "SYN";
            case SYNACK -> "SYN/ACK";
            case ACK -> "ACK";
            case DATA, APPLICATION -> "data";
        };
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
