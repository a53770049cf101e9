package dev.wirewalk.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.finding.Finding;
import dev.wirewalk.finding.Script;
import dev.wirewalk.finding.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets that are damaged in any place are inspected without harm, and what a text does not tell is never taken for lost. */
class DamagedInspectionTest {
    private static final String CLIENT = "10.0.0.1:40000";
    private static final String SERVER = "10.0.9.9:80";
    private static final int FILE_HEADER = 24;

    @TempDir
    Path folder;

    /** A little of everything that rules look at. */
    private static Script mixture() {
        Script script = new Script()
                .handshake(CLIENT, SERVER)
                .tcp(CLIENT, SERVER, Script.PUSH_ACK, 1001, 5001, "GET / HTTP/1.1\r\n\r\n")
                .tcp(SERVER, CLIENT, Script.PUSH_ACK, 5001, 1019, "HTTP/1.1 404 Not Found\r\n\r\n")
                .close(CLIENT, SERVER, 1019, 5027)
                .dns("10.0.0.1:5000", "10.0.0.53:53", 7, 0x0100, "a.example")
                .dns("10.0.0.53:53", "10.0.0.1:5000", 7, 0x8183, "a.example")
                .arp(1, 1, "10.0.0.1", "10.0.0.9")
                .arp(2, 2, "10.0.0.9", "10.0.0.1")
                .echo("10.0.0.1", "10.0.9.9", true, 5, 1)
                .fragment("10.0.0.1", "10.0.9.9", 17, 9, 0, true, new byte[64]);
        byte[] quoted =
                script.ipBytes(CLIENT, SERVER, 6, script.tcpBytes(CLIENT, SERVER, Script.SYN, 1, 0, new byte[0]), 0);
        return script.icmpError("10.0.0.254", "10.0.0.1", 11, 0, 0, quoted)
                .ttl(3)
                .echo("10.0.0.1", "10.0.9.9", true, 6, 1);
    }

    private InspectionResult inspect(byte[] bytes) throws IOException, UnreadableCapture {
        Path file = Files.write(folder.resolve("damaged"), bytes);
        try (CaptureFile capture = CaptureFile.open(file);
                Inspection inspection = new Inspector(InspectionProgress.SILENT, true).inspect(capture, "damaged")) {
            return inspection.result();
        }
    }

    @Test
    void anyDamageOfPacketsIsInspected() throws IOException, UnreadableCapture {
        byte[] whole = mixture().bytes();
        Random random = new Random(4711);
        for (int round = 0; round < 3000; round++) {
            byte[] damaged = whole.clone();
            for (int hits = 1 + random.nextInt(6); hits > 0; hits--) {
                damaged[FILE_HEADER + random.nextInt(whole.length - FILE_HEADER)] = (byte) random.nextInt();
            }
            if (random.nextInt(4) == 0) {
                damaged = Arrays.copyOf(damaged, FILE_HEADER + random.nextInt(whole.length - FILE_HEADER));
            }
            InspectionResult result = inspect(damaged);
            assertThat(result.findings())
                    .as("round %d", round)
                    .allSatisfy(finding -> assertThat(finding.summary()).isNotBlank())
                    .allSatisfy(finding -> assertThat(finding.evidence()).allMatch(one -> one.frame() > 0));
        }
    }

    @Test
    void whatATextDoesNotTellIsNotLost() throws IOException, UnreadableCapture {
        String quiet = """
                0.000001 port1 in 10.0.0.1.4000 -> 10.0.0.2.80: syn 100
                0.000200 port1 out 10.0.0.2.80 -> 10.0.0.1.4000: syn 900 ack 101
                0.000300 port1 in 10.0.0.1.4000 -> 10.0.0.2.80: ack 901
                0.000400 port1 in 10.0.0.1.4000 -> 10.0.0.2.80: psh 101 ack 901
                0.000500 port1 out 10.0.0.2.80 -> 10.0.0.1.4000: psh 901 ack 201
                9.000600 port1 out 10.0.0.2.80 -> 10.0.0.1.4000: psh 2801 ack 201
                """;
        InspectionResult result = inspect(quiet.getBytes(StandardCharsets.UTF_8));

        assertThat(result.packets()).isEqualTo(6);
        assertThat(result.findings()).allMatch(finding -> finding.severity() == Severity.NOTE);
    }

