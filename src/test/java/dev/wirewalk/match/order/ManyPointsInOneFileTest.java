package dev.wirewalk.match.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.CaptureBytes;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.match.FlowReader;
import dev.wirewalk.match.FlowTrace;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.packet.Bytes;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.Point;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file that was captured at several places of a box becomes several points, each with its own frames. */
class ManyPointsInOneFileTest {
    private static final long SYN = 0x02;
    private static final long SYN_ACK = 0x12;

    @TempDir
    java.nio.file.Path folder;

    private InferredPath infer(Given... files) throws UnreadableCapture {
        return new PathFromFiles(List.of(files), Optional.empty(), (phase, done, total) -> {}).infer();
    }

    private Given text(String name, String text) throws IOException {
        return Given.of(Files.writeString(folder.resolve(name), text));
    }

    private static List<Integer> packets(Path path) throws UnreadableCapture {
        FlowTrace trace = new FlowReader(path, (phase, done, total) -> {}).read();
        return trace.points().stream().map(PointTrace::packets).map(List::size).toList();
    }

    /** A SYN on the way there or a SYN/ACK on the way back, as Ethernet carries it. */
    private static byte[] frame(boolean there, int ttl, int vlan, long near, long far) {
        Bytes link = Bytes.of("").u16((int) ((there ? far : near) >>> 32)).u32(there ? far : near);
        link.u16((int) ((there ? near : far) >>> 32)).u32(there ? near : far);
        if (vlan > 0) {
            link.hex("8100").u16(vlan);
        }
        return link.hex("0800").bytes(packet(there, ttl)).toArray();
    }

    private static byte[] packet(boolean there, int ttl) {
        return Bytes.of("4500")
                .u16(40)
                .u16(there ? 7 : 8)
                .hex("4000")
                .u8(ttl)
                .hex("060000")
                .u32(there ? 0x0A000001L : 0x0A090001L)
                .u32(there ? 0x0A090001L : 0x0A000001L)
                .tcp(
                        there ? 40001 : 80,
                        there ? 80 : 40001,
                        there ? 100 : 900,
                        there ? 0 : 101,
                        (int) (there ? SYN : SYN_ACK),
                        "")
                .toArray();
    }

    @Test
    void theInterfacesOfOneFileArePoints() throws IOException, UnreadableCapture {
        CaptureBytes file = new CaptureBytes(ByteOrder.LITTLE_ENDIAN);
        file.section()
                .interfaceDescription(1, 65535, file.name("wan0"))
                .interfaceDescription(1, 65535, file.name("lan0"))
                .enhancedPacket(1, 1_000_000, frame(true, 64, 0, 0x11, 0x12), 54)
                .enhancedPacket(0, 1_000_050, frame(true, 63, 0, 0x21, 0x22), 54)
                .enhancedPacket(0, 1_000_150, frame(false, 64, 0, 0x21, 0x22), 54)
                .enhancedPacket(1, 1_000_200, frame(false, 63, 0, 0x11, 0x12), 54);

        InferredPath inferred = infer(Given.of(file.write(folder.resolve("edge.pcapng"))));

        assertThat(inferred.path().points())
                .extracting(Point::name)
                .containsExactly("client", "edge:lan0", "edge:wan0", "server");
        assertThat(inferred.path().points()).extracting(Point::device).containsOnly("client", "edge", "server");
        assertThat(inferred.points().get(2).reason()).contains("edge:lan0").contains("1 lower");
        assertThat(packets(inferred.path())).containsExactly(0, 2, 2, 0);
    }

    @Test
    void theVlansOfATrunkArePointsWhereTheFlowIsInBoth() throws IOException, UnreadableCapture {
        CaptureBytes file = new CaptureBytes(ByteOrder.LITTLE_ENDIAN);
        file.pcapHeader(CaptureBytes.MICROSECONDS, 65535, 1);
        file.pcapRecord(1, 100, frame(true, 64, 10, 0x11, 0x12), 58)
                .pcapRecord(1, 150, frame(true, 63, 20, 0x12, 0x22), 58)
                .pcapRecord(1, 250, frame(false, 64, 20, 0x12, 0x22), 58)
                .pcapRecord(1, 300, frame(false, 63, 10, 0x11, 0x12), 58);

        InferredPath inferred = infer(Given.of(file.write(folder.resolve("fw_eth0.pcap"))));

        assertThat(inferred.path().points())
                .extracting(Point::name)
                .containsExactly("client", "fw:eth0.10", "fw:eth0.20", "server");
        assertThat(packets(inferred.path())).containsExactly(0, 2, 2, 0);
    }

