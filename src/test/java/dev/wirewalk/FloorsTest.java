package dev.wirewalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FloorsTest {
    private final Floors floors = Floors.of("""
            a -> b, c -> d
            d -> e.ui -> application
            """);

    @Test
    void arrowsReachOverSeveralSteps() {
        assertThat(floors.allow("dev.wirewalk.d", "dev.wirewalk.a")).isTrue();
        assertThat(floors.allow("dev.wirewalk", "dev.wirewalk.c")).isTrue();
    }

    @Test
    void neverAgainstAnArrowNorToASide() {
        assertThat(floors.allow("dev.wirewalk.a", "dev.wirewalk.d")).isFalse();
        assertThat(floors.allow("dev.wirewalk.b", "dev.wirewalk.c")).isFalse();
    }

    @Test
    void aPackageBelowCountsAsItsFloor() {
        assertThat(floors.allow("dev.wirewalk.d.text.x", "dev.wirewalk.b.y")).isTrue();
        assertThat(floors.allow("dev.wirewalk.d.text.x", "dev.wirewalk.d")).isTrue();
        assertThat(floors.allow("dev.wirewalk.b.text", "dev.wirewalk.d.text")).isFalse();
    }

    @Test
    void aPackageMissingInThePictureMayNotBeUsed() {
        assertThat(floors.allow("dev.wirewalk.d", "dev.wirewalk.other")).isFalse();
        assertThat(floors.allow("dev.wirewalk.other", "dev.wirewalk.a")).isFalse();
        assertThat(floors.allow("dev.wirewalk.e", "dev.wirewalk.a")).isFalse();
    }

    @Test
    void aCircleIsRefused() {
        assertThatThrownBy(() -> Floors.of("a -> b\nb -> a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("back to it");
    }
}
