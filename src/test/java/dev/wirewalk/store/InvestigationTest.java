package dev.wirewalk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wirewalk.diagnosis.Outcome;
import dev.wirewalk.diagnosis.Verdict;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.topology.Path;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvestigationTest {
    /** The header of a pcap file without packets (draft-ietf-opsawg-pcap section 4), Ethernet, little-endian. */
    private static final byte[] EMPTY_CAPTURE =
            HexFormat.of().parseHex("d4c3b2a1" + "02000400" + "00000000" + "00000000" + "00000400" + "01000000");

    @TempDir
    java.nio.file.Path data;

    private final BlockingQueue<Path> walks = new LinkedBlockingQueue<>();
    private CountDownLatch mayEnd = new CountDownLatch(0);
    private Investigations investigations;
    private Investigation investigation;

    @BeforeEach
    void open() {
        UploadStore store = new UploadStore(data, UploadFolderTest.settings(1000, 2000));
        investigations = new Investigations(store, (path, progress) -> {
            walks.add(path);
            progress.at("reading", 1, 2);
            while (mayEnd.getCount() > 0 && !progress.cancelled()) {
                Thread.onSpinWait();
            }
            progress.at("judging", 2, 2);
            return result(path);
        });
        investigation = investigations.open();
    }

    @AfterEach
    void close() throws IOException {
        mayEnd.countDown();
        investigations.close();
    }

    @Test
    void theFirstUsableCaptureStartsTheWalk() throws Exception {
        investigation.change(draft -> PathDraft.fourPoints());
        assertThat(investigation.state().job()).isEmpty();

        investigation.receive(pointId(1), "in.pcap", 24, capture());

        Path walked = nextWalk();
        assertThat(walked.points()).extracting(point -> point.files().size()).containsExactly(0, 1, 0, 0);
        InvestigationState end = settled();
        assertThat(end.found()).isPresent();
        InvestigationState.Found found = end.found().orElseThrow();
        assertThat(found.names().shownIn(found.result().verdict().summary())).isEqualTo("seen in in.pcap");
        assertThat(usable(pointId(1)).report().packets()).isZero();
    }

    @Test
    void walksAnewOnlyWhenPathOrCapturesChange() throws Exception {
        investigation.change(draft -> PathDraft.fourPoints());
        investigation.receive(pointId(0), "a.pcap", 24, capture());
        nextWalk();
        settled();

        investigation.change(draft -> draft);
        assertThatThrownBy(() -> investigation.receive(pointId(0), "huge", 5000, capture()))
                .isInstanceOf(UploadRefused.class);
        investigation.receive(pointId(0), "x.pcap", 4, text("text"));
        assertThat(walks).isEmpty();

        investigation.change(draft -> draft.moved(pointId(0), 1));
        assertThat(nextWalk().points().getFirst().name()).isEqualTo("fw-in");
        settled();
    }

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
    void aNewerWalkOvertakesAnOlderOne() throws Exception {
        investigation.change(draft -> PathDraft.fourPoints());
        mayEnd = new CountDownLatch(1);
        investigation.receive(pointId(0), "a.pcap", 24, capture());
        nextWalk();

        investigation.receive(pointId(1), "b.pcap", 24, capture());
        assertThat(nextWalk().points())
                .extracting(point -> point.files().size())
                .containsExactly(1, 1, 0, 0);
        mayEnd.countDown();

        assertThat(settled().found().orElseThrow().path().points().get(1).files())
                .hasSize(1);
    }

    @Test
    void cancellingLeavesNoResultUntilAskedAgain() throws Exception {
        investigation.change(draft -> PathDraft.fourPoints());
        mayEnd = new CountDownLatch(1);
        investigation.receive(pointId(0), "a.pcap", 24, capture());
        nextWalk();

        investigation.cancelWalk();
        InvestigationState cancelled = settled();
        assertThat(cancelled.job()).contains(new WalkJob.Cancelled<>());
        assertThat(cancelled.found()).isEmpty();

        mayEnd.countDown();
        investigation.walkAgain();
        nextWalk();
        assertThat(settled().found()).isPresent();
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
        Investigation other = investigations.open();
        for (Investigation each : List.of(investigation, other)) {
            each.change(draft -> PathDraft.fourPoints());
            each.receive(each.state().draft().points().getFirst().id(), "a.pcap", 24, capture());
        }
        assertThat(filesOnDisk()).isEqualTo(2);

        investigations.end(investigation);

        assertThat(filesOnDisk()).isEqualTo(1);
        assertThat(other.state().hasFiles()).isTrue();
    }

    private PointFile.Usable usable(String point) {
        return investigation.state().filesAt(point).getFirst().usable().orElseThrow();
    }

    private String pointId(int place) {
        return investigation.state().draft().points().get(place).id();
    }

    private Path nextWalk() throws InterruptedException {
        Path walk = walks.poll(5, TimeUnit.SECONDS);
        return Optional.ofNullable(walk).orElseThrow(() -> new AssertionError("no walk within 5 s"));
    }

    private InvestigationState settled() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (investigation.state().walking()) {
            assertThat(System.nanoTime()).as("the walk ends within 5 s").isLessThan(end);
            Thread.sleep(5);
        }
        return investigation.state();
    }

    private long filesOnDisk() throws IOException {
        try (var paths = Files.walk(data)) {
            return paths.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(Leftovers.LOCK))
                    .count();
        }
    }

    private static InputStream capture() {
        return new ByteArrayInputStream(EMPTY_CAPTURE);
    }

    private static InputStream text(String words) {
        return new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8));
    }

    private static WalkResult result(Path path) {
        String files = path.points().stream()
                .flatMap(point -> point.files().stream())
                .map(java.nio.file.Path::toString)
                .reduce("seen in", (all, file) -> all + " " + file);
        Verdict verdict = new Verdict(
                Outcome.UNDECIDED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                files);
        return new WalkResult(verdict, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
