package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.match.PointTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Does a kind of packet arrive at a device, does it leave it? Asked along its way until the first answer that is not Yes. */
final class PassageQuestion implements Question {
    private final Subject subject;
    private final Function<Scene, Passage> passage;
    private final Optional<Before> before;

    /** What must have come to the end of its way before this kind of packet can be expected. */
    private record Before(String what, Function<Scene, Passage> passage) {}

    PassageQuestion(Subject subject, Function<Scene, Passage> passage) {
        this(subject, passage, Optional.empty());
    }

    private PassageQuestion(Subject subject, Function<Scene, Passage> passage, Optional<Before> before) {
        this.subject = subject;
        this.passage = passage;
        this.before = before;
    }

    /** The same question, which cannot be asked before these packets came to the end of their way. */
    PassageQuestion after(String earlier, Function<Scene, Passage> earlierPassage) {
        return new PassageQuestion(subject, passage, Optional.of(new Before(earlier, earlierPassage)));
    }

    @Override
    public List<Answered> ask(Scene scene) {
        Passage found = passage.apply(scene);
        Optional<Answered> early = found.anywhere() ? Optional.empty() : before.flatMap(cause -> early(scene, cause));
        return early.map(List::of).orElseGet(() -> answers(scene, found, subject));
    }

    /** The one Unknown of a question that is asked too early. */
    private Optional<Answered> early(Scene scene, Before earlier) {
        Passage first = earlier.passage().apply(scene);
        if (first.anywhere() && first.arrived()) {
            return Optional.empty();
        }
        String point = scene.way(subject.direction()).getFirst().name();
        String end = first.way().getLast().name();
        String how = first.anywhere() ? "it was last seen at " + first.from().name() : "no point shows one";
        return Optional.of(new Answered(
                subject.key(true),
                point,
                subject.text(true, point),
                Answer.UNKNOWN,
                List.of(),
                List.of(),
                "This cannot be asked before the " + earlier.what() + " arrives at " + end + "; " + how + "."));
    }

    static List<Answered> answers(Scene scene, Passage found, Subject subject) {
        List<Answered> answers = new ArrayList<>();
        List<PointTrace> way = found.way();
        boolean begins = found.anywhere();
        // Without a capture behind, the first point that could tell more is still asked: Unknown, with its remedy.
        int behind = found.next() >= 0 ? found.next() : Math.min(found.furthest() + 1, way.size() - 1);
        int last = begins ? behind : 0;
        for (int i = 0; i <= last; i++) {
            PointTrace point = way.get(i);
            boolean leaves = i == 0 || way.get(i - 1).device().equals(point.device());
            String key = subject.key(leaves);
            String text = subject.text(leaves, point.name());
            List<Evidence> here = Evidence.of(found.seen().get(i));
            if (!here.isEmpty()) {
                answers.add(new Answered(key, point.name(), text, Answer.YES, here, List.of(), ""));
            } else if (i <= found.furthest()) {
                answers.add(new Answered(
                        key,
                        point.name(),
                        text,
                        Answer.YES,
                        found.evidence(),
                        List.of(),
                        point.captured()
                                ? "The capture here does not hold it, but later points or the answers prove it."
                                : "There is no capture here, but later points or the answers prove it."));
            } else if (i == found.next() && begins) {
                answers.add(absent(scene, found, key, text, point, subject.direction()));
            } else {
                answers.add(unseen(scene, key, text, point, begins));
            }
        }
        return answers;
    }

    private static Answered absent(
            Scene scene, Passage found, String key, String text, PointTrace point, Direction direction) {
        if (found.objection().isPresent()) {
            return new Answered(
                    key,
                    point.name(),
                    text,
                    Answer.UNKNOWN,
                    List.of(),
                    List.of(),
                    found.objection().get() + ".");
        }
        return new Answered(
                key,
                point.name(),
                text,
                Answer.NO,
                found.evidence(),
                new Guard(scene).assumptions(point, direction, found.from(), found.lastSeen()),
                "Last seen at " + found.from().name() + ".");
    }

    private static Answered unseen(Scene scene, String key, String text, PointTrace point, boolean begins) {
        String name = point.name();
        Optional<String> unknown = !point.captured()
                ? Optional.of("There is no capture from here; one at " + name + " while the flow is tried would tell.")
                : scene.leaks().any(point)
                        ? Optional.of("The capture at " + name
                                + " is known to miss packets; a complete one while the flow is tried would tell.")
                        : begins ? Optional.of("What lies before " + name + " is not told.") : Optional.empty();
        if (unknown.isPresent()) {
            return new Answered(key, name, text, Answer.UNKNOWN, List.of(), List.of(), unknown.get());
        }
        boolean nothing = !scene.seen(Direction.FORWARD, Kinds.any());
        return new Answered(
                key,
                name,
                text,
                Answer.NO,
                List.of(),
                nothing
                        ? List.of("The capture at " + name + " is taken to have been running while the flow was tried.")
                        : List.of("The capture at " + name
                                + " shows other packets of the flow, and nothing proves that it missed any."),
                "No point shows one.");
    }
}
