package dev.wirewalk.match.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.match.FlowReader;
import dev.wirewalk.match.PointTrace;
import dev.wirewalk.topology.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The log of one terminal, in which a device shows a flow at several of its places, makes the points by itself. */
class PrintedPlacesTest {
    private static final String SYN = "10.0.0.1.40001 > 10.9.0.1.80: S 100:100(0) win 64240 <mss 1460>";
    private static final String SYN_BEHIND = "10.0.0.1.40001 > 10.9.0.1.80: S 5100:5100(0) win 64240 <mss 1380>";
    private static final String ANSWER = "10.9.0.1.80 > 10.0.0.1.40001: S 900:900(0) ack 101 win 64240 <mss 1380>";
    private static final String ANSWER_BEHIND =
            "10.9.0.1.80 > 10.0.0.1.40001: S 900:900(0) ack 5101 win 64240 <mss 1460>";

    private static final String ASA_INSIDE = """
        2 packets captured

           1: 10:00:00.000100       %s
           2: 10:00:00.000330       %s
        2 packets shown

        """.formatted(SYN, ANSWER);
    private static final String ASA_OUTSIDE = """
        2 packets captured

           1: 10:00:00.000140       %s
           2: 10:00:00.000300       %s
        2 packets shown

        """.formatted(SYN_BEHIND, ANSWER_BEHIND);

    @TempDir
    java.nio.file.Path folder;

    static Stream<Arguments> logs() {
        return Stream.of(
                Arguments.of(
                        "a list names the interfaces; the outer capture is shown first",
                        """
                        edge/pri/act# show capture
                        capture CIN type raw-data interface inside [Capturing - 152 bytes]
                          match tcp host 10.0.0.1 any eq www
                        capture COUT type raw-data interface outside [Capturing - 152 bytes]
                          match tcp host 10.0.0.1 any eq www
                        edge/pri/act# show capture COUT
                        """ + ASA_OUTSIDE + "edge/pri/act# show capture CIN\n" + ASA_INSIDE,
                        List.of("edge:inside", "edge:outside")),
                Arguments.of(
                        "shortened commands name them",
                        """
                        edge(config)# cap CIN int inside match tcp any any eq 80
                        edge(config)# cap COUT int outside match tcp any any eq 80
                        edge(config)# sh cap CIN
                        """ + ASA_INSIDE + "edge(config)# sh cap COUT\n" + ASA_OUTSIDE,
                        List.of("edge:inside", "edge:outside")),
                Arguments.of(
                        "nothing names them, and they are still two",
                        ASA_INSIDE + ASA_OUTSIDE,
                        List.of("log", "log:capture 2")),
                Arguments.of("a sniffer on all interfaces", """
                        FGT-60 (root) # diagnose sniffer packet any 'host 10.0.0.1 and port 80' 4 0 l
                        interfaces=[any]
                        2026-03-01 10:00:00.000100 port1 in 10.0.0.1.40001 -> 10.9.0.1.80: syn 100
                        2026-03-01 10:00:00.000140 port2 out 10.0.0.1.40001 -> 10.9.0.1.80: syn 100
                        2026-03-01 10:00:00.000300 port2 in 10.9.0.1.80 -> 10.0.0.1.40001: syn 900 ack 101
                        2026-03-01 10:00:00.000330 port1 out 10.9.0.1.80 -> 10.0.0.1.40001: syn 900 ack 101
                        FGT-60 (root) #
                        """, List.of("FGT-60:port1", "FGT-60:port2")),
                Arguments.of(
                        "two captures of a router, each counting its own time",
                        """
                        r1(config)#end
                        r1#monitor capture LAN interface GigabitEthernet1 both
                        r1#monitor capture WAN interface GigabitEthernet2 both
                        r1#show monitor capture LAN buffer
                            1   0.000000   10.0.0.1 -> 10.9.0.1     TCP 74 40001 -> 80 [SYN] Seq=0 Win=64240 Len=0 MSS=1460
                            2   0.000230   10.9.0.1 -> 10.0.0.1     TCP 74 80 -> 40001 [SYN, ACK] Seq=0 Ack=1 Win=64240 Len=0
                        r1#show monitor capture WAN buffer
                            1   0.000000   10.0.0.1 -> 10.9.0.1     TCP 74 40001 -> 80 [SYN] Seq=0 Win=64240 Len=0 MSS=1460
                            2   0.000160   10.9.0.1 -> 10.0.0.1     TCP 74 80 -> 40001 [SYN, ACK] Seq=0 Ack=1 Win=64240 Len=0
                        """,
                        List.of("r1:GigabitEthernet1", "r1:GigabitEthernet2")),
                Arguments.of(
                        "two runs, one interface each",
                        """
                        admin@srx1> monitor traffic interface ge-0/0/1.0 no-resolve
                        Listening on ge-0/0/1.0, capture size 96 bytes

                        10:00:00.000140 Out IP %s
                        10:00:00.000300  In IP %s
                        ^C
                        admin@srx1> monitor traffic interface ge-0/0/0.0 no-resolve
                        Listening on ge-0/0/0.0, capture size 96 bytes

                        10:00:00.000100  In IP %s
                        10:00:00.000330 Out IP %s
                        """.formatted(SYN, ANSWER, SYN, ANSWER),
                        List.of("srx1:ge-0/0/0.0", "srx1:ge-0/0/1.0")),
                Arguments.of(
                        "numbers outweigh the names that a reading machine gave them",
                        """
                        $ tcpdump -ner any.pcap
                        reading from file any.pcap, link-type LINUX_SLL2 (Linux cooked v2)
                        Warning: interface names might be incorrect
                        10:00:00.000100 ?     In  ifindex 7 02:00:00:00:00:01 ethertype IPv4 (0x0800), length 66: %s
                        10:00:00.000140 ?     Out ifindex 4 02:00:00:00:00:02 ethertype IPv4 (0x0800), length 66: %s
                        10:00:00.000300 ?     In  ifindex 4 02:00:00:00:00:03 ethertype IPv4 (0x0800), length 66: %s
                        10:00:00.000330 ?     Out ifindex 7 02:00:00:00:00:04 ethertype IPv4 (0x0800), length 66: %s
                        """.formatted(modern(SYN), modern(SYN), modern(ANSWER), modern(ANSWER)),
                        List.of("log:if7", "log:if4")),
                Arguments.of(
                        "the components of a packet's way through a host",
                        pktmon("100", "Tx", 60, 1, SYN)
                                + pktmon("110", "Tx", 12, 1, SYN)
                                + pktmon("300", "Rx", 12, 1, ANSWER)
                                + pktmon("310", "Rx", 60, 1, ANSWER),
                        List.of("log:component 60 edge 1", "log:component 12 edge 1")));
    }

