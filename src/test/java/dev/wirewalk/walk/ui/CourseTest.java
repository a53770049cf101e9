package dev.wirewalk.walk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.diagnosis.Agreement;
import dev.wirewalk.diagnosis.Answer;
import dev.wirewalk.diagnosis.Answered;
import dev.wirewalk.diagnosis.HandAnswer;
import dev.wirewalk.diagnosis.PathQuestion;
import dev.wirewalk.diagnosis.PathQuestions;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.PathFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final Path PATH = PathFile.parse(
            "test",
            "points:\n  - {name: client, device: client, files: []}\n  - {name: server, device: server, files: []}\n",
            java.nio.file.Path.of(""));

    private static final List<PathQuestion> ALL = PathQuestions.of(PATH);

    /** More questions than are shown at once. */
    private static final List<PathQuestion> LONG = PathQuestions.of(PathFile.parse(
            "test",
            "points:\n  - {name: client, device: client, files: []}\n  - {name: in, device: fw, files: []}\n"
                    + "  - {name: out, device: fw, files: []}\n  - {name: server, device: server, files: []}\n",
            java.nio.file.Path.of("")));

    @Test
    void theFirstNoIsTheEndAndWhatFollowsIsNotReached() {
        Course course = Course.of(
                List.of(answer("syn-leaves", "client", Answer.YES), answer("syn-arrives", "server", Answer.NO)), ALL);

        assertThat(steps(course)
                        .filter(Course.Step::end)
                        .map(step -> step.question().id()))
                .containsExactly("syn-arrives");
        assertThat(step(course, "syn-leaves").reached()).isTrue();
        assertThat(step(course, "synack-leaves").reached()).isFalse();
        assertThat(step(course, "synack-leaves").asked()).isFalse();
    }

    @Test
    void withoutANoTheWayEndsAtTheQuestionThatIsOpen() {
        Course course = Course.of(
                List.of(
                        answer("syn-leaves", "client", Answer.YES),
                        answer("syn-arrives", "server", Answer.UNKNOWN),
                        answer("synack-leaves", "server", Answer.UNKNOWN)),
                ALL);

        assertThat(steps(course)
                        .filter(Course.Step::end)
                        .map(step -> step.question().id()))
                .containsExactly("syn-arrives");
    }

    @Test
    void beforeAnyWalkAllQuestionsWaitAndTheFirstStageIsOpen() {
        Course course = Course.of(List.of(), ALL);

        assertThat(steps(course)).hasSameSizeAs(ALL).noneMatch(Course.Step::asked);
        assertThat(course.stages().getFirst().folded()).isFalse();
        assertThat(course.stages().subList(1, course.stages().size())).allMatch(Course.Part::folded);
    }

    @Test
    void aStageWithAnAnswerByHandStaysOpen() {
        List<Answered> passed = LONG.stream()
                .map(question -> answer(question.id(), question.point(), Answer.YES))
                .toList();
        List<Answered> said = new ArrayList<>(passed);
        Answered first = said.removeFirst();
        said.addFirst(new Answered(
                first.id(),
                first.point(),
                first.text(),
                Answer.YES,
                List.of(),
                List.of(),
                "because",
                Optional.of(new HandAnswer(first.id(), first.point(), Answer.YES)),
                Optional.of(Agreement.UNTOLD)));

        assertThat(Course.of(passed, LONG).stages()).allMatch(Course.Part::folded);
        assertThat(Course.of(said, LONG).stages().getFirst().folded()).isFalse();
        assertThat(Course.of(said, LONG)
                        .stages()
                        .subList(1, Course.of(said, LONG).stages().size()))
                .allMatch(Course.Part::folded);
    }

    private static Answered answer(String id, String point, Answer answer) {
        return new Answered(id, point, id + "?", answer, List.of(), List.of(), "because");
    }

    private static Stream<Course.Step> steps(Course course) {
        return course.stages().stream().flatMap(part -> part.steps().stream());
    }

    private static Course.Step step(Course course, String id) {
        return steps(course)
                .filter(step -> step.question().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
