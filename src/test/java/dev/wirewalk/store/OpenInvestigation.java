package dev.wirewalk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.diagnosis.Delays;
import dev.wirewalk.diagnosis.Ladder;
import dev.wirewalk.diagnosis.Outcome;
import dev.wirewalk.diagnosis.Verdict;
import dev.wirewalk.diagnosis.WalkResult;
import dev.wirewalk.topology.Path;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An open investigation over a walk that the test holds in its hands. */
abstract class OpenInvestigation {
    /** The header of a pcap file without packets (draft-ietf-opsawg-pcap section 4), Ethernet, little-endian. */
    static final byte[] EMPTY_CAPTURE =
            HexFormat.of().parseHex("d4c3b2a1" + "02000400" + "00000000" + "00000000" + "00000400" + "01000000");

    @TempDir
    java.nio.file.Path data;

    final BlockingQueue<Path> walks = new LinkedBlockingQueue<>();
    volatile CountDownLatch mayEnd = new CountDownLatch(0);
    Investigations investigations;
    SessionWork work;
    Investigation investigation;

    @BeforeEach
    void open() {
        UploadStore store = new UploadStore(data, UploadFolderTest.settings(1000, 2000));
        investigations = new Investigations(store, (path, answers, progress) -> {
            walks.add(path);
            progress.at("reading", 1, 2);
            while (mayEnd.getCount() > 0 && !progress.cancelled()) {
                Thread.onSpinWait();
            }
            progress.at("judging", 2, 2);
            return result(path);
        });
        work = investigations.open();
        investigation = work.investigation();
    }

    @AfterEach
    void close() throws IOException {
        mayEnd.countDown();
        investigations.close();
    }

    PointFile.Usable usable(String point) {
        return investigation.state().filesAt(point).getFirst().usable().orElseThrow();
    }

    String pointId(int place) {
        return investigation.state().draft().points().get(place).id();
    }

    Path nextWalk() throws InterruptedException {
        Path walk = walks.poll(5, TimeUnit.SECONDS);
        return Optional.ofNullable(walk).orElseThrow(() -> new AssertionError("no walk within 5 s"));
    }

    InvestigationState settled() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (investigation.state().walking()) {
            assertThat(System.nanoTime()).as("the walk ends within 5 s").isLessThan(end);
            Thread.sleep(5);
        }
        return investigation.state();
    }

    long filesOnDisk() throws IOException {
        try (var paths = Files.walk(data)) {
            return paths.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(Leftovers.LOCK))
                    .count();
        }
    }

    static InputStream capture() {
        return new ByteArrayInputStream(EMPTY_CAPTURE);
    }

    static InputStream text(String words) {
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
        return new WalkResult(
                verdict,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Ladder.empty(),
                List.of(),
                List.of(),
                Delays.none(),
                List.of());
    }
}