    @Test
    void anAdapterThatTakesTheTagOffInOneDirectionMakesNoSecondPoint() throws IOException, UnreadableCapture {
        CaptureBytes file = new CaptureBytes(ByteOrder.LITTLE_ENDIAN);
        file.pcapHeader(CaptureBytes.MICROSECONDS, 65535, 1);
        file.pcapRecord(1, 100, frame(true, 64, 10, 0x11, 0x12), 58)
                .pcapRecord(1, 300, frame(false, 63, 0, 0x11, 0x12), 54);

        InferredPath inferred = infer(Given.of(file.write(folder.resolve("host.pcap"))));

        assertThat(inferred.path().points())
                .singleElement()
                .satisfies(point -> assertThat(point.vlan()).isEmpty());
        assertThat(packets(inferred.path())).containsExactly(2);
    }

    @Test
    void inspectionPointsArePassedInTheSameOrderBothWays() throws IOException, UnreadableCapture {
        Given monitor = text("gw.txt", """
                eth0:i[60]: 10.0.0.1 -> 10.9.0.1 (TCP) len=60 id=4711
                TCP: 40001 -> 80 .S.... seq=0a1b2c3d ack=00000000
                eth0:I[60]: 10.0.0.1 -> 10.9.0.1 (TCP) len=60 id=4711
                TCP: 40001 -> 80 .S.... seq=0a1b2c3d ack=00000000
                eth1:o[60]: 10.0.0.1 -> 10.9.0.1 (TCP) len=60 id=4711
                TCP: 40001 -> 80 .S.... seq=0a1b2c3d ack=00000000
                eth1:O[60]: 10.0.0.1 -> 10.9.0.1 (TCP) len=60 id=4711
                TCP: 40001 -> 80 .S.... seq=0a1b2c3d ack=00000000
                eth1:i[52]: 10.9.0.1 -> 10.0.0.1 (TCP) len=52 id=9
                TCP: 80 -> 40001 .S..A. seq=80000000 ack=0a1b2c3e
                eth1:I[52]: 10.9.0.1 -> 10.0.0.1 (TCP) len=52 id=9
                TCP: 80 -> 40001 .S..A. seq=80000000 ack=0a1b2c3e
                """);

        InferredPath inferred = infer(monitor);

        assertThat(inferred.path().forwardPoints())
                .extracting(Point::name)
                .containsExactly("client", "gw:i", "gw:I", "gw:o", "gw:O", "server");
        assertThat(inferred.path().returnOrder()).containsExactly("server", "gw:i", "gw:I", "gw:o", "gw:O", "client");
        assertThat(packets(inferred.path())).containsExactly(0, 2, 2, 1, 1, 0);
    }

    @Test
    void aTextOfAllInterfacesIsSplitByTheirNames() throws IOException, UnreadableCapture {
        Given any = text("router_any.txt", """
                10:00:00.000100 eth0  In  IP 10.0.0.1.40001 > 10.9.0.1.80: Flags [S], seq 100, win 64240, length 0
                10:00:00.000140 eth1  Out IP 10.0.0.1.40001 > 10.9.0.1.80: Flags [S], seq 100, win 64240, length 0
                10:00:00.000300 eth1  In  IP 10.9.0.1.80 > 10.0.0.1.40001: Flags [S.], seq 900, ack 101, win 64240, length 0
                10:00:00.000330 eth0  Out IP 10.9.0.1.80 > 10.0.0.1.40001: Flags [S.], seq 900, ack 101, win 64240, length 0
                10:00:00.000900 eth2  In  IP 10.5.0.1.5353 > 10.0.5.9.53: 4711+ A? example.net. (29)
                10:00:00.000910 eth2  Out IP 10.0.5.9.53 > 10.5.0.1.5353: 4711 1/0/0 A 192.0.2.7 (45)
                """);

        InferredPath inferred = infer(any);

        assertThat(inferred.path().points())
                .extracting(Point::name)
                .containsExactly("client", "router:eth0", "router:eth1", "server");
        assertThat(inferred.leftOut()).singleElement().asString().contains("router:eth2");
        assertThat(packets(inferred.path())).containsExactly(0, 2, 2, 0);
    }

    @Test
    void aCaptureThatTellsNothingStaysOutOfThePathOfAFlowThatIsAnswered() throws IOException, UnreadableCapture {
        Given seen = text("edge.txt", """
                10:00:00.000100 IP 10.0.0.1.40001 > 10.9.0.1.80: Flags [S], seq 100, win 64240, length 0
                10:00:00.000300 IP 10.9.0.1.80 > 10.0.0.1.40001: Flags [S.], seq 900, ack 101, win 64240, length 0
                """);
        Given stray = text("elsewhere.txt", """
                10:00:00.000900 IP 10.5.0.1.5353 > 10.0.5.9.53: 4711+ A? example.net. (29)
                10:00:00.000910 IP 10.0.5.9.53 > 10.5.0.1.5353: 4711 1/0/0 A 192.0.2.7 (45)
                """);

        InferredPath inferred = infer(stray, seen);

        assertThat(inferred.path().points()).extracting(Point::name).containsExactly("edge");
        assertThat(inferred.leftOut()).singleElement().asString().contains("elsewhere is not in the path");
    }
}
