package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wirewalk.topology.PathFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A packet that a capture could not have shown is never called lost. */
class IncompleteCapturesTest {
    private static final Path CASES = Path.of("src", "test", "resources", "cases");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"T1-ok-leaky-01", "T3-ok-snat-01"})
    void aLeakyTapOfAWorkingFlowIsNeverAFailure(String name) throws IOException {
        Random random = new Random(4711);
        for (Path capture : captures(name)) {
            int packets = PcapEditor.count(capture);
            for (int round = 0; round < 25; round++) {
                double leak = random.nextDouble(0.05, 0.9);
                boolean[] kept = new boolean[packets];
                for (int i = 0; i < packets; i++) {
                    kept[i] = random.nextDouble() > leak;
                }
                WalkResult result = walk(name, capture, i -> kept[i], 0);
                assertThat(result.verdict().outcome())
                        .as("%s of %s, round %d: %s", capture.getFileName(), name, round, result.verdict())
                        .isNotEqualTo(Outcome.FAILS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"T1-payload_drop-01", "T1-fw_reject_rst-01"})
    void aLeakyTapOfAFailingFlowNeverMovesTheFaultElsewhere(String name) throws IOException {
        Random random = new Random(815);
        for (Path capture : captures(name)) {
            int packets = PcapEditor.count(capture);
            for (int round = 0; round < 25; round++) {
                double leak = random.nextDouble(0.05, 0.8);
                boolean[] kept = new boolean[packets];
                for (int i = 0; i < packets; i++) {
                    kept[i] = random.nextDouble() > leak;
                }
                Verdict verdict = walk(name, capture, i -> kept[i], 0).verdict();
                assertThat(verdict.outcome()).isIn(Outcome.FAILS, Outcome.UNDECIDED);
                assertThat(verdict.outcome() == Outcome.FAILS ? verdict.device().orElse("elsewhere") : "fw")
                        .as("%s of %s, round %d: %s", capture.getFileName(), name, round, verdict)
                        .isEqualTo("fw");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"T1-ok-leaky-01", "T3-ok-snat-01"})
    void aCaptureThatBeginsLateOrEndsEarlyIsNeverAFailure(String name) throws IOException {
        for (Path capture : captures(name)) {
            int packets = PcapEditor.count(capture);
            for (int cut = 0; cut <= packets; cut++) {
                int at = cut;
                assertThat(walk(name, capture, i -> i >= at, 0).verdict().outcome())
                        .as("%s of %s begins at packet %d", capture.getFileName(), name, cut)
                        .isNotEqualTo(Outcome.FAILS);
                assertThat(walk(name, capture, i -> i < at, 0).verdict().outcome())
                        .as("%s of %s ends before packet %d", capture.getFileName(), name, cut)
                        .isNotEqualTo(Outcome.FAILS);
            }
        }
    }

    @Test
    void aClockThatIsWrongChangesNoVerdictAndIsSaid() throws IOException {
        for (Path capture : captures("T1-ok-leaky-01").subList(1, 4)) {
            WalkResult result = walk("T1-ok-leaky-01", capture, i -> true, 7);
            assertThat(result.verdict().outcome()).isEqualTo(Outcome.WORKS);
            assertThat(result.captureIssues()).extracting(CaptureIssue::kind).contains(CaptureIssue.Kind.CLOCK_SKEW);
        }
        for (Path capture : captures("T1-link_lost-01")) {
            WalkResult result = walk("T1-link_lost-01", capture, i -> true, -9);
            assertThat(result.verdict().cause()).contains(Cause.LINK_LOSS);
        }
    }

    @Test
    void aPointWithoutCaptureWidensTheStretchAndIsWhereToLookNext() throws IOException {
        copy("T1-link_lost-01", Path.of(""), i -> true, 0);
        Path file = folder.resolve("path.yaml");
        Files.writeString(file, Files.readString(file).replace("[\"fw_igb1.pcap\"]", "[]"));

        WalkResult result = CaseVerdict.walk(file);

        assertThat(CaseVerdict.of(result.verdict()))
                .isEqualTo(new CaseVerdict("fw:igb0..server:eno1", "forward", "syn", "link_loss"));
        assertThat(result.next()).singleElement().extracting(NextCapture::point).isEqualTo("fw:igb1");
        assertThat(result.captureIssues()).extracting(CaptureIssue::kind).containsExactly(CaptureIssue.Kind.NO_CAPTURE);
    }

    @Test
    void nothingIsLostWhereNoCaptureCouldHaveShownIt() throws IOException {
        copy("T1-link_lost-01", Path.of(""), i -> true, 0);
        Path file = folder.resolve("path.yaml");
        Files.writeString(file, Files.readString(file).replace("[\"server_eno1.pcap\"]", "[]"));

        WalkResult result = CaseVerdict.walk(file);

        assertThat(result.verdict().outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(result.verdict().summary()).contains("no capture behind it");
        assertThat(CaseVerdict.of(result.verdict()))
                .isEqualTo(new CaseVerdict("fw:igb1..server", "forward", "syn", "link_loss"));
        assertThat(result.next()).extracting(NextCapture::point).contains("server:eno1");
    }

    @Test
    void aFileThatIsNoCaptureIsNamed() throws IOException {
        copy("T1-link_lost-01", Path.of(""), i -> true, 0);
        Files.writeString(folder.resolve("fw_igb1.pcap"), "15:04:05 no capture at all\n");

        assertThatThrownBy(() -> CaseVerdict.walk(folder.resolve("path.yaml")))
                .isInstanceOf(WalkInputException.class)
                .hasMessageContaining("fw_igb1.pcap");
    }

    @Test
    void aCutRecordIsReadUpToTheCutAndSaid() throws IOException {
        copy("T1-link_lost-01", Path.of(""), i -> true, 0);
        Path capture = folder.resolve("client_eth0.pcap");
        byte[] whole = Files.readAllBytes(capture);
        Files.write(capture, java.util.Arrays.copyOf(whole, whole.length - 5));

        WalkResult result = CaseVerdict.walk(folder.resolve("path.yaml"));

        assertThat(result.verdict().cause()).contains(Cause.LINK_LOSS);
        assertThat(result.captureIssues()).singleElement().satisfies(issue -> {
            assertThat(issue.kind()).isEqualTo(CaptureIssue.Kind.DAMAGED_FILE);
            assertThat(issue.point()).isEqualTo("client:eth0");
        });
    }

    @Test
    void aWalkCanBeCancelled() {
        WalkProgress impatient = new WalkProgress() {
            @Override
            public void at(String phase, long doneBytes, long totalBytes) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        var path = PathFile.read(CASES.resolve("T1-link_lost-01").resolve("path.yaml"));
        assertThatThrownBy(() -> new PathWalk((point, filter) -> List.of()).walk(path, impatient))
                .isInstanceOf(CancellationException.class);
    }

    private static List<Path> captures(String name) throws IOException {
        try (Stream<Path> files = Files.list(CASES.resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".pcap"))
                    .sorted()
                    .toList();
        }
    }

    private WalkResult walk(String name, Path edited, IntPredicate kept, int seconds) throws IOException {
        copy(name, edited, kept, seconds);
        return CaseVerdict.walk(folder.resolve("path.yaml"));
    }

    private void copy(String name, Path edited, IntPredicate kept, int seconds) throws IOException {
        for (Path capture : captures(name)) {
            boolean changed = capture.equals(edited);
            PcapEditor.copy(
                    capture, folder.resolve(capture.getFileName()), changed ? kept : i -> true, changed ? seconds : 0);
        }
        Files.copy(
                CASES.resolve(name).resolve("path.yaml"),
                folder.resolve("path.yaml"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void aResetThatATextShowsWithoutItsLifeMayBeABoxs() throws IOException {
        Files.writeString(folder.resolve("in.txt"), """
                12:00:00.000001 IP 10.1.0.10.40001 > 10.9.0.20.80: Flags [S], seq 1000, win 64240, length 0
                12:00:00.000002 IP 10.9.0.20.80 > 10.1.0.10.40001: Flags [S.], seq 5000, ack 1001, win 65160, length 0
                12:00:00.000003 IP 10.1.0.10.40001 > 10.9.0.20.80: Flags [.], ack 1, win 502, length 0
                12:00:00.000004 IP 10.1.0.10.40001 > 10.9.0.20.80: Flags [P.], seq 1:100, ack 1, win 502, length 99
                12:00:00.000005 IP 10.9.0.20.80 > 10.1.0.10.40001: Flags [R.], seq 1, ack 100, win 0, length 0
                """);
        Path path = Files.writeString(folder.resolve("path.yaml"), """
                flow: {protocol: tcp, client: "10.1.0.10", server: "10.9.0.20", port: 80}
                points:
                  - {name: "fw:in", device: fw, interface: in, files: [in.txt]}
                  - {name: "fw:out", device: fw, interface: out, files: []}
                  - {name: "server:eth0", device: server, interface: eth0, files: []}
                """);
        Verdict verdict = CaseVerdict.walk(path).verdict();
        assertThat(CaseVerdict.of(verdict)).isEqualTo(new CaseVerdict("server", "return", "data", "reset_midstream"));
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    }
}
