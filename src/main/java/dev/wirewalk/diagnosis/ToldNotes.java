package dev.wirewalk.diagnosis;

import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.match.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the words of a device and the packets disagree; the packets count. */
final class ToldNotes {
    /** Words by which devices say that they let a packet go, at the end of all checks. */
    private static final List<String> ALLOWED = List.of("allowed by", "permitted by", "action: allow", "action fwd");

    private final Scene scene;
    private final ToldDrops drops;
    private final DropBelief belief;

    ToldNotes(Scene scene) {
        this.scene = scene;
        this.drops = new ToldDrops(scene);
        this.belief = new DropBelief(scene);
    }

    /** @param verdict what the packets tell */
    List<CaptureIssue> issues(Verdict verdict) {
        List<CaptureIssue> issues = new ArrayList<>();
        for (PointTrace point : scene.points()) {
            dropButSeen(point).or(() -> allowedButGone(point, verdict)).ifPresent(issues::add);
        }
        return issues;
    }

    private Optional<CaptureIssue> dropButSeen(PointTrace point) {
        return remarks(point).stream()
                .filter(remark -> remark.kind() == TextEvent.Kind.DROP)
                .flatMap(drop -> belief
                        .objection(drop)
                        .map(reason -> issue(
                                point,
                                "The text says of a packet that it was dropped: " + drops.words(drop) + ". But "
                                        + reason + ": the drop is not believed."))
                        .stream())
                .findFirst();
    }

    private Optional<CaptureIssue> allowedButGone(PointTrace point, Verdict verdict) {
        boolean here = verdict.outcome() == Outcome.FAILS
                && verdict.cause().equals(Optional.of(Cause.SILENT_DROP))
                && verdict.device().equals(Optional.of(point.device()));
        List<Remark> ours = remarks(point).stream()
                .filter(remark ->
                        verdict.direction().equals(Optional.of(remark.packet().direction())))
                .toList();
        boolean dropped = ours.stream().anyMatch(remark -> remark.kind() == TextEvent.Kind.DROP);
        return !here || dropped
                ? Optional.empty()
                : ours.stream()
                        .filter(ToldNotes::allows)
                        .reduce((first, second) -> second)
                        .map(allowed -> issue(
                                point,
                                "The text says of a packet that it was let through: " + allowed.words()
                                        + ". But the capture behind does not show it leaving " + point.device()
                                        + ", so that is not believed: what happens after the policy drops it, or"
                                        + " another packet is meant."));
    }

    private static boolean allows(Remark remark) {
        String text = remark.text().toLowerCase(Locale.ROOT);
        return remark.kind() == TextEvent.Kind.POLICY && ALLOWED.stream().anyMatch(text::contains);
    }

    private List<Remark> remarks(PointTrace point) {
        return scene.trace().remarks().stream()
                .filter(remark -> remark.point().equals(point.name()))
                .toList();
    }

    private static CaptureIssue issue(PointTrace point, String text) {
        return new CaptureIssue(point.name(), CaptureIssue.Kind.TEXT_CONTRADICTED, text);
    }
}
