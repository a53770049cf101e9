package dev.wirewalk.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.PacketView;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures of packet filters say where a packet was seen, and what was decided. */
class FilterLogsTest {
    private static final byte[] SYN =
            new Bytes().ipv4(PacketView.TCP, 20).tcp(1024, 80, 7, 0, 2, "").toArray();

    @TempDir
    Path folder;

    private final List<String> seen = new ArrayList<>();

    private ReadReport read(int linkType, byte[]... packets) throws Exception {
        CaptureBytes bytes =
                new CaptureBytes(ByteOrder.LITTLE_ENDIAN).pcapHeader(CaptureBytes.MICROSECONDS, 65535, linkType);
        for (byte[] packet : packets) {
            bytes.pcapRecord(1, 2, packet, packet.length);
        }
        try (CaptureFile file = CaptureFile.open(bytes.write(folder.resolve("a.pcap")))) {
            return file.read(frame -> seen.add(frame.interfaceName().orElse("-") + " "
                    + frame.position().orElse("-") + " " + frame.packet().destinationPort()));
        }
    }

    private static byte[] logged(String action, String direction) {
        return Bytes.of("3d 02" + action + "00 656d3000")
                .zeros(12)
                .zeros(16)
                .hex("00000004 ffffffff")
                .zeros(16)
                .hex(direction + "000000")
                .bytes(SYN)
                .toArray();
    }

    @Test
    void ofPf() throws Exception {
        ReadReport report = read(117, logged("01", "01"), logged("00", "01"), logged("00", "02"));
        assertThat(seen).containsExactly("em0 drop 80", "em0 in 80", "em0 out 80");
        assertThat(report.events())
                .containsExactly(
                        new TextEvent(0, 1, TextEvent.Kind.DROP, "rule 4 drop (match)"),
                        new TextEvent(0, 2, TextEvent.Kind.POLICY, "rule 4 pass (match)"),
                        new TextEvent(0, 3, TextEvent.Kind.POLICY, "rule 4 pass (match)"));
    }

    @Test
    void ofNetfilter() throws Exception {
        byte[] packet = Bytes.of("0200 0000 0900 0a00 44524f50 00 000000 2c00 0900")
                .bytes(SYN)
                .toArray();
        ReadReport report = read(239, packet);
        assertThat(seen).containsExactly("- - 80");
        assertThat(report.events()).containsExactly(new TextEvent(0, 1, TextEvent.Kind.NOTE, "DROP"));
    }

    @Test
    void encryptedFramesAreCountedAndSaid() throws Exception {
        byte[] frame = Bytes.of("0842 0000 020000000002 020000000003 020000000001 1000")
                .zeros(60)
                .toArray();
        ReadReport report = read(105, frame, frame);
        assertThat(seen).containsExactly("- - -1", "- - -1");
        assertThat(report.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.text())
                        .isEqualTo("2 wireless frames are encrypted: what they carry cannot be read"));
    }
}
