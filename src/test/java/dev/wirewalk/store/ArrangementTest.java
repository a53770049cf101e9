package dev.wirewalk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.topology.draft.PointDraft;
import org.junit.jupiter.api.Test;

class ArrangementTest extends OpenInvestigation {
    private static final String BOTH_SIDES = """
            10:00:00.000100 eth0  In  IP 10.0.0.1.40001 > 10.9.0.1.80: Flags [S], seq 100, win 64240, length 0
            10:00:00.000140 eth1  Out IP 10.0.0.1.40001 > 10.9.0.1.80: Flags [S], seq 100, win 64240, length 0
            """;

    @Test
    void aDroppedCaptureBecomesItsPointsAndGoesWithTheLastOfThem() throws Exception {
        String added = investigation.addPoint("router_any.txt");
        investigation.receive(added, "router_any.txt", BOTH_SIDES.length(), text(BOTH_SIDES));
        assertThat(walks).as("walks before the point has a device").isEmpty();

        investigation.arrange();

        InvestigationState arranged = investigation.state();
        assertThat(arranged.draft().points())
                .extracting(PointDraft::name)
                .containsExactly("router:eth0", "router:eth1");
        assertThat(arranged.notice()).contains("can be changed");
        assertThat(nextWalk().points())
                .allSatisfy(point -> assertThat(point.files()).hasSize(1));
        assertThat(filesOnDisk()).isEqualTo(1);

        investigation.change(draft -> draft.without(pointId(1)));
        assertThat(filesOnDisk()).isEqualTo(1);
        investigation.remove(pointId(0), usableFile(0));
        assertThat(filesOnDisk()).isZero();
    }

    private String usableFile(int place) {
        return investigation.state().filesAt(pointId(place)).getFirst().id();
    }
}
