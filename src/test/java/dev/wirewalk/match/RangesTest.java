package dev.wirewalk.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Judged by a set of single positions. */
class RangesTest {
    private static final int MOST = 300;

    @Test
    void theRangesHoldWhatWasAddedInWhateverOrder() {
        Random random = new Random(7);
        for (int run = 0; run < 300; run++) {
            Ranges some = new Ranges();
            Ranges others = new Ranges();
            BitSet positions = new BitSet();
            BitSet otherPositions = new BitSet();
            int end = 0;
            for (int i = 0; i < 40; i++) {
                // Mostly onwards, as streams go, with holes, repetitions and late parts.
                int from = random.nextInt(4) > 0
                        ? Math.min(MOST - 20, end + random.nextInt(3))
                        : random.nextInt(MOST - 20);
                int to = from + random.nextInt(20);
                end = Math.max(end, to);
                boolean first = random.nextBoolean();
                (first ? some : others).add(from, to);
                (first ? positions : otherPositions).set(from, to);
                check(some, positions, random);
            }
            BitSet rest = (BitSet) positions.clone();
            rest.andNot(otherPositions);
            check(some.without(others), rest, random);
            positions.or(otherPositions);
            some.addAll(others);
            check(some, positions, random);
        }
    }

    private static void check(Ranges ranges, BitSet positions, Random random) {
        int from = random.nextInt(MOST - 1);
        int to = from + 1 + random.nextInt(MOST - from);
        int held = positions.get(from, to).cardinality();
        assertThat(ranges.covers(from, to)).isEqualTo(held == to - from);
        assertThat(ranges.touches(from, to)).isEqualTo(held > 0);
        if (random.nextInt(4) == 0) {
            assertThat(ranges.size()).isEqualTo(positions.cardinality());
            assertThat(ranges.isEmpty()).isEqualTo(positions.isEmpty());
        }
    }
}
