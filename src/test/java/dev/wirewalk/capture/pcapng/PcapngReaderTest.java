package dev.wirewalk.capture.pcapng;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.CaptureBytes;
import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.SeenFrame;
import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PcapngReaderTest {
    private static final byte[] RAW =
            new Bytes().ipv4(PacketView.TCP, 20).tcp(1024, 80, 7, 0, 2, "").toArray();
    private static final byte[] ETHERNET = Bytes.ethernet(0x0800).bytes(RAW).toArray();

    @TempDir
    Path folder;

    private static CaptureBytes order(boolean big) {
        return new CaptureBytes(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    private SeenFrame.Pass pass(CaptureBytes bytes) {
        return SeenFrame.pass(bytes.write(folder.resolve("a.pcapng")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyInterfaceHasItsOwnLinkTypeNameAndClock(boolean big) {
        CaptureBytes bytes = order(big).section();
        bytes.interfaceDescription(1, 0);
        bytes.interfaceDescription(
                101, 96, bytes.name("wan"), bytes.timeResolution(9), bytes.timeOffset(1_700_000_000));
        bytes.otherBlock(5, 12).otherBlock(4, 8).otherBlock(77, 5);
        bytes.enhancedPacket(0, 1_000_001, ETHERNET, 54);
        bytes.enhancedPacket(1, 17, RAW, 1500);
        bytes.oldPacket(1, 18, RAW, 40);

        SeenFrame.Pass pass = pass(bytes);
        assertThat(pass.frames())
                .containsExactly(
                        new SeenFrame(1, 1_000_001_000, 54, 54, 0, "-", 1, 80),
                        new SeenFrame(2, 1_700_000_000_000_000_017L, 40, 1500, 1, "wan", 101, 80),
                        new SeenFrame(3, 1_700_000_000_000_000_018L, 40, 40, 1, "wan", 101, 80));
        ReadReport report = pass.report();
        assertThat(report.format()).isEqualTo(CaptureFormat.PCAPNG);
        assertThat(report.linkTypes()).containsExactly(LinkType.ETHERNET, LinkType.RAW);
        assertThat(report.snapLength()).hasValue(96);
        assertThat(report.warnings()).isEmpty();
        assertThat(report.truncatedPackets()).isEqualTo(1);
    }

    @Test
    void sectionsMayDifferInByteOrderAndDescribeTheirOwnInterfaces() {
        CaptureBytes first = order(true).section().interfaceDescription(1, 0).enhancedPacket(0, 1, ETHERNET, 54);
        CaptureBytes second =
                order(false).section().interfaceDescription(101, 0).enhancedPacket(0, 2, RAW, 40);
        assertThat(pass(first.bytes(second.toArray())).frames())
                .extracting(SeenFrame::number, SeenFrame::linkType, SeenFrame::port)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, 1, 80),
                        org.assertj.core.groups.Tuple.tuple(2L, 101, 80));
    }

    @Test
    void simplePacketsHaveNoTimeAndAreCutAtTheSnapLength() {
        byte[] kept = Arrays.copyOf(ETHERNET, 46);
        CaptureBytes bytes = order(false)
                .section()
                .interfaceDescription(1, 46)
                .simplePacket(kept, 54)
                .simplePacket(Arrays.copyOf(kept, 45), 45);
        SeenFrame.Pass pass = pass(bytes);
        assertThat(pass.frames())
                .containsExactly(
                        new SeenFrame(1, Frame.NO_TIME, 46, 54, 0, "-", 1, 80),
                        new SeenFrame(2, Frame.NO_TIME, 45, 45, 0, "-", 1, 80));
        assertThat(pass.report().firstNanos()).isEmpty();
    }

    @Test
    void blocksThatWiresharkNumbersLeaveAGap() {
        CaptureBytes bytes = order(true).section().interfaceDescription(1, 0);
        bytes.otherBlock(0x0BAD, 4).enhancedPacket(0, 1, ETHERNET, 54);
        bytes.otherBlock(0x4000_0BADL, 4).otherBlock(9, 4).enhancedPacket(0, 2, ETHERNET, 54);
        SeenFrame.Pass pass = pass(bytes);
        assertThat(pass.frames()).extracting(SeenFrame::number).containsExactly(2L, 5L);
        assertThat(pass.report().packets()).isEqualTo(2);
    }

    @Test
    void aSectionWithoutPacketsIsAnEmptyCapture() {
        ReadReport report = pass(order(false).section()).report();
        assertThat(report.packets()).isZero();
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void anEndInsideABlockIsAWarning() {
        CaptureBytes bytes = order(false).section().interfaceDescription(1, 0).enhancedPacket(0, 1, ETHERNET, 54);
        int whole = bytes.size();
        byte[] all = bytes.enhancedPacket(0, 2, ETHERNET, 54).toArray();
        for (int length = whole + 1; length < all.length; length++) {
            ReadReport report =
                    pass(order(false).bytes(Arrays.copyOf(all, length))).report();
            assertThat(report.packets()).isEqualTo(1);
            assertThat(report.warnings()).hasSize(1);
            assertThat(report.warnings().getFirst().offset()).isEqualTo(whole);
            assertThat(report.warnings().getFirst().text()).startsWith("the file ends inside a block");
        }
    }

    @Test
    void behindDamageReadingGoesOnAtTheNextWholeBlock() {
        CaptureBytes bytes = order(false).section().interfaceDescription(1, 0).enhancedPacket(0, 1, ETHERNET, 54);
        int damaged = bytes.size();
        bytes.enhancedPacket(0, 2, ETHERNET, 54);
        int next = bytes.size();
        bytes.enhancedPacket(0, 3, ETHERNET, 54);
        byte[] all = bytes.toArray();
        for (long length : new long[] {0, 13, 0xFFFF_FFFCL, 40}) {
            byte[] broken = all.clone();
            System.arraycopy(order(false).u32(length).toArray(), 0, broken, damaged + 4, 4);
            SeenFrame.Pass pass = pass(order(false).bytes(broken));
            assertThat(pass.frames()).extracting(SeenFrame::nanos).containsExactly(1000L, 3000L);
            assertThat(pass.report().warnings()).hasSize(2);
            assertThat(pass.report().warnings().getLast().text())
                    .isEqualTo((next - damaged) + " bytes were skipped, up to the next whole block");
        }
    }

    @Test
    void packetsThatCannotBeWhatTheyClaimAreSkipped() {
        CaptureBytes bytes = order(false).section().interfaceDescription(1, 0);
        bytes.enhancedPacket(3, 1, ETHERNET, 54);
        int claims = bytes.size();
        bytes.enhancedPacket(0, 2, ETHERNET, 54);
        bytes.enhancedPacket(0, 3, ETHERNET, 54);
        byte[] all = bytes.toArray();
        all[claims + 8 + 12] = 99;
        SeenFrame.Pass pass = pass(order(false).bytes(all));
        assertThat(pass.frames()).extracting(SeenFrame::nanos).containsExactly(3000L);
        assertThat(pass.report().warnings())
                .extracting(warning -> warning.text())
                .isEqualTo(List.of(
                        "a packet names interface 3, which this section does not describe",
                        "a packet claims 99 bytes in a block that holds 56: skipped"));
    }

    @Test
    void aDamagedLaterSectionHeaderDoesNotEndTheReading() {
        CaptureBytes bytes = order(false).section().interfaceDescription(1, 0).enhancedPacket(0, 1, ETHERNET, 54);
        int header = bytes.size();
        byte[] all = bytes.section().enhancedPacket(0, 2, ETHERNET, 54).toArray();
        all[header + 8] ^= 1;
        SeenFrame.Pass pass = pass(order(false).bytes(all));
        assertThat(pass.frames()).extracting(SeenFrame::nanos).containsExactly(1000L, 2000L);
        assertThat(pass.report().warnings()).isNotEmpty();
    }
}
