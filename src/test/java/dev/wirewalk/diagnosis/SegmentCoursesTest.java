package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.match.Direction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentCoursesTest {
    @TempDir
    Path folder;

    private Traffic traffic() {
        return new Traffic(folder, "client:eth0", "fw:in", "fw:out", "server:eth0");
    }

    @Test
    void aLossIsCountedWhereAndWhenItHappened() {
        Traffic traffic = traffic();
        traffic.handshake();
        exchange(traffic);
        traffic.later(600);
        Traffic.Sent lost = traffic.data(Direction.FORWARD, 300).upTo("fw:out");
        traffic.later(250).data(Direction.FORWARD, 200).upTo("fw:out");
        traffic.later(2_000).again(lost).everywhere();
        exchange(traffic);
        List<SegmentCourse> courses = traffic.walk().courses();

        SegmentCourse toServer = course(courses, "fw:out", Direction.FORWARD);
        assertThat(toServer.total().lost() + toServer.total().open()).isPositive();
        assertThat(toServer.counts())
                .filteredOn(count -> count.lost() + count.open() > 0)
                .allSatisfy(count -> assertThat(count.atMicros()).isBetween(500_000L, 900_000L));
        assertThat(course(courses, "client:eth0", Direction.FORWARD).total().lost())
                .isZero();
        assertThat(course(courses, "fw:out", Direction.RETURN).total().lost()).isZero();
    }

    @Test
    void whatALeakingCaptureDoesNotHoldIsNotCalledLost() {
        Traffic traffic = traffic();
        traffic.handshake();
        for (int i = 0; i < 10; i++) {
            traffic.data(Direction.FORWARD, 100).exceptAt(i % 2 == 0 ? "server:eth0" : "fw:in");
            traffic.data(Direction.RETURN, 100).everywhere();
        }
        assertThat(traffic.walk().courses())
                .isNotEmpty()
                .allSatisfy(course -> assertThat(course.total().lost()).isZero());
    }

    @Test
    void sentIsWhatTheTableOfLossesCounts() {
        Traffic traffic = traffic();
        traffic.handshake();
        exchange(traffic);
        WalkResult result = traffic.walk();

        assertThat(result.courses()).hasSize(6);
        result.courses()
                .forEach(course -> assertThat(result.loss())
                        .filteredOn(loss -> loss.from().equals(course.from()) && loss.direction() == course.direction())
                        .singleElement()
                        .satisfies(loss -> assertThat(course.total().sent()).isEqualTo(loss.sent())));
    }

    @Test
    void momentsOfDelaysCountFromTheFlowsFirstPacketWhateverTheClocksSay() {
        Traffic traffic = traffic().skew("fw:out", -7_200_000).skew("server:eth0", 90_000);
        traffic.handshake();
        traffic.later(5_000);
        exchange(traffic);
        WalkResult result = traffic.walk();

        assertThat(result.delays().oneWay()).hasSize(6).allSatisfy(delay -> {
            List<Delays.Moment> course = delay.figures().getFirst().course();
            assertThat(course.getFirst().atMicros()).isBetween(-200L, 5_000L);
            assertThat(course.getLast().atMicros()).isBetween(5_000_000L, 5_100_000L);
        });
        assertThat(result.courses())
                .allSatisfy(course ->
                        assertThat(course.counts().getLast().atMicros()).isBetween(4_900_000L, 5_100_000L));
    }

    @Test
    void aPointWhoseClockCannotBeComparedCountsFromItsOwnFirstPacket() {
        Traffic traffic = traffic().skew("server:eth0", 3_600_000);
        traffic.syn().everywhere();
        traffic.synAck().upTo("server:eth0");
        traffic.later(1_000).synAck().upTo("server:eth0");
        SegmentCourse back = course(traffic.walk().courses(), "fw:out", Direction.RETURN);

        assertThat(back.clockOf()).isEqualTo("server:eth0");
        assertThat(back.counts().getLast().atMicros()).isBetween(900_000L, 1_100_000L);
    }

    private static void exchange(Traffic traffic) {
        for (int i = 0; i < 10; i++) {
            traffic.data(Direction.FORWARD, 100).everywhere();
            traffic.data(Direction.RETURN, 100).everywhere();
        }
    }

    private static SegmentCourse course(List<SegmentCourse> courses, String from, Direction direction) {
        return courses.stream()
                .filter(course -> course.from().equals(from) && course.direction() == direction)
                .findFirst()
                .orElseThrow();
    }
}
