package dev.wirewalk.diagnosis;

import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.match.Remark;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Drops that a device itself tells of, in its own words: they make the place of a drop certain and give its reason. Packets
 * outweigh words: what was seen behind the device was not dropped there.
 */
final class ToldDrops {
    /** What a device says of one packet in more lines than these, it says twice. */
    private static final int WORDS_SHOWN = 3;

    private final Scene scene;
    private final DropBelief belief;

    ToldDrops(Scene scene) {
        this.scene = scene;
        this.belief = new DropBelief(scene);
    }

    /** The finding with the reason that a device gives; or the drop itself, where the packets leave the place open. */
    Finding beside(Finding seen) {
        Verdict verdict = seen.verdict();
        boolean open = verdict.outcome() == Outcome.UNDECIDED;
        if ((!open && verdict.outcome() != Outcome.FAILS) || verdict.stage().equals(Optional.of(Stage.APPLICATION))) {
            return seen;
        }
        for (Direction direction : verdict.direction().map(List::of).orElse(List.of(Direction.values()))) {
            for (PointTrace point : scene.way(direction)) {
                Optional<Remark> drop = last(point, direction);
                if (drop.isPresent() && belief.objection(drop.get()).isEmpty()) {
                    if (!open && verdict.device().equals(Optional.of(point.device()))) {
                        return reasoned(seen, point, drop.get());
                    }
                    if (open || lostBeside(verdict, point.device())) {
                        return dropped(seen, point, drop.get());
                    }
                }
            }
        }
        return open ? seen : inspected(seen);
    }

    /** Without a word about the drop, the place inside the device at which the packet was seen last. */
    private Finding inspected(Finding seen) {
        Verdict verdict = seen.verdict();
        Optional<String> sentence = verdict.device()
                .flatMap(device -> verdict.direction()
                        .flatMap(direction -> verdict.stage()
                                .flatMap(stage -> new InspectionStop(scene)
                                        .sentence(device, direction, packet -> stage(packet) == stage)
                                        .or(() -> lastSeen(device, direction)))));
        return sentence.filter(
                        _ -> verdict.cause().filter(Cause.SILENT_DROP::equals).isPresent())
                .map(words -> seen.saying(withoutStop(verdict.summary()) + ". " + words + "."))
                .orElse(seen);
    }

