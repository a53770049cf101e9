package dev.wirewalk.finding.tap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.CaptureBytes;
import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.finding.Finding;
import dev.wirewalk.finding.Script;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.inspection.Inspection;
import dev.wirewalk.inspection.Inspector;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapRulesTest {
    private static final String CLIENT = "10.0.0.1:40000";
    private static final String SERVER = "10.0.9.9:443";

    private static Finding only(Script script, String id) {
        List<Finding> found = script.found(id);
        assertThat(found).as(id).hasSize(1);
        return found.getFirst();
    }

    @Test
    void cutHeadersMatterMoreThanCutData() {
        Script data = new Script(60).handshake(CLIENT, SERVER).tcp(CLIENT, SERVER, Script.ACK, 1001, 5001, 500);
        assertThat(only(data, "packets-cut").severity()).isEqualTo(Severity.NOTE);
        assertThat(only(data, "packets-cut").summary()).contains("1 of 4 packets", "at most 60 bytes");

        Script headers = new Script(40).handshake(CLIENT, SERVER);
        assertThat(only(headers, "packets-cut").severity()).isEqualTo(Severity.WARNING);
        assertThat(new Script().handshake(CLIENT, SERVER).found("packets-cut")).isEmpty();
    }

    @Test
    void aClockThatGoesBackFarJumpedAndALittleIsDisorder() {
        Script jump = new Script()
                .at(10)
                .echo("10.0.0.1", "10.0.9.9", false, 1, 1)
                .at(3)
                .echo("10.0.0.1", "10.0.9.9", false, 1, 2);
        assertThat(only(jump, "clock-jump").summary()).contains("1 time", "7 s");
        assertThat(Script.evidence(only(jump, "clock-jump"))).containsExactly(2L);

        Script disorder = new Script()
                .at(10)
                .echo("10.0.0.1", "10.0.9.9", false, 1, 1)
                .at(9.99)
                .echo("10.0.0.1", "10.0.9.9", false, 1, 2);
        assertThat(disorder.found("clock-jump")).isEmpty();
        assertThat(only(disorder, "times-disordered").severity()).isEqualTo(Severity.NOTE);
    }

    @Test
    void oneDirectionIsProvenByWhatItAcknowledges() {
        Script proven = new Script()
                .tcp(CLIENT, SERVER, Script.ACK, 100, 500, 0)
                .tcp(CLIENT, SERVER, Script.ACK, 100, 900, 0)
                .tcp(CLIENT, SERVER, Script.ACK, 100, 1300, 0);
        assertThat(only(proven, "one-way-capture").severity()).isEqualTo(Severity.WARNING);
        assertThat(only(proven, "one-way-capture").summary()).contains("only what 10.0.0.1:40000 sent");

        Script repeating = new Script();
        for (int i = 0; i < 4; i++) {
            repeating.at(i).tcp(CLIENT, SERVER, Script.ACK, 100, 500, 50);
        }
        assertThat(repeating.found("one-way-capture")).isEmpty();
        proven.handshake("10.0.0.2:7", SERVER);
        assertThat(only(proven, "one-way-capture").severity()).isEqualTo(Severity.NOTE);
    }

    @Test
    void anAnswerBeforeItsQuestionShowsThatTapsWereJoined() {
        Script script = new Script()
                .tcp(SERVER, CLIENT, Script.SYN_ACK, 5000, 1001, 0)
                .tcp(CLIENT, SERVER, Script.SYN, 1000, 0, 0)
                .tcp(CLIENT, SERVER, Script.ACK, 1001, 5001, 0)
                .echo("10.0.9.9", "10.0.0.1", false, 5, 1)
                .echo("10.0.0.1", "10.0.9.9", true, 5, 1);
        Finding found = only(script, "reply-before-request");
        assertThat(found.count()).isEqualTo(2);
        assertThat(Script.evidence(found)).containsExactly(1L, 2L, 4L, 5L);

        Script repeated = new Script().handshake(CLIENT, SERVER).tcp(CLIENT, SERVER, Script.SYN, 1000, 0, 0);
        assertThat(repeated.found("reply-before-request")).isEmpty();
    }

    @Test
    void copiesAreNotedAndCauseNothingElse() {
        Script script = new Script();
        for (int i = 0; i < 4; i++) {
            for (int copy = 0; copy < 2; copy++) {
                script.at(i + copy * 0.0005).identification(900 + i).ttl(64 - copy);
                script.tcp(CLIENT, SERVER, Script.ACK, 100 + i * 10, 500, 10);
            }
        }
        assertThat(only(script, "copies").count()).isEqualTo(4);
        assertThat(script.found("retransmissions")).isEmpty();
        assertThat(new Script().handshake(CLIENT, SERVER).found("copies")).isEmpty();
    }

    @Test
    void connectionsThatBeganBeforeOrGoOnBehindAreNotes() {
        Script running =
                new Script().tcp(CLIENT, SERVER, Script.ACK, 100, 500, 10).tcp(SERVER, CLIENT, Script.ACK, 500, 110, 0);
        assertThat(only(running, "began-late").summary()).contains("1 of 1 TCP connection");
        assertThat(only(running, "ended-early").severity()).isEqualTo(Severity.NOTE);

        Script whole = new Script().handshake(CLIENT, SERVER).close(CLIENT, SERVER, 1001, 5001);
        assertThat(whole.result().findings()).isEmpty();
    }

    @Test
    void whatTheFileCountsAsDroppedIsToldWithItsInterface() throws Exception {
        assertThat(findingsWithDrops(12))
                .singleElement()
                .satisfies(found -> assertThat(found.summary()).contains("lost 12 packets", "eth7: 12"));
        assertThat(findingsWithDrops(0)).isEmpty();
    }

    private static List<Finding> findingsWithDrops(long drops) throws Exception {
        CaptureBytes file = new CaptureBytes(ByteOrder.LITTLE_ENDIAN);
        file.section().interfaceDescription(1, 0, file.name("eth7"));
        byte[] count = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).u64(drops).toArray();
        file.block(
                5,
                new CaptureBytes(ByteOrder.LITTLE_ENDIAN)
                        .u32(0)
                        .u64(0)
                        .bytes(file.option(5, count))
                        .u32(0));
        Path path = Files.createTempFile("drops", ".pcapng");
        try (CaptureFile capture = CaptureFile.open(file.write(path));
                Inspection inspection = Inspector.silent().inspect(capture, "drops")) {
            return inspection.result().findings();
        } finally {
            Files.delete(path);
        }
    }
}
