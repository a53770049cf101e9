package dev.wirewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.diagnosis.Delays;
import dev.wirewalk.diagnosis.Ladder;
import dev.wirewalk.diagnosis.Outcome;
import dev.wirewalk.diagnosis.SegmentCourse;
import dev.wirewalk.diagnosis.SegmentCourse.Count;
import dev.wirewalk.diagnosis.Verdict;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.match.Direction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StretchCourseTest {
    @Test
    void aFewPacketsAreNoCourse() {
        assertThat(StretchCourse.of(result(9, new Count(0, 9, 0, 0)))).isEmpty();
        assertThat(StretchCourse.of(result(0, new Count(0, 9, 0, 0)))).isEmpty();
        assertThat(StretchCourse.of(result(0, new Count(0, 3, 0, 1)))).isEmpty();
        assertThat(StretchCourse.of(result(0, new Count(0, 9, 0, 1)))).hasSize(1);
        assertThat(StretchCourse.of(result(10, 1_001, new Count(0, 10, 0, 0)))).isEmpty();
        assertThat(StretchCourse.of(result(10, new Count(0, 10, 0, 0))))
                .singleElement()
                .satisfies(course -> {
                    assertThat(course.drawsDelays()).isTrue();
                    assertThat(course.mostMicros()).isEqualTo(1_000 + 250);
                    assertThat(course.lastMicros()).isEqualTo(10_000);
                });
    }

    @Test
    void delaysAreShownNoFinerThanTheyAreKnown() {
        StretchCourse.Way way = StretchCourse.of(result(10, new Count(0, 10, 0, 0)))
                .getFirst()
                .ways()
                .getFirst();

        assertThat(way.shown(1_234)).isEqualTo(1_200);
        assertThat(way.shown(-249)).isZero();
        assertThat(way.shown(-900)).isEqualTo(-900);
    }

    private static WalkResult result(int delays, Count... counts) {
        return result(delays, 250, counts);
    }

    private static WalkResult result(int delays, long half, Count... counts) {
        List<Delays.Moment> moments = LongStream.rangeClosed(1, delays)
                .mapToObj(at -> new Delays.Moment(at * 1_000, at * 100))
                .toList();
        List<Delays.OneWay> oneWay = delays == 0
                ? List.of()
                : List.of(new Delays.OneWay(
                        "a",
                        "b",
                        Direction.FORWARD,
                        delays,
                        OptionalLong.of(half),
                        List.of(new Delays.Figures(100, 100, 100, 100, moments))));
        return new WalkResult(
                new Verdict(
                        Outcome.WORKS,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "The flow works."),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Ladder.empty(),
                List.of(),
                List.of(),
                new Delays(oneWay, List.of()),
                List.of(new SegmentCourse("a", "b", Direction.FORWARD, "a", 1_000, List.of(counts), "")));
    }
}
