package dev.wirewalk.diagnosis;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FlowKey;
import dev.wirewalk.match.Observation;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.packet.TcpView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides whether a capture could have shown a packet that it does not hold. Only then may its absence be called a No; else the
 * objection says why not.
 */
final class Guard {
    private final Scene scene;

    Guard(Scene scene) {
        this.scene = scene;
    }

    /**
     * Why the absence of packets at {@code point} proves nothing, or empty when it does.
     *
     * @param sentAt the last point that saw them
     * @param sent the packets as that point saw them
     */
    Optional<String> objection(PointTrace point, Direction direction, PointTrace sentAt, List<Observation> sent) {
        if (!point.sealed().isEmpty()) {
            return Optional.of("the capture at " + point.name() + " holds encrypted packets (" + point.sealed()
                    + "), in which the flow may travel");
        }
        if (!point.captured()) {
            return Optional.of("there is no capture from " + point.name());
        }
        if (scene.leaks().any(point)) {
            return Optional.of("the capture at " + point.name()
                    + " is known to miss packets: other points or the answers prove that they passed");
        }
        if (point.vague() > 0) {
            return Optional.of("the text from " + point.name() + " leaves out ports, TCP flags or lengths of "
                    + point.vague() + " packets of the flow, any of which could be this one");
        }
        if (scene.trace().decides(point)) {
            return Optional.of("the text from " + point.name() + " tells what " + point.device()
                    + " decided about some packets of the flow; others it may have passed without a word");
        }
        int flags = sent.isEmpty() ? TcpView.SYN : sent.getLast().flags();
        Optional<String> filtered = new FilteredCaptures(scene).objection(point, direction, flags);
        if (filtered.isPresent()) {
            return filtered;
        }
        List<FlowKey> strangers = point.strangers();
        if (!strangers.isEmpty() && point.flow().isEmpty()) {
            return Optional.of("flows under other addresses begin at " + point.name() + " ("
                    + strangers.stream().limit(3).map(FlowKey::text).collect(Collectors.joining(", "))
                    + "), one of which could be this flow after a translation");
        }
        return recording(point, sentAt, sent);
    }

    private Optional<String> recording(PointTrace point, PointTrace sentAt, List<Observation> sent) {
        if (untimed(sent) || point.firstNanos().isEmpty()) {
            return Optional.empty();
        }
        long offset = scene.clockOffset(sentAt, point, sent.getLast().nanos());
        long uncertainty = scene.clockUncertainty(sentAt, point, sent.getLast().nanos());
        long begin = point.firstNanos().getAsLong();
        if (begin > sent.getLast().nanos() + offset + uncertainty && beganLate(point)) {
            return Optional.of("the capture at " + point.name() + " begins at " + time(begin)
                    + ", after the packets passed " + sentAt.name());
        }
        long first = sent.getFirst().nanos() + offset;
        if (!point.warnings().isEmpty() && point.lastNanos().orElse(Long.MAX_VALUE) < first - uncertainty) {
            return Optional.of("the capture at " + point.name() + " is damaged and readable only up to "
                    + time(point.lastNanos().getAsLong()));
        }
        return Optional.empty();
    }

    /**
     * A quiet link's first frame is not when its capture began. It did begin late when the other end of the link heard a question
     * of ARP, which goes to everybody, before this file's first frame, and this file does not hold it.
     */
    private boolean beganLate(PointTrace point) {
        int index = scene.points().indexOf(point);
        for (int other : new int[] {index - 1, index + 1}) {
            if (other < 0 || other >= scene.points().size()) {
                continue;
            }
            PointTrace end = scene.points().get(other);
            long begin =
                    point.firstNanos().orElse(0) - scene.clockOffset(end, point) - scene.clockUncertainty(end, point);
            boolean unheard = !end.device().equals(point.device())
                    && end.neighbours().stream()
                            .anyMatch(asked -> asked.request()
                                    && asked.nanos() < begin
                                    && point.neighbours().stream()
                                            .noneMatch(heard -> heard.request()
                                                    && heard.sender().equals(asked.sender())
                                                    && heard.target().equals(asked.target())));
            if (unheard) {
                return true;
            }
        }
        return false;
    }

