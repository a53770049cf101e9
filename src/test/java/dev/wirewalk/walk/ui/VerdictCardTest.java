package dev.wirewalk.walk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.diagnosis.Cause;
import dev.wirewalk.diagnosis.Outcome;
import dev.wirewalk.match.Direction;
import org.junit.jupiter.api.Test;

class VerdictCardTest {
    @Test
    void aSuspicionIsNotShownAsAFinding() {
        assertThat(VerdictCard.words(
                        Results.between("fw-out", "server", Outcome.FAILS, Direction.FORWARD, Cause.LINK_LOSS)))
                .startsWith("fw-out → server · forward");
        assertThat(VerdictCard.words(
                        Results.between("fw-out", "server", Outcome.UNDECIDED, Direction.FORWARD, Cause.LINK_LOSS)))
                .startsWith("suspected: fw-out → server · forward");
    }
}
