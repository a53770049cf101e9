package dev.wirewalk.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureFileTest {
    @TempDir
    Path folder;

    private static final String NO_TOOL =
            "is text, but none of its lines (1) reads as the output of a capture or debug command that is known";

    private void refused(byte[] content, String reason) throws Exception {
        Path file = Files.write(folder.resolve("x.pcap"), content);
        assertThatThrownBy(() -> CaptureFile.open(file))
                .isInstanceOf(UnreadableCapture.class)
                .hasMessage(file + " " + reason + ".");
    }

    @Test
    void emptyFileAndTextAreToldApart() throws Exception {
        refused(new byte[0], "is empty: zero bytes, not even a file header");
        refused("it is slow since noon\n".getBytes(StandardCharsets.UTF_8), NO_TOOL);
        refused("x".getBytes(StandardCharsets.UTF_8), NO_TOOL);
        refused("Grüße".repeat(500).getBytes(StandardCharsets.UTF_8), NO_TOOL);
        refused("too slow".getBytes(StandardCharsets.UTF_16), NO_TOOL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d4c3b2 | is too short for a capture: 3 of the 4 bytes that tell the format",
                "d4c3b2a1 | ends inside its pcap file header: 4 of 24 bytes are there",
                "0a0d0d0a1c000000 | ends inside its pcapng section header: 8 of 28 bytes are there",
                "1f8b0800000000 | is compressed with gzip, and nothing of it could be unpacked",
                "28b52ffd00 | is compressed with zstd, and nothing of it could be unpacked",
                "504b030400 | is a zip archive: unpack it first (it begins with 504b0304)",
                "736e6f6f70000000 | ends inside its snoop file header: 8 of 16 bytes are there",
                "474d425500020100 | ends inside its Network Monitor file header: 8 of 72 bytes are there",
                "0102030405 | is not a capture: its first bytes are those of no format that is known (it begins with 01020304)",
            })
    void whatIsNoCaptureIsSaidInOneSentence(String content, String reason) throws Exception {
        refused(HexFormat.of().parseHex(content), reason);
    }

    @Test
    void everyCutFileHeaderIsRefused() throws Exception {
        byte[] pcap = new CaptureBytes(ByteOrder.BIG_ENDIAN)
                .pcapHeader(CaptureBytes.NANOSECONDS, 65535, 1)
                .toArray();
        for (int length = 4; length < pcap.length; length++) {
            refused(
                    Arrays.copyOf(pcap, length),
                    "ends inside its pcap file header: " + length + " of 24 bytes are there");
        }
        byte[] pcapng = new CaptureBytes(ByteOrder.BIG_ENDIAN).section().toArray();
        pcapng[8] = 0;
        refused(pcapng, "begins like pcapng, but its byte order mark at offset 8 is damaged");
    }

    @Test
    void missingFilesAndFoldersAreSaid() {
        assertThatThrownBy(() -> CaptureFile.open(folder.resolve("none.pcap")))
                .isInstanceOf(UnreadableCapture.class)
                .hasMessageEndingWith("none.pcap does not exist.");
        assertThatThrownBy(() -> CaptureFile.open(folder)).hasMessageEndingWith("is not a file.");
    }

    @Test
    void aHeaderWithoutPacketsIsAnEmptyCaptureAndMayBeReadTwice() throws Exception {
        Path file = new CaptureBytes(ByteOrder.LITTLE_ENDIAN)
                .pcapHeader(CaptureBytes.MICROSECONDS, 65535, 276)
                .write(folder.resolve("empty.pcap"));
        try (CaptureFile capture = CaptureFile.open(file)) {
            for (int pass = 0; pass < 2; pass++) {
                ReadReport report = capture.read(frame -> {
                    throw new AssertionError("there is no packet");
                });
                assertThat(report.packets()).isZero();
                assertThat(report.warnings()).isEmpty();
            }
            assertThat(capture.size()).isEqualTo(24);
            assertThat(capture.format()).isEqualTo(CaptureFormat.PCAP);
        }
    }

    @Test
    void aClosedFileIsNotRead() throws Exception {
        Path file = new CaptureBytes(ByteOrder.LITTLE_ENDIAN)
                .pcapHeader(CaptureBytes.MICROSECONDS, 65535, 1)
                .write(folder.resolve("a.pcap"));
        CaptureFile capture = CaptureFile.open(file);
        capture.close();
        assertThatThrownBy(() -> capture.read(frame -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void warningsWithoutEndAreCountedNotKept() {
        CaptureBytes bytes = new CaptureBytes(ByteOrder.BIG_ENDIAN).section().interfaceDescription(1, 0);
        for (int i = 0; i < 250; i++) {
            bytes.enhancedPacket(9, i, new byte[14], 14);
        }
        assertThat(SeenFrame.pass(bytes.write(folder.resolve("w.pcapng")))
                        .report()
                        .warnings())
                .hasSize(101)
                .last()
                .extracting(ReadWarning::text)
                .isEqualTo("150 more warnings of this kind are left out");
    }
}
