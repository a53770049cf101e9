package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the captures: it limits every other statement, so it is said first. */
final class CaptureIssues {
    /** Clocks that a time service keeps differ by less. */
    private static final long SKEW_NANOS = 50_000_000L;

    /** A text that prints no date, or no year, seems to be of 1970. */
    private static final long SOME_YEAR_NANOS = 366L * 24 * 3600 * 1_000_000_000L;

    private final Scene scene;

    CaptureIssues(Scene scene) {
        this.scene = scene;
    }

    /** @param verdict what the packets tell */
    List<CaptureIssue> list(Verdict verdict) {
        List<CaptureIssue> issues = new ArrayList<>();
        for (PointTrace point : scene.points()) {
            if (!point.captured()) {
                issues.add(issue(point, CaptureIssue.Kind.NO_CAPTURE, blind(point)));
                continue;
            }
            point.warnings().forEach(text -> issues.add(issue(point, CaptureIssue.Kind.DAMAGED_FILE, text)));
            if (point.cut() > 0) {
                issues.add(
                        issue(
                                point,
                                CaptureIssue.Kind.SNAPLEN,
                                point.cut()
                                        + " packets are cut by the snapshot length. Capture them whole to see what they carry."));
            }
            if (point.doubled() > 0) {
                issues.add(issue(
                        point,
                        CaptureIssue.Kind.EVERY_PACKET_TWICE,
                        point.doubled() + " packets are there twice; the copies are left out."));
            }
            missing(point, issues);
        }
        skew(issues);
        issues.addAll(new FilteredCaptures(scene).issues(verdict));
        issues.addAll(new ToldNotes(scene).issues(verdict));
        return issues;
    }

    private static String blind(PointTrace point) {
        if (point.point().files().isEmpty()) {
            return "There is no file from this point.";
        }
        if (!point.sealed().isEmpty()) {
            return "The capture holds encrypted packets (" + point.sealed()
                    + "), in which the flow may travel: it cannot"
                    + " show it. Capture where the flow comes in before it is encrypted, or what the box says of it.";
        }
        return point.warnings().isEmpty()
                ? "The text shows only some of the packets that pass the device, as those that it decides about, and none of"
                        + " this flow: it does not show whether the flow came by."
                : String.join("; ", point.warnings()) + ".";
    }

    private void missing(PointTrace point, List<CaptureIssue> issues) {
        if (!point.warnings().isEmpty()) {
            // What a damaged file lacks is said already.
            return;
        }
        long forward = scene.leaks().at(point, Direction.FORWARD);
        long back = scene.leaks().at(point, Direction.RETURN);
        boolean oneWay = (forward > 0
                        && point.packets(Direction.FORWARD).isEmpty()
                        && !point.packets(Direction.RETURN).isEmpty())
                || (back > 0
                        && point.packets(Direction.RETURN).isEmpty()
                        && !point.packets(Direction.FORWARD).isEmpty());
        if (oneWay) {
            issues.add(issue(
                    point,
                    CaptureIssue.Kind.ONE_DIRECTION_ONLY,
                    "The capture shows one direction only; other points prove that the other one passed. Capture both"
                            + " directions of the interface."));
        } else if (forward + back > 0) {
            issues.add(issueOfGap(point));
        }
    }

    private CaptureIssue issueOfGap(PointTrace point) {
        if (late(point)) {
            return issue(
                    point,
                    CaptureIssue.Kind.STARTED_LATE,
                    "The capture began after the flow did. Start it before the next attempt.");
        }
        return stopped(point)
                ? issue(
                        point,
                        CaptureIssue.Kind.STOPPED_EARLY,
                        "The capture ended before the flow did. Let it run until the attempt is over, without a limit"
                                + " of packets.")
                : issue(
                        point,
                        CaptureIssue.Kind.PACKETS_MISSING_FROM_CAPTURE,
                        "The capture does not hold packets that later points or the answers prove. Give it a larger"
                                + " buffer or a narrower filter.");
    }

    /** The flow went on elsewhere behind this file's last frame, and up to there nothing of it is missing. */
    private boolean stopped(PointTrace point) {
        return point.lastNanos().isPresent()
                && scene.points().stream()
                        .filter(other -> other != point && !other.packets().isEmpty())
                        .anyMatch(other -> goesOn(other, point) && complete(other, point));
    }

    /** This point's last frame, by the other's clock, as early as it may have been and as late. */
    private long[] end(PointTrace other, PointTrace point) {
        long last = point.lastNanos().orElseThrow() - scene.clockOffset(other, point);
        long uncertainty = scene.clockUncertainty(other, point);
        return new long[] {last - uncertainty, last + uncertainty};
    }

    private boolean goesOn(PointTrace other, PointTrace point) {
        return other.packets().getLast().nanos() > end(other, point)[1];
    }

    /** Not fewer packets here than the other point saw up to the end. */
    private boolean complete(PointTrace other, PointTrace point) {
        long before = other.packets().stream()
                .filter(packet -> packet.nanos() < end(other, point)[0])
                .count();
        return point.packets().size() >= before;
    }

    /** The flow was under way elsewhere before this file's first frame. */
    private boolean late(PointTrace point) {
        return scene.points().stream()
                .filter(other -> other != point && !other.packets().isEmpty())
                .anyMatch(other -> point.firstNanos().isPresent()
                        && other.packets().getFirst().nanos()
                                        + scene.clockOffset(other, point)
                                        + scene.clockUncertainty(other, point)
                                < point.firstNanos().getAsLong());
    }

    /** A point whose clock differs from the first point's; without a date there is no telling how far. */
    private void skew(List<CaptureIssue> issues) {
        List<PointTrace> captured = scene.points().stream()
                .filter(point -> point.captured() && point.lastNanos().orElse(0) >= SOME_YEAR_NANOS)
                .toList();
        for (PointTrace point : captured.isEmpty() ? captured : captured.subList(1, captured.size())) {
            long offset = scene.clockOffset(captured.getFirst(), point);
            if (Math.abs(offset) > SKEW_NANOS + scene.clockUncertainty(captured.getFirst(), point)) {
                issues.add(issue(
                        point,
                        CaptureIssue.Kind.CLOCK_SKEW,
                        "The clock is " + offset / 1_000_000 + " ms ahead of that of "
                                + captured.getFirst().name() + ". Times are compared without this; a time service on"
                                + " both would keep them together."));
            }
        }
    }

    private static CaptureIssue issue(PointTrace point, CaptureIssue.Kind kind, String text) {
        return new CaptureIssue(point.name(), kind, text);
    }
}
