package dev.wirewalk.inspection.stream;

import static dev.wirewalk.finding.Script.ACK;
import static dev.wirewalk.finding.Script.PUSH_ACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.finding.Script;
import dev.wirewalk.inspection.FrameIndex;
import dev.wirewalk.inspection.Inspection;
import dev.wirewalk.inspection.InspectionProgress;
import dev.wirewalk.inspection.Inspector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialogueReaderTest {
    private static final String CLIENT = "10.0.0.1:40000";
    private static final String SERVER = "10.0.0.2:80";

    @TempDir
    Path folder;

    private Dialogue read(Script script) throws Exception {
        Path file = Files.write(folder.resolve("stream.pcap"), script.bytes());
        try (CaptureFile capture = CaptureFile.open(file);
                Inspection inspection =
                        new Inspector(InspectionProgress.SILENT, true).inspect(capture, "stream.pcap")) {
            FrameIndex frames = inspection.frames().orElseThrow();
            return DialogueReader.read(
                    capture, frames, frames.of(0), inspection.conversations().get(0));
        }
    }

    /** {@code > words} of the client, {@code < words} of the server, {@code >..3} for three bytes that are missing. */
    private static String told(Dialogue dialogue) {
        return dialogue.turns().stream()
                .map(turn -> (turn.fromClient() ? ">" : "<")
                        + switch (turn) {
                            case Dialogue.Said said -> " " + new String(said.bytes(), StandardCharsets.US_ASCII);
                            case Dialogue.Missing missing -> ".." + missing.bytes();
                        })
                .collect(Collectors.joining("\n"));
    }

    private static Script opened() {
        return new Script().handshake(CLIENT, SERVER);
    }

    @Test
    void bothSidesInOrderAndPiecesOfOneSpeechTogether() throws Exception {
        Dialogue dialogue = read(opened().tcp(CLIENT, SERVER, PUSH_ACK, 1001, 5001, "how ")
                .tcp(CLIENT, SERVER, PUSH_ACK, 1005, 5001, "are you")
                .tcp(SERVER, CLIENT, PUSH_ACK, 5001, 1012, "well")
                .close(CLIENT, SERVER, 1012, 5005));
        assertThat(told(dialogue)).isEqualTo("> how are you\n< well");
        assertThat(dialogue.turns()).extracting(Dialogue.Turn::frame).containsExactly(4L, 6L);
        assertThat(dialogue.cut()).isFalse();
        assertThat(dialogue.bytes(true)).isEqualTo(11);
    }

    @Test
    void whatIsSentAgainIsToldOnceAlsoWhereItOverlaps() throws Exception {
        assertThat(told(read(opened().tcp(CLIENT, SERVER, PUSH_ACK, 1001, 5001, "abcd")
                        .at(1)
                        .tcp(CLIENT, SERVER, PUSH_ACK, 1001, 5001, "abcd")
                        .tcp(CLIENT, SERVER, PUSH_ACK, 1003, 5001, "cdef")
                        .tcp(CLIENT, SERVER, PUSH_ACK, 1000, 5001, "?"))))
                .isEqualTo("> abcdef");
    }

    @Test
    void whatCameOutOfOrderIsPutInOrder() throws Exception {
        assertThat(told(read(opened().tcp(CLIENT, SERVER, PUSH_ACK, 1005, 5001, "late")
                        .tcp(CLIENT, SERVER, PUSH_ACK, 1009, 5001, "r")
                        .tcp(CLIENT, SERVER, PUSH_ACK, 1001, 5001, "the "))))
                .isEqualTo("> the later");
    }

    @Test
    void aByteThatIsNowhereIsAGapAtItsPlace() throws Exception {
        assertThat(told(read(opened().tcp(CLIENT, SERVER, PUSH_ACK, 1001, 5001, "ab")
                        .tcp(CLIENT, SERVER, PUSH_ACK, 2463, 5001, "yz")
                        .tcp(SERVER, CLIENT, PUSH_ACK, 5001, 2465, "ok"))))
                .isEqualTo("> ab\n>..1460\n> yz\n< ok");
    }

    @Test
    void whatOnlyAcknowledgementsTellIsMissingAtTheEndAndTheFinIsNoByte() throws Exception {
        assertThat(told(read(opened().tcp(CLIENT, SERVER, PUSH_ACK, 1001, 5001, "ab")
                        .tcp(SERVER, CLIENT, ACK, 5001, 1013, 0)
                        .close(CLIENT, SERVER, 1013, 5001))))
                .isEqualTo("> ab\n>..10");
    }

    @Test
    void whatTheCaptureCutOffIsMissing() throws Exception {
        assertThat(told(read(new Script(58)
                        .handshake(CLIENT, SERVER)
                        .tcp(CLIENT, SERVER, PUSH_ACK, 1001, 5001, "abcdefgh")
                        .tcp(CLIENT, SERVER, PUSH_ACK, 1009, 5001, "ij"))))
                .isEqualTo("> abcd\n>..4\n> ij");
    }

    @Test
    void numbersThatWrapAroundAndAMiddleOfAConnectionAreFollowed() throws Exception {
        assertThat(told(read(new Script()
                        .tcp(CLIENT, SERVER, PUSH_ACK, 0xFFFF_FFFEL, 7, "abcd")
                        .tcp(CLIENT, SERVER, PUSH_ACK, 2, 7, "ef")
                        .tcp(CLIENT, SERVER, PUSH_ACK, 0xFFFF_FFFCL, 7, "__"))))
                .isEqualTo("> __abcdef");
    }

    @Test
    void aNumberFarAwayFitsNowhereAndIsCounted() throws Exception {
        Dialogue dialogue = read(opened().tcp(CLIENT, SERVER, PUSH_ACK, 1001, 5001, "ab")
                .tcp(CLIENT, SERVER, PUSH_ACK, 0x7000_0000L, 5001, "??"));
        assertThat(told(dialogue)).isEqualTo("> ab");
        assertThat(dialogue.unplaced()).isEqualTo(1);
    }

    @Test
    void datagramsStayApart() throws Exception {
        assertThat(told(read(new Script()
                        .udp("10.0.0.1:4000", "10.0.0.2:53", "one".getBytes(StandardCharsets.US_ASCII))
                        .udp("10.0.0.1:4000", "10.0.0.2:53", "two".getBytes(StandardCharsets.US_ASCII)))))
                .isEqualTo("> one\n> two");
    }

    @Test
    void aLongConversationIsToldFromItsBeginningAndSaysSo() throws Exception {
        Script script = opened();
        for (int i = 0; i < 300; i++) {
            script.tcp(CLIENT, SERVER, PUSH_ACK, 1001 + i * 1000L, 5001, 1000);
        }
        Dialogue dialogue = read(script);
        assertThat(dialogue.cut()).isTrue();
        assertThat(dialogue.bytes(true)).isBetween(256L * 1024, 264L * 1024);
        assertThat(dialogue.packets()).isEqualTo(303);
        assertThat(dialogue.turns()).hasSize(1);
    }

    @Test
    void manyShortTurnsAreToldFromTheBeginningToo() throws Exception {
        Script script = opened();
        for (int i = 0; i < 1500; i++) {
            script.tcp(CLIENT, SERVER, PUSH_ACK, 1001 + i, 5001 + i, "a")
                    .tcp(SERVER, CLIENT, PUSH_ACK, 5001 + i, 1002 + i, "b");
        }
        Dialogue dialogue = read(script);
        assertThat(dialogue.cut()).isTrue();
        assertThat(dialogue.turns()).hasSizeBetween(1999, 2002);
        assertThat(dialogue.read()).isLessThan(dialogue.packets());
    }

    @Test
    void withoutDataNothingIsSaid() throws Exception {
        assertThat(read(opened().close(CLIENT, SERVER, 1001, 5001)).turns()).isEqualTo(List.of());
    }
}