    private static String modern(String packet) {
        return packet.startsWith("10.0")
                ? "10.0.0.1.40001 > 10.9.0.1.80: Flags [S], seq 100, win 64240, length 0"
                : "10.9.0.1.80 > 10.0.0.1.40001: Flags [S.], seq 900, ack 101, win 64240, length 0";
    }

    private static String pktmon(String micros, String direction, int component, int edge, String packet) {
        return "10:00:00.000" + micros + "000 PktGroupId 9, PktNumber 1, Appearance 1, Direction " + direction
                + " , Type Ethernet , Component " + component + ", Edge " + edge
                + ", Filter 1, OriginalSize 66, LoggedSize 66\n\tIP " + modern(packet) + "\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logs")
    void makesThePoints(String what, String log, List<String> points) throws IOException, UnreadableCapture {
        InferredPath inferred = infer(log);

        // Both sides of the device are seen: neither end is captured.
        assertThat(inferred.path().points())
                .as(what)
                .extracting(Point::name)
                .containsExactly("client", points.getFirst(), points.getLast(), "server");
        assertThat(inferred.path().points().subList(1, 3))
                .extracting(Point::device)
                .doesNotContain("capture")
                .hasSize(2);
        List<PointTrace> read = new FlowReader(inferred.path(), (phase, done, total) -> {})
                .read()
                .points()
                .subList(1, 3);
        assertThat(read).allSatisfy(point -> assertThat(point.packets()).hasSize(2));
        assertThat(read)
                .extracting(PointTrace::device)
                .containsOnly(points.getFirst().split(":")[0]);
    }

    @Test
    void aLogOfTwoDevicesHasPointsOnBoth() throws IOException, UnreadableCapture {
        InferredPath inferred =
                infer("edge# show capture CIN\n" + ASA_INSIDE + "core# show capture COUT\n" + ASA_OUTSIDE);

        assertThat(inferred.path().points()).extracting(Point::name).containsExactly("edge:CIN", "core:COUT");
        assertThat(inferred.path().points()).extracting(Point::device).containsExactly("edge", "core");
    }

    private InferredPath infer(String log) throws IOException, UnreadableCapture {
        Given given = Given.of(Files.writeString(folder.resolve("log.txt"), log));
        return new PathFromFiles(List.of(given), Optional.empty(), (phase, done, total) -> {}).infer();
    }
}