    /** The same attempt as seen by a sniffer, by one that shows packets going in only, and by a trace of decisions. */
    @Test
    void silenceProvesSomethingOnlyWhereAnswersWouldBeShown() throws IOException, UnreadableCapture {
        String attempt = "1.000000 port1 in 10.0.0.1.4000 -> 10.0.0.2.80: syn 100\n";
        String later = "9.000000 port1 %s 10.0.0.7.53 -> 10.0.0.8.5353: udp 40\n";
        InspectionResult shown = inspect((attempt + later.formatted("out")).getBytes(StandardCharsets.UTF_8));
        assertThat(shown.findings()).extracting(Finding::id).contains("syn-unanswered");
        InspectionResult oneWay = inspect((attempt + later.formatted("in")).getBytes(StandardCharsets.UTF_8));
        assertThat(oneWay.packets()).isEqualTo(2);
        assertThat(oneWay.findings()).extracting(Finding::id).doesNotContain("syn-unanswered");

        String decided =
                "2023-01-01 10:00:0%d id=20085 trace_id=%d func=print_pkt_detail line=5842 msg=\"vd-root:0 received a"
                        + " packet(proto=6, 10.0.0.1:4000->10.0.0.2:%d) tun_id=0.0.0.0 from port1. flag [S], seq 100, ack 0, win"
                        + " 512\"%n2023-01-01 10:00:0%d id=20085 trace_id=%d func=vf_ip_route_input_common line=2615 msg=\"find a"
                        + " route: flag=04000000 gw-10.0.0.2 via port2\"%n";
        String trace = String.format(decided, 1, 1, 80, 1, 1) + String.format(decided, 9, 2, 81, 9, 2);
        InspectionResult traced = inspect(trace.getBytes(StandardCharsets.UTF_8));
        assertThat(traced.packets()).isEqualTo(2);
        assertThat(traced.details().seconds()).hasValue(8);
        assertThat(traced.findings()).extracting(Finding::id).doesNotContain("syn-unanswered");
    }

    @Test
    void aCancelledPassEndsAtOnce() throws IOException, UnreadableCapture {
        Path file = Files.write(folder.resolve("cancelled"), mixture().bytes());
        InspectionProgress impatient = new InspectionProgress() {
            @Override
            public void at(long doneBytes, long totalBytes) {
                throw new AssertionError("nothing is done any more");
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        try (CaptureFile capture = CaptureFile.open(file)) {
            assertThatThrownBy(() -> new Inspector(impatient, true).inspect(capture, "cancelled"))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void progressEndsWithTheWholeFile() throws IOException, UnreadableCapture {
        Path file = Files.write(folder.resolve("progress"), mixture().bytes());
        List<Long> heard = new ArrayList<>();
        try (CaptureFile capture = CaptureFile.open(file);
                Inspection inspection =
                        new Inspector((done, total) -> heard.add(done), true).inspect(capture, "progress")) {
            assertThat(heard).isSorted().last().isEqualTo(Files.size(file));
            FrameIndex index = inspection.frames().orElseThrow();
            assertThat(index.size()).isEqualTo(inspection.result().packets());
            List<String> seen = new ArrayList<>();
            List<String> found = new ArrayList<>();
            capture.read(frame -> seen.add(frame.number() + " " + frame.capturedLength()));
            for (long i = 0; i < index.size(); i++) {
                capture.visit(
                        index.place(i),
                        index.number(i),
                        frame -> found.add(frame.number() + " " + frame.capturedLength()));
            }
            assertThat(found).isEqualTo(seen);
        }
    }
}
