package dev.wirewalk.capture.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.CaptureBytes;
import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.ReadWarning;
import dev.wirewalk.capture.SeenFrame;
import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PcapReaderTest {
    private static final byte[] SYN = Bytes.ethernet(0x0800)
            .ipv4(PacketView.TCP, 20)
            .tcp(1024, 80, 7, 0, 2, "")
            .toArray();

    @TempDir
    Path folder;

    static Stream<Arguments> kinds() {
        return Stream.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)
                .flatMap(order -> Stream.of(
                        Arguments.of(order, CaptureBytes.MICROSECONDS, 1000),
                        Arguments.of(order, CaptureBytes.NANOSECONDS, 1)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void readsBothByteOrdersAndResolutions(ByteOrder order, int magic, int nanosPerUnit) {
        Path file = new CaptureBytes(order)
                .pcapHeader(magic, 65535, 1)
                .pcapRecord(1_700_000_000, 999_999, SYN, SYN.length)
                .pcapRecord(0xFFFF_FFF0L, 1, Arrays.copyOf(SYN, 40), 1514)
                .write(folder.resolve("a.pcap"));

        SeenFrame.Pass pass = SeenFrame.pass(file);
        long first = 1_700_000_000_000_000_000L + 999_999L * nanosPerUnit;
        long second = 0xFFFF_FFF0L * 1_000_000_000L + nanosPerUnit;
        assertThat(pass.frames())
                .containsExactly(
                        new SeenFrame(1, first, 54, 54, 0, "-", 1, 80),
                        new SeenFrame(2, second, 40, 1514, 0, "-", 1, 80));
        ReadReport report = pass.report();
        assertThat(report.format()).isEqualTo(CaptureFormat.PCAP);
        assertThat(report.packets()).isEqualTo(2);
        assertThat(report.bytes()).isEqualTo(1568);
        assertThat(report.capturedBytes()).isEqualTo(94);
        assertThat(report.truncatedPackets()).isEqualTo(1);
        assertThat(report.firstNanos()).hasValue(first);
        assertThat(report.lastNanos()).hasValue(second);
        assertThat(report.linkTypes()).containsExactly(LinkType.ETHERNET);
        assertThat(report.snapLength()).hasValue(65535);
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void readsTheLongerRecordsOfTheModifiedFormat() {
        CaptureBytes bytes = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).pcapHeader(CaptureBytes.MODIFIED, 65535, 1);
        for (int i = 0; i < 2; i++) {
            bytes.u32(i).u32(5).u32(SYN.length).u32(SYN.length).u32(3).u32(8).bytes(SYN);
        }
        assertThat(SeenFrame.pass(bytes.write(folder.resolve("m.pcap"))).frames())
                .containsExactly(
                        new SeenFrame(1, 5_000, 54, 54, 0, "-", 1, 80),
                        new SeenFrame(2, 1_000_005_000, 54, 54, 0, "-", 1, 80));
    }

    @Test
    void earliestAndLatestTimeDoNotDependOnTheOrder() {
        ReadReport report = SeenFrame.pass(new CaptureBytes(ByteOrder.LITTLE_ENDIAN)
                        .pcapHeader(CaptureBytes.NANOSECONDS, 65535, 1)
                        .pcapRecord(5, 0, SYN, 54)
                        .pcapRecord(3, 0, SYN, 54)
                        .pcapRecord(4, 0, SYN, 54)
                        .write(folder.resolve("a.pcap")))
                .report();
        assertThat(report.firstNanos()).hasValue(3_000_000_000L);
        assertThat(report.lastNanos()).hasValue(5_000_000_000L);
    }

    @Test
    void frameCheckSequenceBitsAreNoLinkType() {
        ReadReport report = SeenFrame.pass(new CaptureBytes(ByteOrder.BIG_ENDIAN)
                        .pcapHeader(CaptureBytes.MICROSECONDS, 0, 0x2400_0001)
                        .write(folder.resolve("fcs.pcap")))
                .report();
        assertThat(report.linkTypes()).containsExactly(LinkType.ETHERNET);
        assertThat(report.snapLength()).isEmpty();
        assertThat(report.packets()).isZero();
        assertThat(report.firstNanos()).isEmpty();
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void moreCapturedThanThereWasIsReadAnyway() {
        SeenFrame.Pass pass = SeenFrame.pass(new CaptureBytes(ByteOrder.BIG_ENDIAN)
                .pcapHeader(CaptureBytes.MICROSECONDS, 65535, 1)
                .pcapRecord(1, 0, SYN, 10)
                .pcapRecord(2, 0, SYN, 0xFFFF_FFFFL)
                .write(folder.resolve("a.pcap")));
        assertThat(pass.frames())
                .containsExactly(
                        new SeenFrame(1, 1_000_000_000, 54, 10, 0, "-", 1, 80),
                        new SeenFrame(2, 2_000_000_000, 54, Integer.MAX_VALUE, 0, "-", 1, 80));
    }

    @Test
    void aCutLastRecordIsAWarning() {
        byte[] whole = new CaptureBytes(ByteOrder.LITTLE_ENDIAN)
                .pcapHeader(CaptureBytes.MICROSECONDS, 65535, 1)
                .pcapRecord(1, 0, SYN, 54)
                .pcapRecord(2, 0, SYN, 54)
                .toArray();
        for (int length = 24 + 70 + 1; length < whole.length; length++) {
            ReadReport report = SeenFrame.pass(new CaptureBytes(ByteOrder.LITTLE_ENDIAN)
                            .bytes(Arrays.copyOf(whole, length))
                            .write(folder.resolve("cut.pcap")))
                    .report();
            assertThat(report.packets()).isEqualTo(1);
            assertThat(report.warnings()).singleElement().satisfies(warning -> {
                assertThat(warning.offset()).isEqualTo(94);
                assertThat(warning.text()).startsWith("the file ends inside").contains("packet 2");
            });
        }
    }

    @Test
    void anAbsurdLengthEndsTheReading() {
        CaptureBytes bytes = new CaptureBytes(ByteOrder.LITTLE_ENDIAN)
                .pcapHeader(CaptureBytes.MICROSECONDS, 65535, 1)
                .pcapRecord(1, 0, SYN, 54);
        ReadReport report = SeenFrame.pass(
                        bytes.u32(2).u32(0).u32(0xFFFF_FFFFL).u32(54).bytes(SYN).write(folder.resolve("absurd.pcap")))
                .report();
        assertThat(report.packets()).isEqualTo(1);
        assertThat(report.warnings())
                .hasSize(1)
                .first()
                .extracting(ReadWarning::offset)
                .isEqualTo(102L);
        assertThat(report.warnings().getFirst().text())
                .contains("4294967295 bytes")
                .contains("70 bytes were not read");
    }

    @Test
    void anUnknownLinkTypeIsCountedAndSaid() {
        ReadReport report = SeenFrame.pass(new CaptureBytes(ByteOrder.LITTLE_ENDIAN)
                        .pcapHeader(CaptureBytes.MICROSECONDS, 65535, 147)
                        .pcapRecord(1, 0, SYN, 54)
                        .write(folder.resolve("user0.pcap")))
                .report();
        assertThat(report.packets()).isEqualTo(1);
        assertThat(report.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).contains("147").contains("headers cannot be read"));
    }
}
