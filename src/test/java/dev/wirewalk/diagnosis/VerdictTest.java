package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.match.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Place BEHIND_THE_FIREWALL = Place.between("fw-out", "server");

    @Test
    void aSuspicionIsNotShownAsAFinding() {
        assertThat(Finding.fails(BEHIND_THE_FIREWALL, Direction.FORWARD, Stage.SYN, Cause.LINK_LOSS, List.of(), "")
                        .verdict()
                        .terms())
                .isEqualTo("fw-out → server · forward · syn · link_loss");
        assertThat(Finding.suspected(BEHIND_THE_FIREWALL, Direction.FORWARD, Stage.SYN, Cause.LINK_LOSS, List.of(), "")
                        .verdict()
                        .terms())
                .isEqualTo("suspected: fw-out → server · forward · syn · link_loss");
    }

    @Test
    void aFlowThatWorksHasNoTerms() {
        assertThat(Verdict.works("It works.").terms()).isEmpty();
    }
}