    /** A log of rules without verdicts still tells behind which rule nothing more is said of the packet. */
    private Optional<String> lastSeen(String device, Direction direction) {
        return scene.trace().remarks().stream()
                .filter(remark -> remark.kind() == TextEvent.Kind.NOTE
                        && remark.text().startsWith("last seen at ")
                        && remark.packet().direction() == direction
                        && scene.trace().trace(remark.point()).device().equals(device))
                .reduce((first, second) -> second)
                .map(remark -> "Inside " + device + " it is " + remark.words());
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** The drop that the finding rests on. */
    Optional<Remark> behind(Finding finding) {
        return scene.trace().remarks().stream()
                .filter(remark -> remark.kind() == TextEvent.Kind.DROP
                        && finding.evidence().stream()
                                .findFirst()
                                .filter(Evidence.of(List.of(remark.packet())).getFirst()::equals)
                                .isPresent())
                .reduce((first, second) -> second);
    }

    /** Every drop that is told at a point of this device's, in the order of lines. */
    private List<Remark> drops(PointTrace point, Direction direction) {
        return scene.trace().remarks().stream()
                .filter(remark -> remark.point().equals(point.name())
                        && remark.kind() == TextEvent.Kind.DROP
                        && remark.packet().direction() == direction
                        // What ends a connection is dropped when the device has forgotten it, and nobody misses it.
                        && !remark.packet().reset())
                .toList();
    }

    /** The last drop, when the device lets no later packet of this direction pass in the same text. */
    private Optional<Remark> last(PointTrace point, Direction direction) {
        List<Remark> drops = drops(point, direction);
        if (drops.isEmpty()) {
            return Optional.empty();
        }
        Remark last = drops.getLast();
        boolean passesLater = scene.trace().remarks().stream()
                .anyMatch(remark -> remark.kind() == TextEvent.Kind.POLICY
                        && remark.point().equals(point.name())
                        && isLater(remark, last)
                        && drops.stream().noneMatch(drop -> samePacket(drop, remark)));
        return passesLater ? Optional.empty() : Optional.of(last);
    }

    private static boolean isLater(Remark remark, Remark drop) {
        Observation packet = remark.packet();
        return remark.file().equals(drop.file())
                && packet.frame() > drop.packet().frame()
                && packet.direction() == drop.packet().direction();
    }

    private static boolean samePacket(Remark one, Remark other) {
        return one.file().equals(other.file())
                && one.packet().frame() == other.packet().frame();
    }

    /** All that the device says of this packet's drop, each thing once, with the place of the last line. */
    String words(Remark drop) {
        Set<String> told = new LinkedHashSet<>();
        scene.trace().remarks().stream()
                .filter(remark -> remark.kind() == TextEvent.Kind.DROP
                        && samePacket(remark, drop)
                        && remark.point().equals(drop.point()))
                .map(Remark::text)
                .limit(WORDS_SHOWN)
                .forEach(told::add);
        told.remove(drop.text());
        String before = told.isEmpty() ? "" : String.join("; ", told) + "; ";
        String all = before + drop.words();
        return all + DropReason.of(all).map(reason -> ": " + reason.meaning()).orElse("");
    }

    private boolean lostBeside(Verdict verdict, String device) {
        return verdict.cause().filter(ToldDrops::silent).isPresent()
                && verdict.segment()
                        .filter(between -> isAt(between.from(), device) || isAt(between.to(), device))
                        .isPresent();
    }

    /** A stretch ends at a point, or at a device without a capture. */
    private boolean isAt(String end, String device) {
        return end.equals(device)
                || scene.points().stream()
                        .anyMatch(point ->
                                point.name().equals(end) && point.device().equals(device));
    }

    private static boolean silent(Cause cause) {
        return cause == Cause.LINK_LOSS || cause == Cause.MTU_BLACKHOLE || cause == Cause.FRAGMENT_DROP;
    }

    private Finding reasoned(Finding seen, PointTrace point, Remark drop) {
        Verdict verdict = seen.verdict();
        return with(
                seen,
                new Verdict(
                        Outcome.FAILS,
                        verdict.segment(),
                        verdict.device(),
                        verdict.direction(),
                        verdict.stage(),
                        verdict.cause()
                                .filter(cause -> cause != Cause.SILENT_DROP
                                        && (cause != Cause.SERVER_SILENT || isServer(point.device())))
                                .or(() -> verdict.direction()
                                        .map(way -> byReason(
                                                point.device(),
                                                way,
                                                verdict.stage().orElse(Stage.DATA),
                                                words(drop)))),
                        withoutStop(verdict.summary()) + ". It was dropped inside " + point.device() + ": "
                                + words(drop) + "."),
                drop);
    }

    private Finding dropped(Finding seen, PointTrace point, Remark drop) {
        Direction direction = drop.packet().direction();
        Stage stage = seen.verdict()
                .stage()
                .filter(_ -> seen.verdict().direction().equals(Optional.of(direction)))
                .orElseGet(() -> stage(drop.packet()));
        Finding found = Finding.fails(
                Place.at(point.device()),
                direction,
                stage,
                cause(point.device(), direction, stage, words(drop)),
                List.of(),
                "The " + what(stage) + " is dropped inside " + point.device() + ": " + words(drop) + " ("
                        + scene.flowText() + ").");
        return with(new Finding(found.verdict(), seen.evidence(), Optional.of(point.name())), found.verdict(), drop);
    }

    private String what(Stage stage) {
        return scene.tcp() ? BreakCause.name(stage) : "packet";
    }

    private static Finding with(Finding seen, Verdict verdict, Remark drop) {
        List<Evidence> evidence = new ArrayList<>(Evidence.of(List.of(drop.packet())));
        evidence.addAll(seen.evidence());
        return new Finding(verdict, evidence, seen.lookAt());
    }

    /** A text often leaves the flags out: then what was seen of the handshake tells what the packet must be. */
    private Stage stage(Observation packet) {
        if (!scene.tcp() || packet.payloadLength() > 0) {
            return Stage.DATA;
        }
        if (packet.direction() == Direction.FORWARD) {
            boolean answered = scene.signalled(Direction.RETURN, Observation::synAck);
            return packet.syn() || (packet.flags() == 0 && !answered) ? Stage.SYN : answered ? Stage.ACK : Stage.DATA;
        }
        boolean shaken = scene.seen(Direction.FORWARD, Kinds::established);
        return packet.synAck() || (packet.flags() == 0 && !shaken) ? Stage.SYNACK : Stage.DATA;
    }

    private Cause cause(String device, Direction direction, Stage stage, String words) {
        if (isServer(device) && direction == Direction.FORWARD) {
            return Cause.SERVER_SILENT;
        }
        boolean blind = scene.way(direction.opposite()).stream()
                .noneMatch(point -> point.device().equals(device));
        return blind && stage != Stage.SYN ? Cause.ASYMMETRIC_STATE : byReason(device, direction, stage, words);
    }

    /** The end of the path, unless nothing but this device was captured. */
    private boolean isServer(String device) {
        return scene.way(Direction.FORWARD).getLast().device().equals(device)
                && scene.points().stream().anyMatch(point -> !point.device().equals(device));
    }

    /** What the packets alone cannot tell: they show no more than that it went in and did not come out. */
    private Cause byReason(String device, Direction direction, Stage stage, String words) {
        DropReason reason = DropReason.of(words).orElse(DropReason.POLICY);
        boolean answersSeen = scene.points().stream()
                .anyMatch(point -> point.device().equals(device)
                        && !point.packets(direction.opposite()).isEmpty());
        return switch (reason) {
            case NEIGHBOUR -> Cause.ARP_UNANSWERED;
            case LIFE -> Cause.TTL_EXCEEDED;
            case SIZE -> stage == Stage.DATA ? Cause.MTU_BLACKHOLE : Cause.SILENT_DROP;
            case STATE -> stage == Stage.SYN || answersSeen ? Cause.SILENT_DROP : Cause.ASYMMETRIC_STATE;
            case TRANSLATION, SOURCE, ROUTE, TUNNEL, LOAD, INSPECTION, POLICY -> Cause.SILENT_DROP;
        };
    }
}
