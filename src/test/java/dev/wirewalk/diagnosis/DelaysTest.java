package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.match.Direction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DelaysTest {
    @TempDir
    Path folder;

    private Traffic traffic() {
        return new Traffic(folder, "client:eth0", "fw:in", "fw:out", "server:eth0");
    }

    @Test
    void betweenPointsTheClocksAreTakenOut() {
        Traffic traffic = traffic().skew("fw:in", 90_000);
        traffic.handshake();
        for (int i = 0; i < 10; i++) {
            traffic.data(Direction.FORWARD, 100).everywhere();
            traffic.data(Direction.RETURN, 100).everywhere();
        }
        Delays delays = traffic.walk().delays();

        assertThat(delays.oneWay()).hasSize(6).allSatisfy(delay -> {
            long half = delay.halfIntervalMicros().orElseThrow();
            Delays.Figures figures = delay.figures().getFirst();
            assertThat(Math.abs(figures.median() - 100)).isLessThanOrEqualTo(half);
            assertThat(figures.min()).isLessThanOrEqualTo(figures.median());
            assertThat(figures.p95()).isBetween(figures.median(), figures.max());
        });
        assertThat(delays.oneWay()).extracting(Delays.OneWay::pairs).containsExactly(12, 12, 12, 11, 11, 11);
    }

    @Test
    void withoutComparableClocksThereAreNoFigures() {
        Traffic traffic = traffic().skew("server:eth0", 3_600_000);
        traffic.syn().everywhere();
        Delays.OneWay last = traffic.walk().delays().oneWay().getLast();

        assertThat(last.to()).isEqualTo("server:eth0");
        assertThat(last.pairs()).isEqualTo(1);
        assertThat(last.halfIntervalMicros()).isEmpty();
        assertThat(last.figures()).isEmpty();
    }

    @Test
    void theTimeToTheAnswerNeedsOneClockOnly() {
        Traffic traffic = traffic().skew("server:eth0", 3_600_000);
        traffic.handshake();
        traffic.data(Direction.FORWARD, 100).everywhere();
        traffic.later(49).data(Direction.RETURN, 100).everywhere();
        List<Delays.RoundTrip> atClient = traffic.walk().delays().roundTrips().stream()
                .filter(trip -> trip.point().equals("client:eth0") && trip.direction() == Direction.FORWARD)
                .toList();

        // The SYN is answered after 1 ms and three hops of 100 µs, the data after 50 ms and as much.
        assertThat(atClient).singleElement().satisfies(trip -> {
            assertThat(trip.pairs()).isEqualTo(2);
            assertThat(trip.figures().min()).isEqualTo(1_300);
            assertThat(trip.figures().max()).isEqualTo(50_300);
            assertThat(trip.figures().course())
                    .containsExactly(new Delays.Moment(0, 1_300), new Delays.Moment(3_000, 50_300));
        });
    }

    @Test
    void aRepeatedPacketTellsNoTime() {
        Traffic traffic = traffic();
        traffic.handshake();
        Traffic.Sent data = traffic.data(Direction.FORWARD, 100).upTo("fw:in");
        traffic.later(1_000).again(data).everywhere();
        traffic.data(Direction.RETURN, 100).everywhere();

        assertThat(traffic.walk().delays().roundTrips())
                .filteredOn(trip -> trip.point().equals("client:eth0") && trip.direction() == Direction.FORWARD)
                .singleElement()
                .satisfies(trip -> assertThat(trip.pairs()).isEqualTo(1));
    }

    @Test
    void aLongCourseKeepsItsLongestTimes() {
        Samples samples = new Samples();
        for (int i = 0; i < 10_001; i++) {
            samples.add(i * 1_000_000L, i * 1_000_000L + (i == 7_777 ? 9_000_000 : 1_000_000));
        }
        Delays.Figures figures = samples.figures(0);

        assertThat(figures.course()).hasSizeLessThanOrEqualTo(500).contains(new Delays.Moment(7_777_000, 9_000));
        assertThat(figures.median()).isEqualTo(1_000);
        assertThat(figures.p95()).isEqualTo(1_000);
        assertThat(figures.max()).isEqualTo(9_000);
    }
}
