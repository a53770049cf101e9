package dev.wirewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void noDigitIsFinerThanTheInterval() {
        assertThat(Interval.around(2_843, 2_712)).isEqualTo("3 ± 2.8 ms");
        assertThat(Interval.around(312, 102)).isEqualTo("0.3 ± 0.11 ms");
        assertThat(Interval.around(-49, 100)).isEqualTo("0.0 ± 0.10 ms");
        assertThat(Interval.around(7_200_000_312L, 102)).isEqualTo("7200.0003 ± 0.00011 s");
        assertThat(Interval.around(5, 0)).isEqualTo("0.005 ± 0.000 ms");
    }

    @Test
    void theIntervalIsNeverSaidToBeNarrowerThanItIs() {
        assertThat(Interval.half(101)).isEqualTo("0.11 ms");
        assertThat(Interval.half(2_711)).isEqualTo("2.8 ms");
        assertThat(Interval.half(999_001)).isEqualTo("1000 ms");
        assertThat(Interval.half(61_000_000)).isEqualTo("61 s");
    }
}
