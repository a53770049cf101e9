package dev.wirewalk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.topology.draft.FlowDraft;
import dev.wirewalk.topology.draft.PathDraft;
import dev.wirewalk.topology.draft.PointDraft;
import java.util.List;
import java.util.Optional;
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
                .containsExactly("client", "router:eth0", "router:eth1", "server");
        assertThat(arranged.notice()).contains("can be changed");
        assertThat(nextWalk().points().subList(1, 3))
                .allSatisfy(point -> assertThat(point.files()).hasSize(1));
        assertThat(filesOnDisk()).isEqualTo(1);

        investigation.change(draft -> draft.without(pointId(2)));
        assertThat(filesOnDisk()).isEqualTo(1);
        investigation.remove(pointId(1), usableFile(1));
        assertThat(filesOnDisk()).isZero();
    }

    @Test
    void aCaptureAddedToAPathFindsItsPlaceAndChangesNothingOfThePath() throws Exception {
        drop("client_eth0.txt", flow("10:00:00.000000"));
        drop("server_eth0.txt", flow("10:00:00.000300").replace("ttl 64", "ttl 62"));
        investigation.arrange();
        investigation.change(
                draft -> draft.changed(pointId(0), point -> point.with("my client", "laptop", "wlan0", "tcpdump"))
                        .withAnswer("syn-leaves", "my client", Optional.of(true)));
        String client = pointId(0);
        String server = pointId(1);

        drop("fw_eth1.txt", flow("10:00:00.000200").replace("ttl 64", "ttl 63"));
        drop("words.txt", "nothing that a capture holds\n");
        investigation.arrange();

        InvestigationState extended = investigation.state();
        assertThat(extended.draft().points())
                .extracting(PointDraft::name)
                .containsExactly("my client", "fw:eth1", "server:eth0");
        assertThat(extended.draft().points().getFirst())
                .returns(client, PointDraft::id)
                .returns("my client", PointDraft::name)
                .returns("laptop", PointDraft::device)
                .returns("wlan0", PointDraft::interfaceName);
        assertThat(extended.draft().answers()).hasSize(1);
        assertThat(extended.draft().points()).extracting(PointDraft::id).contains(server);
        assertThat(extended.draft().points())
                .allSatisfy(point -> assertThat(extended.filesAt(point.id())).hasSize(1));
        assertThat(extended.notice()).contains("fw:eth1 is a new point", "words.txt: ");
        assertThat(filesOnDisk()).isEqualTo(3);
    }

    @Test
    void anEndWithoutACaptureIsAddedBehindANewBoxAndNotAgainWhereItWasTakenAway() throws Exception {
        drop("laptop.txt", flow("10:00:00.000000").replace("ttl 64", "ttl 65"));
        investigation.arrange();
        drop("router_any.txt", BOTH_SIDES);
        investigation.arrange();
        assertThat(names()).containsExactly("laptop", "router:eth0", "router:eth1", "server");

        investigation.change(draft -> draft.without(pointId(3)));
        drop("phone.txt", flow("10:00:00.000050").replace("ttl 64", "ttl 65"));
        investigation.arrange();
        assertThat(names()).hasSize(4).contains("phone").doesNotContain("server");
    }

    private List<String> names() {
        return investigation.state().draft().points().stream()
                .map(PointDraft::name)
                .toList();
    }

    @Test
    void aPointThatWaitsForACaptureTakesIt() throws Exception {
        investigation.change(
                draft -> PathDraft.fourPoints().withFlow(new FlowDraft("tcp", "10.0.0.1", "", "10.9.0.1", "80")));
        drop("server.txt", flow("10:00:00.000300"));
        drop("FW-IN.txt", flow("10:00:00.000100"));
        investigation.arrange();

        assertThat(investigation.state().draft().points())
                .extracting(PointDraft::name)
                .containsExactly("client", "fw-in", "fw-out", "server");
        assertThat(investigation.state().filesAt(pointId(1))).singleElement().returns("FW-IN.txt", PointFile::name);
        assertThat(investigation.state().filesAt(pointId(3))).singleElement().returns("server.txt", PointFile::name);
        assertThat(nextWalk().points()).hasSize(4);
    }

    @Test
    void filesThatAreNoCapturesLeaveThePathAsItWasAndSayWhy() throws Exception {
        investigation.change(draft -> PathDraft.fourPoints());
        drop("words.txt", "nothing that a capture holds\n");
        investigation.arrange();

        assertThat(investigation.state().draft().points()).hasSize(4);
        assertThat(investigation.state().notice()).startsWith("words.txt: ");
    }

    private static String flow(String time) {
        return time + " IP (tos 0x0, ttl 64, id 7, offset 0, flags [DF], proto TCP (6), length 40)\n"
                + "    10.0.0.1.40001 > 10.9.0.1.80: Flags [S], seq 100, win 64240, length 0\n";
    }

    private void drop(String name, String content) throws Exception {
        try {
            investigation.receive(investigation.addPoint(name), name, content.length(), text(content));
        } catch (UploadRefused refused) {
            assertThat(name).isEqualTo("words.txt");
        }
    }

    private String usableFile(int place) {
        return investigation.state().filesAt(pointId(place)).getFirst().id();
    }
}
