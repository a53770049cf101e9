package dev.wirewalk.capture.pcapng;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.CaptureBytes;
import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.CaptureInterface;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.PacketView;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pcapng file says beside its packets: comments, directions, names, counters, interfaces. */
class FileRemarksTest {
    private static final byte[] SYN =
            new Bytes().ipv4(PacketView.TCP, 20).tcp(1024, 80, 7, 0, 2, "").toArray();

    @TempDir
    Path folder;

    private final List<Optional<String>> positions = new ArrayList<>();

    private static byte[] text(CaptureBytes order, int code, String text) {
        return order.option(code, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] number(ByteOrder order, long value) {
        return new CaptureBytes(order).u64(value).toArray();
    }

    private CaptureBytes capture(ByteOrder order) {
        CaptureBytes bytes = new CaptureBytes(order);
        bytes.block(
                0x0A0D0D0AL,
                new CaptureBytes(order)
                        .u32(0x1A2B3C4DL)
                        .u16(1)
                        .u16(0)
                        .u64(-1)
                        .bytes(text(bytes, 1, "at the customer's")));
        byte[] filter = new Bytes()
                .u8(0)
                .bytes("tcp port 80".getBytes(StandardCharsets.UTF_8))
                .toArray();
        bytes.interfaceDescription(101, 128, bytes.name("wan0"), text(bytes, 3, "uplink"), bytes.option(11, filter));
        packet(bytes, order, text(bytes, 1, "here it goes"), bytes.option(2, flags(order, 1)));
        packet(bytes, order, bytes.option(2, flags(order, 2)), bytes.option(4, number(order, 7)));
        packet(bytes, order);
        CaptureBytes names = new CaptureBytes(order).u16(1).u16(4 + 9);
        names.bytes(new byte[] {10, 0, 0, 2})
                .bytes("printer1\0".getBytes(StandardCharsets.UTF_8))
                .bytes(new byte[3]);
        bytes.block(4, names.u32(0));
        CaptureBytes statistics = new CaptureBytes(order).u32(0).u64(0);
        statistics.bytes(bytes.option(4, number(order, 5000)));
        statistics.bytes(bytes.option(5, number(order, 11))).bytes(bytes.option(7, number(order, 31)));
        return bytes.block(5, statistics.u32(0));
    }

    @Test
    void remarksWithoutEndAreCountedNotKept() throws Exception {
        CaptureBytes bytes = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).section().interfaceDescription(101, 0);
        byte[] remark = text(bytes, 1, "x".repeat(60_000));
        for (int i = 0; i < 600; i++) {
            packet(bytes, ByteOrder.LITTLE_ENDIAN, remark);
        }
        ReadReport report = read(bytes);
        assertThat(report.packets()).isEqualTo(600);
        assertThat(report.events()).hasSize(533);
        assertThat(report.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).startsWith("67 more remarks"));
    }

    private static byte[] flags(ByteOrder order, int value) {
        return new CaptureBytes(order).u32(value).toArray();
    }

    private static void packet(CaptureBytes file, ByteOrder order, byte[]... options) {
        CaptureBytes body = new CaptureBytes(order)
                .u32(0)
                .u32(0)
                .u32(5)
                .u32(SYN.length)
                .u32(SYN.length)
                .bytes(SYN);
        for (byte[] option : options) {
            body.bytes(option);
        }
        file.block(6, body.u32(0));
    }

    private ReadReport read(CaptureBytes bytes) throws Exception {
        try (CaptureFile file = CaptureFile.open(bytes.write(folder.resolve("a.pcapng")))) {
            return file.read(frame -> positions.add(frame.position()));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areKept(boolean big) throws Exception {
        ReadReport report = read(capture(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));
        assertThat(report.warnings()).isEmpty();
        assertThat(positions).containsExactly(Optional.of("in"), Optional.of("out"), Optional.empty());
        assertThat(report.events())
                .containsExactly(
                        new TextEvent(0, 0, TextEvent.Kind.NOTE, "at the customer's"),
                        new TextEvent(0, 1, TextEvent.Kind.NOTE, "here it goes"));
        assertThat(report.names()).containsExactly(java.util.Map.entry(IpAddress.v4(0x0A000002L), "printer1"));
        CaptureInterface wan = report.interfaces().getFirst();
        assertThat(report.interfaces()).hasSize(1);
        assertThat(wan.name()).hasValue("wan0");
        assertThat(wan.description()).hasValue("uplink");
        assertThat(wan.filter()).hasValue("tcp port 80");
        assertThat(wan.snapLength()).isEqualTo(128);
        assertThat(wan.received()).hasValue(5000);
        assertThat(wan.dropped()).hasValue(42);
    }
}
