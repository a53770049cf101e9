package dev.wirewalk.inspect.ui;

import static dev.wirewalk.finding.Script.PUSH_ACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.finding.Script;
import dev.wirewalk.inspection.Inspection;
import dev.wirewalk.inspection.InspectionProgress;
import dev.wirewalk.inspection.Inspector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One packet, copied out of its file: its bytes, its layers, its line. */
class ShownPacketTest {
    @TempDir
    Path folder;

    private Optional<ShownPacket> packet(byte[] file, long number) throws Exception {
        Path path = Files.write(folder.resolve("file"), file);
        try (CaptureFile capture = CaptureFile.open(path);
                Inspection inspection = new Inspector(InspectionProgress.SILENT, true).inspect(capture, "file")) {
            return ShownPacket.read(capture, inspection.frames().orElseThrow(), number);
        }
    }

    private static byte[] http() {
        return new Script()
                .handshake("10.0.0.1:40000", "10.0.0.2:80")
                .tcp("10.0.0.1:40000", "10.0.0.2:80", PUSH_ACK, 1001, 5001, "GET / HTTP/1.0\r\n")
                .bytes();
    }

    @Test
    void bytesStandInRowsOfSixteenWithWhatIsPrintable() throws Exception {
        ShownPacket packet = packet(http(), 4).orElseThrow();
        assertThat(packet.octets()).hasSize(14 + 20 + 20 + 16);
        assertThat(packet.hex().lines().toList())
                .hasSize(5)
                .satisfies(lines -> assertThat(lines.get(3))
                        .startsWith("000030  02 00 00 00 00 00 47 45  54 20 2f 20 48 54 54 50  ......GET / HTTP"))
                .last()
                .asString()
                .isEqualTo("000040  2f 31 2e 30 0d 0a                                 /1.0..");
        assertThat(packet.whole()).isTrue();
        assertThat(packet.summary()).isEqualTo("[PSH,ACK]  seq 1001  ack 5001  len 16  win 512");
        assertThat(packet.line()).isZero();
    }

    @Test
    void layersAreNamedWithTheirFields() throws Exception {
        assertThat(Dissection.of(packet(http(), 4).orElseThrow()))
                .extracting(Dissection.Layer::title)
                .containsExactly(
                        "Ethernet Header (14 bytes)",
                        "IPv4 Header (20 bytes)",
                        "TCP Header (20 bytes)",
                        "data (16 bytes)");
        assertThat(Dissection.of(packet(http(), 4).orElseThrow()).get(1).fields())
                .anyMatch(field -> field.endsWith("Source address: 10.0.0.1"));
    }

    @Test
    void whatATextDidNotTellIsUnknownAndNotZero() throws Exception {
        String text = "id=20085 trace_id=7 func=print_pkt_detail line=5888 msg=\"vd-root:0 received a packet(proto=6,"
                + " 10.0.0.1:40000->10.0.0.2:80) tun_id=0.0.0.0 from port1. flag [S], seq 100, ack 0, win 512\"\n";
        ShownPacket packet = packet(text.getBytes(StandardCharsets.US_ASCII), 1).orElseThrow();
        assertThat(packet.whole()).isFalse();
        assertThat(packet.hex()).contains("??").contains("0a 00 00 01");
        assertThat(packet.line()).isEqualTo(1);
        assertThat(packet.summary()).startsWith("[SYN]  seq 100");
    }

    @Test
    void aNumberThatNoPacketHasShowsNothing() throws Exception {
        assertThat(packet(http(), 5)).isEmpty();
        assertThat(packet(http(), 0)).isEmpty();
    }

    @Test
    void damagedHeadersAreShownAsFarAsTheyGo() throws Exception {
        byte[] cut = new Script(30)
                .tcp("10.0.0.1:40000", "10.0.0.2:80", PUSH_ACK, 1, 1, "x")
                .bytes();
        ShownPacket packet = packet(cut, 1).orElseThrow();
        assertThat(packet.octets()).hasSize(30);
        assertThat(packet.originalLength()).isEqualTo(55);
        assertThat(Dissection.of(packet)).isNotEmpty();
    }
}
