package dev.wirewalk.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketSamples;
import dev.wirewalk.packet.PacketView;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The addresses and ports at every level of every link type and tunnel, against tshark. */
class CarriedPacketsJudgeTest {
    private static final List<String> FIELDS = List.of("ip.src", "ipv6.src", "tcp.srcport", "udp.srcport");

    @TempDir
    Path folder;

    @Test
    void everyLevelIsReadAsTsharkReadsIt() {
        Tshark.assumeInstalled();
        Map<String, PacketSamples.Sample> samples = PacketSamples.all();
        CaptureBytes capture = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).section();
        List<LinkType> types = new ArrayList<>(new LinkedHashSet<>(
                samples.values().stream().map(PacketSamples.Sample::linkType).toList()));
        types.forEach(type -> capture.interfaceDescription(type.number(), 0));
        samples.values()
                .forEach(sample -> capture.enhancedPacket(
                        types.indexOf(sample.linkType()), 1, sample.bytes(), sample.bytes().length));
        Path file = capture.write(folder.resolve("carried.pcapng"));

        List<FieldRow> theirs = Tshark.fields(file, FIELDS);
        List<FieldRow> ours = read(file);
        List<String> names = List.copyOf(samples.keySet());
        assertThat(ours).hasSameSizeAs(theirs).hasSameSizeAs(names);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (String field : FIELDS) {
                if (!theirs.get(i).get(field).equals(ours.get(i).get(field))) {
                    differences.add(names.get(i) + " " + field + ": tshark "
                            + theirs.get(i).get(field) + ", ours " + ours.get(i).get(field));
                }
            }
        }
        assertThat(String.join("\n", differences)).isEmpty();
    }

    private static List<FieldRow> read(Path file) {
        List<FieldRow> rows = new ArrayList<>();
        try (CaptureFile capture = CaptureFile.open(file)) {
            capture.read(frame -> rows.add(levels(frame.packet())));
        } catch (UnreadableCapture e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    private static FieldRow levels(PacketView outermost) {
        FieldRow row = new FieldRow();
        PacketView packet = outermost;
        PacketView next = new PacketView();
        while (true) {
            String version = packet.ip().version() == 6 ? "ipv6.src" : "ip.src";
            packet.ip().sourceAddress().map(IpAddress::toString).ifPresent(source -> add(row, version, source));
            if (packet.tcp().present()) {
                add(row, "tcp.srcport", Integer.toString(packet.sourcePort()));
            } else if (packet.transport() == PacketView.UDP) {
                add(row, "udp.srcport", Integer.toString(packet.sourcePort()));
            }
            if (!packet.carried(next)) {
                break;
            }
            packet = next;
            next = new PacketView();
        }
        return row;
    }

    private static void add(FieldRow row, String field, String value) {
        row.put(field, row.get(field).isEmpty() ? value : row.get(field) + "," + value);
    }

    @Test
    void everyTunnelIsAmongTheSamples() {
        assertThat(PacketSamples.all().values().stream().flatMap(CarriedPacketsJudgeTest::tunnels))
                .contains(dev.wirewalk.packet.Tunnel.values());
    }

    private static Stream<dev.wirewalk.packet.Tunnel> tunnels(PacketSamples.Sample sample) {
        PacketView outer = new PacketView();
        java.lang.foreign.MemorySegment memory = java.lang.foreign.MemorySegment.ofArray(sample.bytes());
        outer.place(memory, 0, sample.bytes().length, sample.bytes().length, sample.linkType());
        PacketView inner = new PacketView();
        boolean carries = outer.carried(inner);
        return carries ? Stream.of(outer.carriedBy(), inner.carriedBy()) : Stream.of(outer.carriedBy());
    }
}
