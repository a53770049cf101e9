package dev.wirewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.CaptureBytes;
import dev.wirewalk.capture.FieldRow;
import dev.wirewalk.capture.SeenFrame;
import dev.wirewalk.capture.Tshark;
import dev.wirewalk.finding.Script;
import dev.wirewalk.packet.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {
    private static final String CLIENT = "10.0.0.1:40000";
    private static final String SERVER = "10.0.9.9:443";
    private static final String TEXT = """
            0.000001 port1 in 10.0.0.1.4000 -> 10.0.0.2.80: syn 100
            0.250000 port1 out 10.0.0.2.80 -> 10.0.0.1.4000: syn 900 ack 101
            """;

    @TempDir
    Path folder;

    private record Outcome(int code, String out, String err) {}

    private static Outcome run(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] texts = Arrays.stream(words).map(String::valueOf).toArray(String[]::new);
        int code = new CommandLineProgram(new PrintStream(out), new PrintStream(err), List.of()).run(texts);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path script() throws IOException {
        Script script =
                new Script(60).handshake(CLIENT, SERVER).at(2.000001).tcp(CLIENT, SERVER, Script.ACK, 1001, 5001, 900);
        return Files.write(folder.resolve("in.pcap"), script.bytes());
    }

    @Test
    void whatIsWrittenReadsBackTheSame() throws IOException {
        Path input = script();
        Path output = folder.resolve("out.pcapng");

        Outcome outcome = run("convert", input, "-o", output);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("4 packets on 1 interfaces, 0 with comments");
        SeenFrame.Pass before = SeenFrame.pass(input);
        SeenFrame.Pass after = SeenFrame.pass(output);
        assertThat(after.frames()).isEqualTo(before.frames());
        assertThat(after.report().truncatedPackets()).isEqualTo(1);
        assertThat(after.report().snapLength()).isEqualTo(before.report().snapLength());
        assertThat(after.report().warnings()).isEmpty();
        // Converting once more changes nothing.
        Path again = folder.resolve("again.pcapng");
        run("convert", output, "-o", again);
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(output));
    }

    @Test
    void whatATextDoesNotTellIsSaidInTheCommentOfThePacket() throws IOException {
        Path input = Files.writeString(folder.resolve("in.txt"), TEXT);
        Path output = folder.resolve("out.pcapng");

        assertThat(run("convert", input, "-o", output).code()).isZero();

        List<SeenFrame> frames = SeenFrame.pass(output).frames();
        assertThat(frames)
                .extracting(SeenFrame::nanos)
                .isEqualTo(SeenFrame.pass(input).frames().stream()
                        .map(SeenFrame::nanos)
                        .toList());
        assertThat(frames).extracting(SeenFrame::port).containsExactly(80, 4000);
        assertThat(SeenFrame.pass(output).report().events())
                .hasSize(2)
                .allSatisfy(
                        event -> assertThat(event.text()).contains("not told by the text", "TTL", "IP identification"))
                .allSatisfy(event -> assertThat(event.text()).doesNotContain("sequence number"));
        assertThat(SeenFrame.pass(output).report().events().getLast().text()).startsWith("line 2");
    }

    @Test
    void tsharkReadsTimesBytesInterfacesAndComments() throws IOException {
        Tshark.assumeInstalled();
        Path input = Files.writeString(folder.resolve("in.txt"), TEXT);
        Path output = folder.resolve("out.pcapng");
        run("convert", input, "-o", output);

        List<FieldRow> rows = Tshark.fields(
                output, List.of("frame.time_epoch", "tcp.seq", "tcp.dstport", "frame.comment", "frame.len"));

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().get("tcp.dstport")).isEqualTo("80");
        assertThat(rows.getFirst().get("tcp.seq")).isEqualTo("100");
        assertThat(rows.getFirst().get("frame.time_epoch")).endsWith("0.000001000");
        assertThat(rows.getFirst().get("frame.comment")).contains("not told by the text");
    }

    @Test
    void severalInterfacesStaySeveral() throws IOException {
        CaptureBytes file = new CaptureBytes(ByteOrder.BIG_ENDIAN);
        byte[] packet = Bytes.ethernet(0x0800).ipv4(17, 0).toArray();
        file.section().interfaceDescription(1, 0, file.name("lan")).interfaceDescription(1, 0, file.name("wan"));
        file.enhancedPacket(1, 5, packet, packet.length).enhancedPacket(0, 6, packet, packet.length);
        file.simplePacket(packet, packet.length);
        Path input = file.write(folder.resolve("in.pcapng"));
        Path output = folder.resolve("out.pcapng");

        run("convert", input, "-o", output);

        SeenFrame.Pass after = SeenFrame.pass(output);
        assertThat(after.frames()).extracting(SeenFrame::name).containsExactly("wan", "lan", "lan");
        assertThat(after.report().events().getFirst().text()).contains("does not tell the time");
    }

    @Test
    void anUnreadableInputOrOutputIsOneClearLine() throws IOException {
        Path input = script();
        Outcome same = run("convert", input, "-o", input);
        assertThat(same.code()).isEqualTo(2);
        assertThat(same.err()).contains("is the file that is to be read");
        assertThat(SeenFrame.pass(input).frames()).hasSize(4);

        Outcome nowhere = run("convert", input, "-o", folder.resolve("no/such/folder/x.pcapng"));
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err().lines()).hasSize(1);

        Outcome missing = run("convert", folder.resolve("missing.pcap"), "-o", folder.resolve("x.pcapng"));
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("does not exist");
        assertThat(folder.resolve("x.pcapng")).doesNotExist();
    }
}