    /** Whether no moment is known at which the packets passed: many texts print no times. */
    private static boolean untimed(List<Observation> sent) {
        return sent.isEmpty() || sent.stream().anyMatch(packet -> packet.nanos() == Frame.NO_TIME);
    }

    /** What a No at {@code point} relies on, as sentences with their values. */
    List<String> assumptions(PointTrace point, Direction direction, PointTrace sentAt, List<Observation> sent) {
        List<String> assumptions = new ArrayList<>();
        assumptions.add(running(point, sentAt, sent));
        clocks(sentAt, point).ifPresent(assumptions::add);
        assumptions.add(
                point.packets(direction).isEmpty()
                        ? "The capture at " + point.name() + " is taken to show " + direction.word()
                                + " packets: it holds none of this flow, and nothing proves that it missed any."
                        : "The capture at " + point.name() + " shows other " + direction.word()
                                + " packets of this flow, and nothing proves that it missed any.");
        return assumptions;
    }

    private String running(PointTrace point, PointTrace sentAt, List<Observation> sent) {
        if (point.firstNanos().isEmpty()) {
            return "The capture at " + point.name()
                    + " is empty and is taken to have been running while the flow was tried: nothing shows when it"
                    + " ran.";
        }
        long begin = point.firstNanos().getAsLong();
        long end = point.lastNanos().orElse(begin);
        if (untimed(sent)) {
            return "The capture at " + point.name()
                    + " is taken to have been running while the flow was tried (its frames are" + " from " + time(begin)
                    + " to " + time(end) + ").";
        }
        long passed = sent.getFirst().nanos()
                + scene.clockOffset(sentAt, point, sent.getFirst().nanos());
        // The moment is an estimate through two clocks: said to the millisecond.
        String moment = time(Math.floorDiv(passed, 1_000_000L) * 1_000_000L);
        if (begin <= passed && passed <= end) {
            return "The capture at " + point.name() + " was running at " + moment + ": its frames are from "
                    + time(begin) + " to " + time(end)
                    + (scene.clockKnown(sentAt, point)
                            ? "."
                            : ", if its clock goes like that of " + sentAt.name() + ".");
        }
        return "The capture at " + point.name() + " is taken to have been running at " + moment
                + (begin > passed
                        ? " although its first frame is later (" + time(begin) + "): nothing shows that it began late."
                        : " although its last frame is earlier (" + time(end)
                                + "): nothing shows that it ended before.");
    }

    private Optional<String> clocks(PointTrace sentAt, PointTrace point) {
        long offset = scene.clockOffset(sentAt, point);
        long uncertainty = scene.clockUncertainty(sentAt, point);
        boolean agree = Math.abs(offset) <= uncertainty;
        if (sentAt == point) {
            return Optional.empty();
        }
        if (sentAt.device().equals(point.device()) && (agree || !scene.clockKnown(sentAt, point))) {
            return Optional.of(sentAt.name() + " and " + point.name() + " are on one device and share its clock.");
        }
        if (!scene.clockKnown(sentAt, point)) {
            return Optional.of("How far the clocks of " + sentAt.name() + " and " + point.name()
                    + " are apart is not known: too few packets were seen at both.");
        }
        long unit = 1000;
        while (unit * 10 <= uncertainty) {
            unit *= 10;
        }
        return Optional.of("The clocks of " + sentAt.name() + " and " + point.name() + " are "
                + Math.round((double) offset / unit) * unit / 1000 + " µs apart, give or take "
                + Math.ceilDiv(uncertainty, unit) * unit / 1000 + " µs.");
    }

    static String time(long nanos) {
        return Frame.instant(nanos).toString();
    }
}
