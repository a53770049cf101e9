package dev.wirewalk.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyNumbersTest {
    @Test
    void keysAreNumberedInTheOrderInWhichTheyFirstCome() {
        Random random = new Random(3);
        KeyNumbers numbers = new KeyNumbers(5_000);
        Map<Long, Integer> known = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            // Zero, which an empty place holds, is asked for and not there.
            long key = (long) (1 + random.nextInt(3_000)) << (i % 2 == 0 ? 0 : 32);
            known.putIfAbsent(key, known.size());
            assertThat(numbers.add(key)).isEqualTo(known.get(key));
            long asked = i % 3 == 0 ? 0 : random.nextInt(3_000);
            assertThat(numbers.find(asked)).isEqualTo(known.getOrDefault(asked, -1));
        }
        assertThat(numbers.size()).isEqualTo(known.size());
        known.forEach((key, number) -> assertThat(numbers.find(key)).isEqualTo(number));
    }
}
