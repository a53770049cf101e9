package dev.wirewalk.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.filter.FieldValues.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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
    void setsAreMadeAsEachOfTheirValuesSays() {
        for (int round = 0; round < 5_000; round++) {
            FieldValues<Integer> one = some();
            FieldValues<Integer> other = some();
            Set<Optional<Integer>> left = values(one);
            Set<Optional<Integer>> right = values(other);
            Set<Optional<Integer>> common = new HashSet<>(left);
            common.retainAll(right);
            Set<Optional<Integer>> either = new HashSet<>(left);
            either.addAll(right);
            Set<Optional<Integer>> outside = values(FieldValues.all(LINE));
            outside.removeAll(left);
            assertThat(values(one.intersect(other))).as("%s and %s", one, other).isEqualTo(common);
            assertThat(values(one.union(other))).as("%s or %s", one, other).isEqualTo(either);
            assertThat(values(one.complement())).as("not %s", one).isEqualTo(outside);
            assertThat(one.overlaps(other)).as("%s overlaps %s", one, other).isEqualTo(!common.isEmpty());
            assertThat(one.containsAll(other)).as("%s contains %s", one, other).isEqualTo(left.containsAll(right));
        }
    }

    /** However a set was made, its ranges are the same, so that equal sets look alike. */
    @Test
    void equalSetsHaveTheSameRanges() {
        for (int round = 0; round < 5_000; round++) {
            FieldValues<Integer> one = some();
            FieldValues<Integer> other = some();
            assertThat(one.complement().union(other.complement()).complement()).isEqualTo(one.intersect(other));
            assertThat(one.complement().intersect(other.complement()).complement())
                    .isEqualTo(one.union(other));
        }
    }

    private static Set<Optional<Integer>> values(FieldValues<Integer> set) {
        Set<Optional<Integer>> values = new HashSet<>();
        for (int value = LINE.first(); value <= LINE.last(); value++) {
            if (set.contains(value)) {
                values.add(Optional.of(value));
            }
        }
        if (set.absent()) {
            values.add(Optional.empty());
        }
        return values;
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
