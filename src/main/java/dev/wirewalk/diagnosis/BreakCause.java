package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why packets that reached one point did not come to the next: from what was seen around the break. */
final class BreakCause {
    private final Scene scene;
    private final WrongHardware hardware;

    BreakCause(Scene scene) {
        this.scene = scene;
        this.hardware = new WrongHardware(scene);
    }

    /** The finding for packets that were sent and did not arrive; undecided when the captures could not show them. */
    Finding judge(Passage passage, Stage stage) {
        Direction direction = passage.direction();
        Optional<Finding> poisoned = hardware.poisoned(passage, stage);
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
                .or(() -> hardware.wrong(passage, stage))
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
            return hardware.unheard(
                    direction, passage.furthest(), passage.evidence(), stage, stops + doubt.get() + ".");
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
        Set<String> boxes = passage.boxesBetween();
        return fail(
                        passage,
                        stage,
                        Cause.LINK_LOSS,
                        "the " + name(stage) + (boxes.isEmpty() ? " leaves " : " passes ")
                                + passage.from().name() + " and never arrives at " + beyond
                                + (boxes.isEmpty()
                                        ? ""
                                        : ": a link on the way loses it, or " + String.join(" or ", boxes)
                                                + " drops it"))
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
                + " and the flow does not go on, but " + behind(passage) + ": the packet may be lost on the way to "
                + end.device() + " or get no answer there, or the answer may be lost (" + scene.flowText() + ").";
        return suspected(passage, stage, Cause.LINK_LOSS, reason).lookingAt(end.name());
    }

    private static String behind(Passage passage) {
        return passage.way().stream()
                .skip(passage.furthest() + 1L)
                .filter(point -> !point.sealed().isEmpty())
                .findFirst()
                .map(point -> point.name() + " shows encrypted packets only (" + point.sealed()
                        + "), in which it may travel, and there is no other capture behind it")
                .orElse("there is no capture behind it");
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
        if (!looping) {
            return Optional.empty();
        }
        Place place = turning(passage);
        String turner = place.device().orElse("A box " + place.words());
        return Optional.of(Finding.fails(
                place,
                passage.direction(),
                stage,
                Cause.ROUTING_LOOP,
                passage.evidence(),
                turner + " sends the packet back where it came from, until its TTL is used up."));
    }

    /** The device that sends a circling packet back: the one it came into last, be it without a capture there. */
    private static Place turning(Passage passage) {
        int last = passage.furthest();
        boolean leaves = last == 0
                || passage.way().get(last - 1).device().equals(passage.from().device());
        if (!leaves || last + 1 == passage.way().size()) {
            return Place.at(passage.from().device());
        }
        PointTrace beyond = passage.way().get(last + 1);
        // A capture at the other end of the link would show the packet: there must be something in between.
        return beyond.captured()
                ? Place.passing(passage.direction(), passage.from(), beyond)
                : Place.at(beyond.device());
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
