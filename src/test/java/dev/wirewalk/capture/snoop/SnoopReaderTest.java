package dev.wirewalk.capture.snoop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.CaptureBytes;
import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.CaptureInterface;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnoopReaderTest {
    private static final byte[] SYN =
            new Bytes().ipv4(PacketView.TCP, 20).tcp(1024, 80, 7, 0, 2, "").toArray();

    @TempDir
    Path folder;

    private static CaptureBytes header(int version, int network) {
        return new CaptureBytes(ByteOrder.BIG_ENDIAN)
                .bytes("snoop\0\0\0".getBytes(StandardCharsets.US_ASCII))
                .u32(version)
                .u32(network);
    }

    private static void record(CaptureBytes file, byte[] packet, int original, int drops, int seconds) {
        int padding = -packet.length & 3;
        file.u32(original).u32(packet.length).u32(24 + packet.length + padding);
        file.u32(drops).u32(seconds).u32(17).bytes(packet).bytes(new byte[padding]);
    }

    /** A packet as the monitor of a firewall writes it. */
    private static byte[] inspected(char point, String name) {
        return Bytes.of(String.format("%02x00", (int) point))
                .bytes(Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 10))
                .u16(0x0800)
                .bytes(SYN)
                .toArray();
    }

    private record Seen(Optional<String> position, Optional<String> name, int id, long sender, int port) {}

    private ReadReport read(CaptureBytes bytes, List<Seen> seen) throws Exception {
        try (CaptureFile file = CaptureFile.open(bytes.write(folder.resolve("a.snoop")))) {
            return file.read(frame -> seen.add(new Seen(
                    frame.position(),
                    frame.interfaceName(),
                    frame.interfaceId(),
                    frame.packet().link().sourceMac(),
                    frame.packet().destinationPort())));
        }
    }

    @Test
    void aCaptureOfSolaris() throws Exception {
        CaptureBytes bytes = header(2, 4);
        byte[] frame = Bytes.ethernet(0x0800).bytes(SYN).toArray();
        record(bytes, frame, 1500, 0, 5);
        record(bytes, Arrays.copyOf(frame, 41), 54, 3, 6);
        List<Seen> seen = new ArrayList<>();
        ReadReport report = read(bytes, seen);
        assertThat(seen)
                .containsExactly(
                        new Seen(Optional.empty(), Optional.empty(), 0, 0x0200_0000_0001L, 80),
                        new Seen(Optional.empty(), Optional.empty(), 0, 0x0200_0000_0001L, 80));
        assertThat(report.format()).isEqualTo(CaptureFormat.SNOOP);
        assertThat(report.firstNanos()).hasValue(5_000_017_000L);
        assertThat(report.bytes()).isEqualTo(1554);
        assertThat(report.truncatedPackets()).isEqualTo(2);
        assertThat(report.interfaces())
                .singleElement()
                .satisfies(one -> assertThat(one.dropped()).hasValue(3));
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void inspectionPointsAndInterfacesInPlaceOfAddresses() throws Exception {
        CaptureBytes bytes = header(2, 4);
        for (String at : List.of("i eth0", "I eth0", "o eth1-01.200", "O eth1-01.200")) {
            record(bytes, inspected(at.charAt(0), at.substring(2)), 54, 0, 1);
        }
        List<Seen> seen = new ArrayList<>();
        ReadReport report = read(bytes, seen);
        assertThat(seen)
                .containsExactly(
                        new Seen(Optional.of("i"), Optional.of("eth0"), 0, -1, 80),
                        new Seen(Optional.of("I"), Optional.of("eth0"), 0, -1, 80),
                        new Seen(Optional.of("o"), Optional.of("eth1-01.20"), 1, -1, 80),
                        new Seen(Optional.of("O"), Optional.of("eth1-01.20"), 1, -1, 80));
        assertThat(report.interfaces())
                .extracting(CaptureInterface::name)
                .containsExactly(Optional.of("eth0"), Optional.of("eth1-01.20"));
        assertThat(report.linkTypes()).extracting(LinkType::label).containsExactly("EN10MB");
    }

    @Test
    void oneAddressThatBeginsLikeAnInspectionPointProvesNothing() throws Exception {
        CaptureBytes bytes = header(2, 4);
        record(bytes, inspected('i', "eth0"), 54, 0, 1);
        record(bytes, Bytes.ethernet(0x0800).bytes(SYN).toArray(), 54, 0, 1);
        List<Seen> seen = new ArrayList<>();
        read(bytes, seen);
        assertThat(seen).extracting(Seen::position).containsOnly(Optional.empty());
        assertThat(seen).extracting(Seen::sender).doesNotContain(-1L);
    }

    @Test
    void damageEndsTheReadingAndIsSaid() throws Exception {
        CaptureBytes whole = header(2, 4);
        record(whole, Bytes.ethernet(0x0800).bytes(SYN).toArray(), 54, 0, 1);
        int first = whole.size();
        record(whole, Bytes.ethernet(0x0800).bytes(SYN).toArray(), 54, 0, 2);
        byte[] all = whole.toArray();
        for (int length = first + 1; length < all.length - 2; length++) {
            CaptureBytes cut = new CaptureBytes(ByteOrder.BIG_ENDIAN).bytes(Arrays.copyOf(all, length));
            ReadReport report = read(cut, new ArrayList<>());
            assertThat(report.packets()).isEqualTo(1);
            assertThat(report.warnings())
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.text())
                            .startsWith("the file ends inside")
                            .contains("packet 2"));
        }
        all[first + 8] = 0x7F;
        ReadReport absurd = read(new CaptureBytes(ByteOrder.BIG_ENDIAN).bytes(all), new ArrayList<>());
        assertThat(absurd.packets()).isEqualTo(1);
        assertThat(absurd.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).contains("which no capture writes"));
    }
}
