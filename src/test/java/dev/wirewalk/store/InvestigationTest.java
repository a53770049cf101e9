package dev.wirewalk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wirewalk.topology.draft.PathDraft;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvestigationTest extends OpenInvestigation {
    @Test
    void aFileThatIsNoCaptureIsSaidAtItsPointAndTheOthersStay() throws Exception {
        investigation.change(draft -> PathDraft.fourPoints());
        investigation.receive(pointId(0), "a.pcap", 24, capture());

        investigation.receive(pointId(0), "x.pcap", 10, text("just words"));

        List<PointFile> files = investigation.state().filesAt(pointId(0));
        assertThat(files).extracting(PointFile::name).containsExactly("a.pcap", "x.pcap");
        assertThat(files.getFirst().usable()).isPresent();
        assertThat(files.getLast().stage())
                .isInstanceOfSatisfying(
                        PointFile.Refused.class,
                        refused -> assertThat(refused.sentence())
                                .startsWith("It ")
                                .endsWith("It is not used.")
                                .doesNotContain(data.toString()));
        assertThat(usable(pointId(0)).stored().path()).exists();
        assertThat(filesOnDisk()).isEqualTo(1);
    }

    @Test
    void aRefusedOrHalfUploadIsSaidAtItsPoint() throws IOException {
        investigation.change(draft -> PathDraft.fourPoints());

        assertThatThrownBy(() -> investigation.receive(pointId(2), "half.pcap", 50, capture()))
                .isInstanceOf(UploadRefused.class);

        assertThat(investigation.state().filesAt(pointId(2))).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("half.pcap");
            assertThat(file.stage())
                    .isInstanceOfSatisfying(
                            PointFile.Refused.class,
                            refused -> assertThat(refused.sentence()).contains("stopped after 24 bytes of 50 bytes"));
        });
        assertThat(filesOnDisk()).isZero();
    }

    @Test
    void removingAPointRemovesItsFiles() throws Exception {
        investigation.change(draft -> PathDraft.fourPoints());
        String point = pointId(3);
        investigation.receive(point, "a.pcap", 24, capture());
        nextWalk();

        investigation.change(draft -> draft.without(point));

        assertThat(investigation.state().filesAt(point)).isEmpty();
        assertThat(filesOnDisk()).isZero();
        assertThat(investigation.state().found()).isEmpty();
        assertThat(investigation.state().job()).isEmpty();
    }

    @Test
    void loadingAPathKeepsTheFilesOfPointsWithTheSameName() throws Exception {
        investigation.change(draft -> PathDraft.fourPoints());
        investigation.receive(pointId(0), "a.pcap", 24, capture());
        investigation.receive(pointId(1), "b.pcap", 24, capture());

        PathDraft other = PathDraft.fourPoints();
        investigation.load(
                other.changed(other.points().get(1).id(), point -> point.with("elsewhere", point.device(), "", "")));

        assertThat(investigation.state().filesAt(pointId(0)))
                .extracting(PointFile::name)
                .containsExactly("a.pcap");
        assertThat(investigation.state().files().values().stream()
                        .mapToInt(List::size)
                        .sum())
                .isEqualTo(1);
        assertThat(filesOnDisk()).isEqualTo(1);
    }

    @Test
    void aFileRemovedWhileItComesInIsStopped() throws Exception {
        investigation.change(draft -> PathDraft.fourPoints());
        String point = pointId(0);
        InputStream removedMeanwhile = new InputStream() {
            private int left = 20;

            @Override
            public int read() {
                investigation.remove(
                        point, investigation.state().filesAt(point).getFirst().id());
                return left-- > 0 ? 1 : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                investigation.state().filesAt(point).forEach(file -> investigation.remove(point, file.id()));
                return left-- > 0 ? 1 : -1;
            }
        };

        assertThatThrownBy(() -> investigation.receive(point, "a.pcap", 20, removedMeanwhile))
                .isInstanceOf(UploadRefused.class)
                .hasMessageContaining("removed while it was still coming in");

        assertThat(investigation.state().filesAt(point)).isEmpty();
        assertThat(filesOnDisk()).isZero();
    }

    @Test
    void deleteNowRemovesFilesAndResultAndKeepsThePath() throws Exception {
        investigation.change(draft -> PathDraft.fourPoints());
        investigation.receive(pointId(0), "a.pcap", 24, capture());
        nextWalk();
        settled();

        investigation.deleteFiles();

        assertThat(investigation.state().hasFiles()).isFalse();
        assertThat(investigation.state().found()).isEmpty();
        assertThat(investigation.state().draft().points()).hasSize(4);
        assertThat(filesOnDisk()).isZero();
    }

    @Test
    void filesThatNobodyUsesAreRemoved() throws Exception {
        investigation.change(draft -> PathDraft.fourPoints());
        investigation.receive(pointId(0), "a.pcap", 24, capture());

        investigation.expire(Duration.ofHours(1));
        assertThat(investigation.state().hasFiles()).isTrue();

        investigation.expire(Duration.ZERO);
        assertThat(investigation.state().hasFiles()).isFalse();
        assertThat(investigation.state().notice()).contains("without use");
        assertThat(filesOnDisk()).isZero();
    }

    @Test
    void theEndOfASessionRemovesItsFilesOnly() throws Exception {
        Investigation other = investigations.open().investigation();
        for (Investigation each : List.of(investigation, other)) {
            each.change(draft -> PathDraft.fourPoints());
            each.receive(each.state().draft().points().getFirst().id(), "a.pcap", 24, capture());
        }
        assertThat(filesOnDisk()).isEqualTo(2);

        investigations.end(work);

        assertThat(filesOnDisk()).isEqualTo(1);
        assertThat(other.state().hasFiles()).isTrue();
    }
}
