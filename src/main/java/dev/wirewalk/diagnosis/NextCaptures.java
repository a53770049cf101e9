package dev.wirewalk.diagnosis;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Side;
import dev.wirewalk.filter.Transport;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FlowKey;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.FlowProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The capture that would tell most about what stayed open, at the point that splits the remaining suspects. */
final class NextCaptures {
    private final Scene scene;
    private final CaptureAdvice advice;

    NextCaptures(Scene scene, CaptureAdvice advice) {
        this.scene = scene;
        this.advice = advice;
    }

    List<NextCapture> after(Finding finding) {
        Verdict verdict = finding.verdict();
        if (verdict.outcome() == Outcome.WORKS) {
            return List.of();
        }
        boolean enough = verdict.stage().filter(Stage.APPLICATION::equals).isPresent();
        List<NextCapture> next = new ArrayList<>();
        Optional<PointTrace> best = point(finding);
        if (!enough) {
            best.ifPresent(point -> next.add(captured(point, finding)));
        }
        best.filter(_ -> enough)
                .or(() -> best.flatMap(point -> sender(verdict, point)))
                .map(point -> checked(point, verdict))
                .filter(looks -> !looks.checks().isEmpty())
                .ifPresent(next::add);
        return List.copyOf(next);
    }

    /** Who sends into the stretch where packets stay, when that is another device: its route and neighbours tell as much. */
    private Optional<PointTrace> sender(Verdict verdict, PointTrace besides) {
        boolean answers = verdict.direction().filter(Direction.RETURN::equals).isPresent();
        return verdict.segment()
                .flatMap(segment -> named(answers ? segment.to() : segment.from()))
                .filter(point -> !point.device().equals(besides.device()));
    }

    private NextCapture captured(PointTrace point, Finding finding) {
        return new NextCapture(
                point.name(),
                point.point().tool().orElse(""),
                filter(point).map(filter -> advice.steps(point.point(), filter)).orElse(List.of()),
                why(finding, point),
                checks(point, finding.verdict()));
    }

    /** Where another capture shows nothing new, the device itself does. */
    private NextCapture checked(PointTrace point, Verdict verdict) {
        return new NextCapture(
                point.name(),
                point.point().tool().orElse(""),
                List.of(),
                "No further capture is needed here; " + point.device() + " itself tells more.",
                checks(point, verdict));
    }

    private List<NextCheck> checks(PointTrace point, Verdict verdict) {
        return advice.checks(point.point(), new CheckPlaces(scene).at(point, verdict));
    }

    private String why(Finding finding, PointTrace point) {
        if (finding.verdict().outcome() == Outcome.UNDECIDED) {
            return "A capture of the whole attempt at " + point.name() + " settles what stayed open.";
        }
        return finding.verdict().device().isPresent()
                ? "Shows what " + point.device() + " does with the packets: try again while this runs."
                : "Shows whether the packets come to " + point.name()
                        + " the next time, or what lies before it keeps them.";
    }

    /** The point that the rule names; a point without capture inside the stretch; else the one behind the fault. */
    private Optional<PointTrace> point(Finding finding) {
        Optional<PointTrace> named = finding.lookAt().flatMap(this::named);
        return inside(finding)
                .or(() -> named)
                .or(() -> finding.verdict()
                        .device()
                        .flatMap(device -> scene.points().stream()
                                .filter(point -> point.device().equals(device))
                                .reduce((first, second) -> second)))
                .or(() -> finding.verdict()
                        .segment()
                        .flatMap(segment -> named(segment.to()).or(() -> named(segment.from()))));
    }

    private Optional<PointTrace> inside(Finding finding) {
        return finding.verdict().segment().flatMap(segment -> {
            List<PointTrace> between = new ArrayList<>();
            boolean open = false;
            for (PointTrace point : scene.points()) {
                open &= !point.name().equals(segment.to());
                if (open && !point.captured()) {
                    between.add(point);
                }
                open |= point.name().equals(segment.from());
            }
            return between.isEmpty() ? Optional.empty() : Optional.of(between.get(between.size() / 2));
        });
    }

    private Optional<PointTrace> named(String name) {
        return scene.points().stream()
                .filter(point -> point.name().equals(name))
                .findFirst();
    }

    /** The flow by the addresses that it has at the point, as far as they are known. */
    private Optional<Filter> filter(PointTrace point) {
        List<Filter> terms = new ArrayList<>();
        Optional<FlowKey> seen = point.flow().or(() -> scene.trace().flow());
        Optional<FlowHint> told = scene.trace().path().flow();
        if (seen.isEmpty() && told.isEmpty()) {
            return Optional.empty();
        }
        terms.add(new Filter.Host(
                Side.EITHER,
                seen.map(FlowKey::client).or(() -> told.map(FlowHint::client)).orElseThrow()));
        terms.add(new Filter.Host(
                Side.EITHER,
                seen.map(FlowKey::server).or(() -> told.map(FlowHint::server)).orElseThrow()));
        int port = seen.map(FlowKey::serverPort)
                .orElseGet(() -> told.map(hint -> hint.port().orElse(-1)).orElse(-1));
        if (scene.protocol() != FlowProtocol.ICMP && port >= 0) {
            Transport transport = scene.tcp() ? Transport.TCP : Transport.UDP;
            terms.add(new Filter.Port(transport, Side.EITHER, port, port));
        }
        return Optional.of(Filter.all(terms));
    }
}
