package dev.wirewalk.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packets travel 0.3 ms and wait in a queue for 1 ms on average, each way; the clock is ahead and gains 20 to 50 millionths. */
class ClocksTest {
    private static final long MS = 1_000_000;
    private static final int RUNS = 200;

    private static long[][] pairs(Random random, int count, double seconds, double ahead, double drift, int sign) {
        return random.doubles(count, 0, seconds * 1e9)
                .sorted()
                .mapToObj(at -> {
                    double delay = 0.3 * MS - Math.log(1 - random.nextDouble()) * MS;
                    return new long[] {(long) at, Math.round(ahead + drift * at + sign * delay)};
                })
                .toArray(long[][]::new);
    }

    private static boolean holds(Clocks clocks, double truth) {
        return Math.abs(clocks.offsetNanos() - truth) <= clocks.uncertaintyNanos();
    }

    @ParameterizedTest
    @CsvSource({"5, 2, 20", "20, 10, 50", "50, 30, 20", "1000, 300, 20", "1000, 300, 50"})
    void theTruthIsWithinThePrintedInterval(int count, int seconds, int ppm) {
        Random random = new Random(count);
        int right = 0;
        for (int run = 0; run < RUNS; run++) {
            double drift = (random.nextBoolean() ? 1 : -1) * ppm * 1e-6;
            double ahead = random.nextDouble(-2000, 2000) * MS;
            Clocks clocks = Clocks.fit(
                    pairs(random, count, seconds, ahead, drift, 1), pairs(random, count, seconds, ahead, drift, -1));
            long middle = clocks.pieces().getFirst().middleNanos();
            right += clocks.pieces().size() == 1 && holds(clocks, ahead + drift * middle) ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(RUNS * 99 / 100);
    }

    @Test
    void theDriftIsFittedFromManyPairs() {
        Random random = new Random(4);
        Clocks clocks =
                Clocks.fit(pairs(random, 1000, 300, 500 * MS, 20e-6, 1), pairs(random, 1000, 300, 500 * MS, 20e-6, -1));

        assertThat(clocks.drift().orElseThrow()).isBetween(19e-6, 21e-6);
        assertThat(Math.abs(clocks.offsetNanos(300_000 * MS) - 506 * MS)).isLessThan(MS / 2);
        assertThat(clocks.uncertaintyNanos()).isLessThan(MS / 2);
    }

    @Test
    void fewPairsGiveNoDrift() {
        Random random = new Random(4);
        Clocks clocks = Clocks.fit(pairs(random, 20, 60, 0, 20e-6, 1), pairs(random, 20, 60, 0, 20e-6, -1));

        assertThat(clocks.drift()).isEmpty();
    }

    @Test
    void aStepDividesTheTime() {
        Random random = new Random(5);
        long[][] up = pairs(random, 400, 100, 0, 0, 1);
        long[][] down = pairs(random, 400, 100, 0, 0, -1);
        for (long[][] pairs : new long[][][] {up, down}) {
            for (long[] pair : pairs) {
                pair[1] += pair[0] > 60_000 * MS ? 250 * MS : 0;
            }
        }
        Clocks clocks = Clocks.fit(up, down);

        assertThat(clocks.pieces()).hasSize(2);
        assertThat(clocks.pieces().get(1).fromNanos()).isBetween(60_000 * MS, 61_000 * MS);
        assertThat(clocks.offsetNanos(10_000 * MS)).isBetween(-MS, MS);
        assertThat(clocks.offsetNanos(90_000 * MS)).isBetween(249 * MS, 251 * MS);
    }

    @Test
    void oneDirectionBoundsOneSide() {
        Random random = new Random(6);
        Clocks clocks = Clocks.fit(pairs(random, 20, 5, 3000 * MS, 0, 1), new long[0][]);

        assertThat(clocks.bounded()).isFalse();
        assertThat(clocks.highNanos().orElseThrow()).isBetween(3000 * MS, 3004 * MS);
    }

    @Test
    void withoutPairsNothingIsKnown() {
        assertThat(Clocks.fit(new long[0][], new long[0][]).known()).isFalse();
    }
}
