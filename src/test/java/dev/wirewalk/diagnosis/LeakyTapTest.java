package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.match.Direction;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tap that misses packets must not make the network look guilty: its packets are proven by the other points or by answers. */
class LeakyTapTest {
    private static final String[] POINTS = {"client:eth0", "fw:in", "fw:out", "server:eth0"};

    @TempDir
    private Path folder;

    private final class Tap {
        final Random random;
        final String leaky;
        final double share;
        final Traffic traffic = new Traffic(folder, POINTS);

        Tap(int seed) {
            random = new Random(seed);
            leaky = POINTS[random.nextInt(POINTS.length)];
            share = 0.05 + 0.6 * random.nextDouble();
        }

        /** Passes the first {@code reach} points of its way; the leaky capture holds it or not. */
        void pass(Traffic.Sent sent, Direction direction, int reach) {
            List<String> way = direction == Direction.FORWARD
                    ? List.of(POINTS)
                    : Arrays.asList(POINTS).reversed();
            sent.only(way.subList(0, reach).stream()
                    .filter(point -> !point.equals(leaky) || random.nextDouble() >= share)
                    .toArray(String[]::new));
        }

        void handshake() {
            pass(traffic.syn(), Direction.FORWARD, POINTS.length);
            pass(traffic.synAck(), Direction.RETURN, POINTS.length);
            pass(traffic.ack(), Direction.FORWARD, POINTS.length);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aHealthyFlowNeverFails(int seed) {
        Tap tap = new Tap(seed);
        tap.handshake();
        for (int i = 0; i < 5 + tap.random.nextInt(20); i++) {
            tap.pass(tap.traffic.data(Direction.FORWARD, 1 + tap.random.nextInt(400)), Direction.FORWARD, 4);
            tap.pass(tap.traffic.data(Direction.RETURN, 1 + tap.random.nextInt(1400)), Direction.RETURN, 4);
        }
        tap.pass(tap.traffic.tcp(Direction.FORWARD, Traffic.FIN | Traffic.ACK, 0), Direction.FORWARD, 4);
        tap.pass(tap.traffic.tcp(Direction.RETURN, Traffic.FIN | Traffic.ACK, 0), Direction.RETURN, 4);
        tap.pass(tap.traffic.tcp(Direction.FORWARD, Traffic.ACK, 0), Direction.FORWARD, 4);

        WalkResult result = tap.traffic.walk();

        assertThat(result.verdict().outcome()).isIn(Outcome.WORKS, Outcome.UNDECIDED);
        assertThat(result.questions()).noneMatch(asked -> asked.answer() == Answer.NO);
        assertThat(result.loss()).allMatch(loss -> loss.missing() == 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aDroppedRequestIsNeverLookedForElsewhere(int seed) {
        Tap tap = new Tap(seed);
        tap.handshake();
        tap.pass(tap.traffic.data(Direction.FORWARD, 100), Direction.FORWARD, 4);
        tap.pass(tap.traffic.data(Direction.RETURN, 100), Direction.RETURN, 4);
        Traffic.Sent request = tap.traffic.data(Direction.FORWARD, 300);
        tap.pass(request, Direction.FORWARD, 2);
        for (int i = 0; i < 4; i++) {
            tap.pass(tap.traffic.later(400L << i).again(request), Direction.FORWARD, 2);
        }

        Verdict verdict = tap.traffic.walk().verdict();

        assertThat(verdict.outcome()).isIn(Outcome.FAILS, Outcome.UNDECIDED);
        if (verdict.outcome() == Outcome.FAILS) {
            boolean named = verdict.device().filter("fw"::equals).isPresent();
            boolean spanned = verdict.segment()
                    .filter(segment -> POINTS[2].equals(segment.to()) || POINTS[3].equals(segment.to()))
                    .filter(segment -> POINTS[0].equals(segment.from()) || POINTS[1].equals(segment.from()))
                    .isPresent();
            assertThat(named || spanned).as(verdict.summary()).isTrue();
        }
    }
}
