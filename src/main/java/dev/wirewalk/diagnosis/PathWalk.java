package dev.wirewalk.diagnosis;

import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.FlowKey;
import dev.wirewalk.match.FlowReader;
import dev.wirewalk.match.FlowTrace;
import dev.wirewalk.match.Journeys;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.topology.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** Reads the capture files of a path, follows one flow, asks every question and concludes. Holds no state between walks. */
public final class PathWalk implements Walk {
    private final CaptureAdvice advice;

    /** @param advice makes the steps of the next capture */
    public PathWalk(CaptureAdvice advice) {
        this.advice = advice;
    }

    @Override
    public WalkResult walk(Path path, List<HandAnswer> answers, WalkProgress progress) {
        FlowTrace trace = read(path, progress);
        Scene scene = new Scene(trace, advice);
        List<Rule> rules = Catalogue.rules(scene.tcp());
        Finding decided = rules.stream()
                .flatMap(rule -> rule.judge(scene).stream())
                .findFirst()
                .orElseThrow();
        Finding shown = new FurtherFaults(scene, decided, rules).foremost();
        Finding seen = told(scene, shown);
        List<Answered> asked = new ArrayList<>();
        Catalogue.questions(scene.tcp(), seen).forEach(question -> asked.addAll(question.ask(scene)));
        HandAnswers byHand = new HandAnswers(path, answers);
        List<PathQuestions.Step> steps = PathQuestions.steps(path, scene.protocol());
        List<Answered> questions = byHand.beside(new DropAnswers(scene, seen).beside(asked), steps);
        Finding finding = byHand.none() ? seen : told(scene, seen, new AnswerChain(steps, questions));
        Map<Direction, Journeys> journeys = journeys(scene);
        List<Losses.Stretch> stretches = scene.losses();
        LadderClock clock = new LadderClock(scene);
        Timeline timeline = new Timeline(scene, clock);
        SegmentCourses courses = new SegmentCourses(scene, timeline);
        return new WalkResult(
                finding.verdict(),
                new FurtherFaults(scene, finding, rules).list(),
                new CaptureIssues(scene).list(shown.verdict()),
                questions,
                mappings(trace),
                new ClockOffsets(scene).list(),
                losses(stretches),
                new NextCaptures(scene, advice).after(finding),
                new LadderRows(scene, clock, journeys, stretches, evidence(finding, questions)).ladder(courses::add),
                new Pairings(scene).counts(),
                Stream.concat(byHand.notes(questions).stream(), new Interventions(trace).notes().stream())
                        .toList(),
                new DelayTable(scene, timeline).delays(journeys),
                courses.list());
    }

    /** What devices say of the packets, and else what they say they would do. */
    private static Finding told(Scene scene, Finding shown) {
        Finding seen = new ToldDrops(scene).beside(shown);
        return seen == shown ? new Simulated(scene).beside(shown) : seen;
    }

    private static Map<Direction, Journeys> journeys(Scene scene) {
        Map<Direction, Journeys> journeys = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            journeys.put(direction, new Journeys(scene.way(direction), direction, scene::pairing));
        }
        return journeys;
    }

    private static Set<Evidence> evidence(Finding finding, List<Answered> questions) {
        Set<Evidence> evidence = new HashSet<>(finding.evidence());
        questions.forEach(question -> evidence.addAll(question.evidence()));
        return evidence;
    }

    /** Answers by hand decide what the captures leave open, and only that. */
    private static Finding told(Scene scene, Finding seen, AnswerChain chain) {
        if (seen.verdict().outcome() != Outcome.UNDECIDED) {
            return seen;
        }
        Finding told = new AnsweredVerdict(scene, chain).conclude();
        boolean more = told.verdict().outcome() != Outcome.UNDECIDED
                || seen.verdict().stage().isEmpty();
        return more ? told : seen;
    }

    private static FlowTrace read(Path path, WalkProgress progress) {
        FlowReader reader = new FlowReader(path, (phase, done, total) -> {
            if (progress.cancelled()) {
                throw new CancellationException("the walk was cancelled");
            }
            progress.at(phase, done, total);
        });
        try {
            return reader.read();
        } catch (UnreadableCapture unreadable) {
            throw new WalkInputException(
                    unreadable.file(), unreadable.file() + " " + unreadable.reason() + ".", unreadable);
        }
    }

    private static List<Mapping> mappings(FlowTrace trace) {
        List<Mapping> mappings = new ArrayList<>();
        Optional<PointTrace> before = Optional.empty();
        for (PointTrace point : trace.points()) {
            if (point.flow().isEmpty()) {
                continue;
            }
            String here = point.flow().map(FlowKey::text).orElse("");
            before.filter(known -> !known.flow().equals(point.flow()))
                    .ifPresent(known -> mappings.add(new Mapping(
                            known.name(),
                            point.name(),
                            known.flow().map(FlowKey::text).orElse(""),
                            here)));
            before = Optional.of(point);
        }
        return mappings;
    }

    private static List<Loss> losses(List<Losses.Stretch> stretches) {
        return stretches.stream()
                .filter(stretch -> stretch.sent() > 0)
                .map(stretch -> {
                    boolean forward = stretch.direction() == Direction.FORWARD;
                    return new Loss(
                            (forward ? stretch.near() : stretch.far()).name(),
                            (forward ? stretch.far() : stretch.near()).name(),
                            stretch.direction(),
                            stretch.sent(),
                            stretch.missing());
                })
                .toList();
    }
}
