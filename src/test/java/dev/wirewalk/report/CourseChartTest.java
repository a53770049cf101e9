package dev.wirewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.diagnosis.Delays;
import dev.wirewalk.diagnosis.SegmentCourse.Count;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CourseChartTest {
    @Test
    void whatCannotBeToldIsNotDrawnAsLost() {
        String drawn = draw(way(List.of(), new Count(0, 5, 2, 0), new Count(500_000, 5, 0, 1)));

        assertThat(drawn).containsOnlyOnce("class=\"lost\"").containsOnlyOnce("class=\"open\"");
        assertThat(drawn).contains("2 packets").doesNotContain("polyline");
        // Two packets fill the height of 40 pixels, one stands half as high, in the middle of the second.
        assertThat(drawn).contains("height=\"40.0\"").contains("x=\"311.0\" y=\"30.0\"");
    }

    @Test
    void delaysCarryTheirIntervalAndNeverLieBelowNothing() {
        List<Delays.Moment> moments = LongStream.range(0, 10)
                .mapToObj(at -> new Delays.Moment(at * 100_000, at == 3 ? -1_900 : 2_000))
                .toList();
        String drawn = draw(way(moments, new Count(0, 10, 0, 0)));

        assertThat(drawn).contains("band there", "delay there").doesNotContain("class=\"lost\"");
        // 2 ± 1 ms on an axis of 4 ms and 110 pixels below the tenth: from 37.5 to 92.5 with 65 between; less than
        // nothing is nothing.
        assertThat(drawn).contains("points=\"76.0,37.5 ", "points=\"76.0,65.0 ", "217.0,120.0");
    }

    private static StretchCourse.Way way(List<Delays.Moment> delays, Count... counts) {
        return new StretchCourse.Way(true, 1_000, delays, List.of(counts), Optional.empty(), "");
    }

    private static String draw(StretchCourse.Way way) {
        return new CourseChart(new StretchCourse("a", "b", 100_000, List.of(way)), 1, 4)
                .draw()
                .toString();
    }
}
