package dev.wirewalk.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.PacketView;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every packet is found again by its place, in any order and by any thread, as it was in the pass. */
class PlacesTest {
    @TempDir
    Path folder;

    private static byte[] syn(int port) {
        return new Bytes().ipv4(PacketView.TCP, 20).tcp(1024, port, 7, 0, 2, "").toArray();
    }

    private static void everyPacketIsFoundAgain(Path file) throws Exception {
        Map<Long, SeenFrame> places = new LinkedHashMap<>();
        try (CaptureFile capture = CaptureFile.open(file)) {
            capture.read(frame -> places.put(frame.place(), SeenFrame.of(frame)));
        }
        assertThat(places).hasSizeGreaterThan(4);
        assertThat(List.copyOf(places.keySet())).isSorted();
        try (CaptureFile capture = CaptureFile.open(file)) {
            Map<Long, SeenFrame> again = new LinkedHashMap<>();
            places.keySet().stream().toList().reversed().parallelStream()
                    .forEach(place -> capture.visit(
                            place, Objects.requireNonNull(places.get(place)).number(), frame -> {
                                synchronized (again) {
                                    again.put(frame.place(), SeenFrame.of(frame));
                                }
                            }));
            assertThat(again).containsExactlyInAnyOrderEntriesOf(places);
        }
    }

    @Test
    void ofPcap() throws Exception {
        CaptureBytes bytes = new CaptureBytes(ByteOrder.BIG_ENDIAN).pcapHeader(CaptureBytes.NANOSECONDS, 65535, 101);
        for (int i = 1; i < 9; i++) {
            bytes.pcapRecord(i, i, syn(i), 40 + i);
        }
        everyPacketIsFoundAgain(bytes.write(folder.resolve("a.pcap")));
    }

    @Test
    void ofPcapngWithSectionsOfBothByteOrders() throws Exception {
        CaptureBytes bytes = new CaptureBytes(ByteOrder.BIG_ENDIAN);
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            CaptureBytes section = new CaptureBytes(order).section();
            bytes.bytes(new CaptureBytes(order).section().toArray());
            section.interfaceDescription(101, 0, section.name("first")).enhancedPacket(0, 5, syn(1), 40);
            section.otherBlock(0x0BAD, 8).simplePacket(syn(2), 44);
            section.interfaceDescription(101, 0, section.name("second"), section.timeResolution(9));
            section.enhancedPacket(1, 6, syn(3), 40).oldPacket(0, 7, syn(4), 40);
            bytes.bytes(section.toArray());
        }
        everyPacketIsFoundAgain(bytes.write(folder.resolve("a.pcapng")));
    }

    @Test
    void aPlaceWithoutPacketIsRefused() throws Exception {
        Path pcap = new CaptureBytes(ByteOrder.BIG_ENDIAN)
                .pcapHeader(CaptureBytes.MICROSECONDS, 65535, 101)
                .pcapRecord(1, 2, syn(1), 40)
                .write(folder.resolve("a.pcap"));
        Path pcapng = new CaptureBytes(ByteOrder.BIG_ENDIAN)
                .section()
                .interfaceDescription(101, 0)
                .enhancedPacket(0, 5, syn(1), 40)
                .write(folder.resolve("a.pcapng"));
        for (Path file : new Path[] {pcap, pcapng}) {
            try (CaptureFile capture = CaptureFile.open(file)) {
                for (long place : new long[] {-1, 0, 3, 80, 1L << 40}) {
                    assertThatThrownBy(() -> capture.visit(place, 1, _ -> {}))
                            .as(file.getFileName() + " at " + place)
                            .isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
    }
}
