package dev.wirewalk.walk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.diagnosis.Cause;
import dev.wirewalk.diagnosis.Loss;
import dev.wirewalk.diagnosis.Outcome;
import dev.wirewalk.diagnosis.Stage;
import dev.wirewalk.diagnosis.Verdict;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.match.Direction;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.draft.PathDraft;
import dev.wirewalk.walk.ui.StripMarks.Kind;
import dev.wirewalk.walk.ui.StripMarks.Mark;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StripMarksTest {
    private static final Path PATH = PathDraft.fourPoints().checked().path().orElseThrow();

    @Test
    void marksTheStretchThatFails() {
        StripMarks marks = StripMarks.of(
                Results.of(
                        Results.between("fw-out", "server", Outcome.FAILS, Direction.FORWARD, Cause.LINK_LOSS),
                        List.of(new Loss("client", "fw-in", Direction.FORWARD, 3, 0))),
                PATH);

        assertThat(marks.stretches())
                .containsExactly(
                        new Mark(Kind.FINE, "✓", "3 packets · none missing"),
                        Mark.NONE,
                        new Mark(Kind.FAILING, "✕ lost here", ""));
        assertThat(marks.devices()).isEmpty();
    }

    @Test
    void marksAllStretchesOfALongSegmentAsPossible() {
        StripMarks marks = StripMarks.of(
                Results.of(
                        Results.between("client", "server", Outcome.FAILS, Direction.RETURN, Cause.LINK_LOSS),
                        List.of()),
                PATH);

        assertThat(marks.stretches()).extracting(Mark::sign).containsExactly("✕ ← lost in between", "✕", "✕");
        assertThat(marks.stretches()).extracting(Mark::kind).containsOnly(Kind.FAILING);
    }

    @Test
    void anEndMayBeADevice() {
        StripMarks marks = StripMarks.of(
                Results.of(
                        Results.between("client", "fw", Outcome.FAILS, Direction.FORWARD, Cause.LINK_LOSS), List.of()),
                PATH);
        assertThat(marks.stretches()).extracting(Mark::sign).containsExactly("✕ lost here", "", "");

        marks = StripMarks.of(
                Results.of(
                        Results.between("fw", "server", Outcome.FAILS, Direction.RETURN, Cause.LINK_LOSS), List.of()),
                PATH);
        assertThat(marks.stretches()).extracting(Mark::sign).containsExactly("", "", "✕ ← lost here");
    }

    @Test
    void marksTheDeviceThatFails() {
        Verdict verdict = new Verdict(
                Outcome.FAILS,
                Optional.empty(),
                Optional.of("fw"),
                Optional.of(Direction.FORWARD),
                Optional.of(Stage.SYN),
                Optional.of(Cause.REJECT_RST),
                "fw refuses");

        StripMarks marks = StripMarks.of(Results.of(verdict, List.of()), PATH);

        assertThat(marks.devices()).containsOnlyKeys("fw");
        assertThat(marks.devices().get("fw")).isEqualTo(new Mark(Kind.FAILING, "✕ refused here", ""));
        assertThat(marks.stretches()).containsOnly(Mark.NONE);
    }

    @Test
    void countsBothDirectionsOfAStretch() {
        StripMarks marks = StripMarks.of(
                Results.of(
                        Results.works(),
                        List.of(
                                new Loss("client", "fw-in", Direction.FORWARD, 3, 1),
                                new Loss("client", "fw-in", Direction.RETURN, 4, 0))),
                PATH);

        assertThat(marks.stretches().getFirst()).isEqualTo(new Mark(Kind.LOSING, "!", "1 of 7 packets missing"));
    }

    @Test
    void aLimpingStretchIsNotShownAsBroken() {
        StripMarks marks = StripMarks.of(
                Results.of(
                        Results.between("client", "fw-in", Outcome.DEGRADED, Direction.FORWARD, Cause.RANDOM_LOSS),
                        List.of()),
                PATH);

        assertThat(marks.stretches().getFirst()).isEqualTo(new Mark(Kind.LOSING, "! some lost here", ""));
    }

    @Test
    void aPlaceThatIsNotInThePathMarksNothing() {
        WalkResult result = Results.of(
                Results.between("elsewhere", "server", Outcome.FAILS, Direction.FORWARD, Cause.LINK_LOSS), List.of());

        assertThat(StripMarks.of(result, PATH).stretches()).containsOnly(Mark.NONE);
    }
}
