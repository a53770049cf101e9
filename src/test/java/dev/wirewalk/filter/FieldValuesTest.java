package dev.wirewalk.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.filter.FieldValues.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FieldValuesTest {
    /** A short line, so that random ranges meet, touch and contain each other often. */
    private static final Line<Integer> LINE = new Line<>() {
        @Override
        public Integer first() {
            return 0;
        }

        @Override
        public Integer last() {
            return 12;
        }

        @Override
        public Integer next(Integer value) {
            return value + 1;
        }

        @Override
        public Integer previous(Integer value) {
            return value - 1;
        }
    };

    private final Random random = new Random(20);

    @Test
    void quickAnswersAreThoseOfTheIntersection() {
        for (int round = 0; round < 20_000; round++) {
            FieldValues<Integer> one = some();
            FieldValues<Integer> other = some();
            assertThat(one.overlaps(other))
                    .as("%s overlaps %s", one, other)
                    .isEqualTo(!one.intersect(other).isEmpty());
            assertThat(one.containsAll(other))
                    .as("%s contains %s", one, other)
                    .isEqualTo(one.intersect(other).equals(other));
        }
    }

    private FieldValues<Integer> some() {
        List<FieldValues.Range<Integer>> ranges = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            int low = random.nextInt(13);
            ranges.add(new FieldValues.Range<>(low, low + random.nextInt(13 - low)));
        }
        return new FieldValues<>(LINE, random.nextBoolean(), ranges);
    }
}
