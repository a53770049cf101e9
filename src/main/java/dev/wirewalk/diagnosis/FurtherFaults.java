package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Faults beside the one that decides, each only when it stands by itself: what a fault brings about, such as waiting for what
 * was lost, is no second one.
 */
final class FurtherFaults {
    /** Faults that let the flow go on, and so can be seen beside another. */
    private static final Set<Cause> LIMPING = Set.of(
            Cause.RANDOM_LOSS,
            Cause.DUPLICATION,
            Cause.REORDERING,
            Cause.SERVER_OVERLOAD,
            Cause.CLIENT_SLOW,
            Cause.SERVER_SLOW);

    /** Those that are done to packets between two points; the others are done by an end. */
    private static final Set<Cause> ON_THE_WAY = Set.of(Cause.RANDOM_LOSS, Cause.DUPLICATION, Cause.REORDERING);

    /** What an end does not do because it is kept from it, or does not say any more. */
    private static final Set<Cause> SILENCING = Set.of(Cause.ZERO_WINDOW, Cause.SERVER_HANG, Cause.SERVER_CLOSED_EARLY);

    /** Where packets circle, wait for a hardware address or go to a wrong one, missing and doubled ones are its consequence. */
    private static final Set<Cause> SCATTERING = Set.of(Cause.ROUTING_LOOP, Cause.TTL_EXCEEDED, Cause.WRONG_DST_MAC);

    private final Scene scene;
    private final Finding first;
    private final List<Rule> rules;

    /** @param rules every rule, in the order of the catalogue */
    FurtherFaults(Scene scene, Finding first, List<Rule> rules) {
        this.scene = scene;
        this.first = first;
        this.rules = rules;
    }

    /**
     * The fault that the flow met first, where several only slow it down: handshake before data, data before application. A
     * question of ARP that had to be repeated comes before everything and slows down nothing that people notice.
     */
    Finding foremost() {
        return first.verdict().outcome() == Outcome.DEGRADED
                ? findings().stream()
                        .filter(found -> stage(found) > Stage.ARP.ordinal() && stage(found) < stage(first))
                        .min(Comparator.comparingInt(FurtherFaults::stage))
                        .orElse(first)
                : first;
    }

    private static int stage(Finding finding) {
        return finding.verdict().stage().map(Stage::ordinal).orElse(Stage.values().length);
    }

    /** In the order of the catalogue. */
    List<Verdict> list() {
        return findings().stream().map(Finding::verdict).toList();
    }

    private List<Finding> findings() {
        List<Finding> faults = new ArrayList<>();
        Verdict decided = first.verdict();
        if (decided.outcome() == Outcome.WORKS || decided.outcome() == Outcome.UNDECIDED) {
            return faults;
        }
        for (Rule rule : rules) {
            found(rule).stream()
                    .filter(found -> byItself(decided, found.verdict()))
                    .filter(found -> faults.stream()
                            .map(Finding::verdict)
                            .allMatch(known ->
                                    known.cause().equals(found.verdict().cause()) || byItself(known, found.verdict())))
                    .findFirst()
                    .ifPresent(faults::add);
        }
        return faults;
    }

    /** Loss where everything is lost is the first fault itself; there may be other loss before it. */
    private List<Finding> found(Rule rule) {
        return rule instanceof RandomLoss
                ? RandomLoss.all(scene)
                : rule.judge(scene).stream().toList();
    }

    private boolean byItself(Verdict decided, Verdict found) {
        Optional<Cause> cause = found.cause().filter(LIMPING::contains);
        if (found.outcome() != Outcome.DEGRADED
                || cause.isEmpty()
                || decided.cause().equals(cause)) {
            return false;
        }
        boolean onTheWay = ON_THE_WAY.contains(cause.get());
        if (onTheWay && samePlace(decided, found)) {
            return false;
        }
        boolean stopped = decided.outcome() == Outcome.FAILS
                && decided.stage().filter(Stage.APPLICATION::equals).isEmpty();
        if (stopped) {
            boolean scatters = decided.stage().equals(Optional.of(Stage.ARP))
                    || decided.cause().filter(SCATTERING::contains).isPresent();
            return onTheWay && !scatters && passedBefore(decided, found);
        }
        // A repetition comes late by nature: loss and overtaking on one way are one fault.
        boolean repeats = cause.get() == Cause.REORDERING
                && decided.cause().equals(Optional.of(Cause.RANDOM_LOSS))
                && decided.direction().equals(found.direction());
        return !repeats
                && (onTheWay || decided.cause().filter(SILENCING::contains).isEmpty());
    }

    /** What happens to packets at the same device, or on the same stretch, is one fault. */
    private static boolean samePlace(Verdict one, Verdict other) {
        return one.segment().equals(other.segment()) && one.device().equals(other.device());
    }

    /** Whether the packets had passed the found place before they came to the decided one. */
    private boolean passedBefore(Verdict decided, Verdict found) {
        if (!decided.direction().equals(found.direction())) {
            return decided.stage().filter(Stage.DATA::equals).isPresent();
        }
        Direction direction = decided.direction().orElse(Direction.FORWARD);
        List<PointTrace> way = scene.way(direction);
        int stop = entry(decided, direction, way);
        int end = exit(found, direction, way);
        return stop >= 0 && end >= 0 && end <= stop;
    }

    /** Index of the last point before the place, or in it, that packets passed. */
    private static int entry(Verdict verdict, Direction direction, List<PointTrace> way) {
        return verdict.device().isPresent()
                ? first(way, verdict.device().get())
                : verdict.segment()
                        .map(between -> named(way, direction == Direction.FORWARD ? between.from() : between.to()))
                        .orElse(-1);
    }

    /** Index of the point behind the place. */
    private static int exit(Verdict verdict, Direction direction, List<PointTrace> way) {
        return verdict.device().isPresent()
                ? last(way, verdict.device().get())
                : verdict.segment()
                        .map(between -> named(way, direction == Direction.FORWARD ? between.to() : between.from()))
                        .orElse(-1);
    }

    private static int first(List<PointTrace> way, String device) {
        for (int i = 0; i < way.size(); i++) {
            if (way.get(i).device().equals(device)) {
                return i;
            }
        }
        return -1;
    }

    private static int last(List<PointTrace> way, String device) {
        int reversed = first(way.reversed(), device);
        return reversed < 0 ? -1 : way.size() - 1 - reversed;
    }

    private static int named(List<PointTrace> way, String name) {
        for (int i = 0; i < way.size(); i++) {
            if (way.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
