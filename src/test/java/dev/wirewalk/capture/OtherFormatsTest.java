package dev.wirewalk.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.PacketView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** The same capture in every format and compression that is read: Wireshark writes and reads it too. */
class OtherFormatsTest {
    private static final List<String> FIELDS = List.of(
            "frame.number", "frame.time_epoch", "frame.len", "frame.cap_len", "ip.src", "tcp.srcport", "tcp.dstport");

    @TempDir
    Path folder;

    private static CaptureBytes capture() {
        CaptureBytes bytes = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).pcapHeader(CaptureBytes.MICROSECONDS, 65535, 1);
        for (int i = 0; i < 20; i++) {
            byte[] packet = Bytes.ethernet(0x0800)
                    .ipv4(PacketView.TCP, 20 + 13 * i)
                    .tcp(1024 + i, 80, 7, 0, 16, "")
                    .zeros(13 * i)
                    .toArray();
            bytes.pcapRecord(1_700_000_000L + 700 * i, 1000 * i, packet, packet.length);
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"snoop", "netmon1", "netmon2", "ngsniffer", "modpcap", "nokiapcap", "rh6_1pcap", "suse6_3pcap"})
    void asWiresharkWritesIt(String format) {
        Tshark.assumeInstalled();
        Path pcap = capture().write(folder.resolve("a.pcap"));
        Path file = Tshark.convert(pcap, format, folder.resolve("a." + format));
        List<FieldRow> theirs = Tshark.fields(file, FIELDS);
        List<FieldRow> ours = fields(file);
        assertThat(ours).hasSameSizeAs(theirs).hasSize(20);
        for (int i = 0; i < ours.size(); i++) {
            for (String field : FIELDS) {
                assertThat(ours.get(i).get(field))
                        .as(format + " frame " + (i + 1) + " " + field)
                        .isEqualTo(theirs.get(i).get(field));
            }
        }
    }

    private static List<FieldRow> fields(Path file) {
        List<FieldRow> rows = new ArrayList<>();
        try (CaptureFile capture = CaptureFile.open(file)) {
            ReadReport report = capture.read(frame -> rows.add(FrameFields.of(frame)));
            assertThat(report.warnings()).isEmpty();
        } catch (UnreadableCapture e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"lanalyzer", "5views", "visual", "nettl", "ngwsniffer_1_1", "ngwsniffer_2_0", "btsnoop"})
    void formatsThatAreNotReadAreNamed(String format) throws Exception {
        Tshark.assumeInstalled();
        Path pcap = capture().write(folder.resolve("a.pcap"));
        Path file = folder.resolve("a." + format);
        if (format.equals("btsnoop")) {
            Files.writeString(file, "btsnoop\0\0\0\0\1");
        } else {
            Tshark.convert(pcap, format, file);
        }
        assertThatThrownBy(() -> CaptureFile.open(file))
                .isInstanceOf(UnreadableCapture.class)
                .hasMessageContaining("a format that is not read");
    }

    private static byte[] pack(String packing, byte[] content) throws IOException {
        ByteArrayOutputStream into = new ByteArrayOutputStream();
        try (OutputStream out = switch (packing) {
            case "gzip" -> new GZIPOutputStream(into);
            case "zstd" -> new ZstdOutputStream(into);
            case "xz" -> new XZOutputStream(into, new LZMA2Options());
            case "bzip2" -> new BZip2CompressorOutputStream(into);
            case "lz4" -> new FramedLZ4CompressorOutputStream(into);
            default -> throw new IllegalArgumentException(packing);
        }) {
            out.write(content);
        }
        return into.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd", "xz", "bzip2", "lz4"})
    void compressedFilesAreReadAsWhatIsInThem(String packing) throws Exception {
        byte[] whole = capture().toArray();
        Path file = Files.write(folder.resolve("a.cap"), pack(packing, whole));
        SeenFrame.Pass plain = SeenFrame.pass(capture().write(folder.resolve("a.pcap")));
        assertThat(SeenFrame.pass(file)).isEqualTo(plain);
        try (CaptureFile capture = CaptureFile.open(file)) {
            assertThat(capture.size()).isEqualTo(whole.length);
        }
        Path twice = Files.write(folder.resolve("b.cap"), pack("gzip", pack(packing, whole)));
        assertThat(SeenFrame.pass(twice)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd", "xz", "bzip2", "lz4"})
    void aCutCompressedFileGivesWhatWasInItsBeginning(String packing) throws Exception {
        CaptureBytes capture = capture();
        java.util.Random random = new java.util.Random(5);
        byte[] noise = new byte[1400];
        for (int i = 0; i < 2000; i++) {
            random.nextBytes(noise);
            capture.pcapRecord(1_700_100_000L + i, 0, noise, 1400);
        }
        byte[] packed = pack(packing, capture.toArray());
        Path file = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(packed, packed.length / 2));
        ReadReport report = SeenFrame.pass(file).report();
        assertThat(report.packets()).isBetween(100L, 1100L);
        assertThat(report.warnings().getFirst().text()).contains(packing).contains("bytes of what was in it were read");
    }

    @Test
    void nothingIsLeftOfWhatWasUnpacked() throws Exception {
        Path file = Files.write(folder.resolve("a.gz"), pack("gzip", capture().toArray()));
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (CaptureFile capture = CaptureFile.open(file)) {
            assertThat(capture.read(_ -> {}).packets()).isEqualTo(20);
        }
        try (var left = Files.list(temporary)) {
            assertThat(left.filter(one -> one.toString().endsWith(".unpacked"))).isEmpty();
        }
    }
}
