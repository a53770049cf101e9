package dev.wirewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.finding.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectCommandTest {
    private static final String CLIENT = "10.0.0.1:40000";
    private static final String SERVER = "10.0.9.9:443";

    @TempDir
    Path folder;

    private String capture = "";
    private String text = "";

    private record Outcome(int code, String out, String err) {
        List<JsonNode> documents() {
            return out.lines().map(JsonMapper.shared()::readTree).toList();
        }
    }

    @BeforeEach
    void writeFiles() throws IOException {
        Script script = new Script()
                .tcp(CLIENT, SERVER, Script.SYN, 77, 0, 0)
                .at(1)
                .tcp(CLIENT, SERVER, Script.SYN, 77, 0, 0)
                .at(3.25)
                .udp("10.0.0.1:5", "10.0.0.2:6", new byte[100]);
        capture = Files.write(folder.resolve("a b.pcap"), script.bytes()).toString();
        text = Files.writeString(folder.resolve("no capture"), "\u0001\u0002\u0003\u0004\u0005\u0006")
                .toString();
    }

    private static Outcome run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineProgram(new PrintStream(out), new PrintStream(err), List.of()).run(words);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void jsonHasTheFactsUnderTheirNames() {
        Outcome outcome = run("inspect", capture, "--json");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.documents()).hasSize(1);
        JsonNode document = outcome.documents().getFirst();
        assertThat(document.path("file").asString()).isEqualTo(capture);
        assertThat(document.path("format").asString()).isEqualTo("pcap");
        assertThat(document.path("linkType").asString()).isEqualTo("EN10MB");
        assertThat(document.path("packets").asInt()).isEqualTo(3);
        assertThat(document.path("bytes").asInt()).isEqualTo(54 + 54 + 142);
        assertThat(document.path("firstTime").asString()).isEqualTo("2023-11-14T22:13:20.000000000Z");
        assertThat(document.path("lastTime").asString()).isEqualTo("2023-11-14T22:13:23.250000000Z");
        assertThat(document.path("truncatedPackets").asInt()).isZero();
        assertThat(document.path("warnings").isArray()).isTrue();
        assertThat(document.path("events").isArray()).isTrue();
        assertThat(document.path("conversations").toString()).isEqualTo("{\"tcp\":1,\"udp\":1,\"icmp\":0,\"other\":0}");
        assertThat(document.path("states").toString()).isEqualTo("{\"S0\":1}");
        assertThat(document.path("analysis").toString()).isEqualTo("{\"retransmission\":1}");
        JsonNode finding = document.path("findings").path(0);
        assertThat(finding.path("id").asString()).isEqualTo("syn-unanswered");
        assertThat(finding.path("severity").asString()).isEqualTo("error");
        assertThat(finding.path("evidence").path(0).path("file").asString()).isEqualTo(capture);
        assertThat(finding.path("evidence").path(0).path("frame").asInt()).isEqualTo(1);
    }

    @Test
    void framesThatCarryAFlagAreOneObjectALine() {
        Outcome outcome = run("inspect", "--frames", capture, text);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.documents()).hasSize(2);
        assertThat(outcome.out().lines().findFirst().orElseThrow())
                .isEqualTo("{\"file\":" + JsonMapper.shared().writeValueAsString(capture)
                        + ",\"frame\":2,\"stream\":0,\"flags\":[\"retransmission\"]}");
        assertThat(outcome.documents().getLast().has("error")).isTrue();
    }

    @Test
    void copiesNameTheFrameThatTheyAreCopiesOf() throws IOException {
        Script script = new Script();
        for (int copy = 0; copy < 2; copy++) {
            script.at(copy * 0.0001).identification(500).ttl(64 - copy).tcp(CLIENT, SERVER, Script.ACK, 77, 5, 100);
        }
        Path file = Files.write(folder.resolve("copies.pcap"), script.bytes());

        JsonNode row = run("inspect", "--frames", file.toString()).documents().getFirst();

        assertThat(row.path("frame").asInt()).isEqualTo(2);
        assertThat(row.path("duplicateOf").asInt()).isEqualTo(1);
        JsonNode whole = run("inspect", "--json", file.toString()).documents().getFirst();
        assertThat(whole.path("analysis").toString()).isEqualTo("{\"retransmission\":1}");
        assertThat(whole.path("findings").toString()).doesNotContain("\"retransmissions\"");
        assertThat(whole.path("details").path("copies").asInt()).isEqualTo(1);
    }

    @Test
    void severalFilesAreOneDocumentALineInTheirOrderAndAnUnreadableOneIsOneOfThem() {
        Outcome outcome = run("inspect", "--json", capture, text, "/nowhere/at/all", capture);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.documents())
                .extracting(document -> document.path("file").asString())
                .containsExactly(capture, text, "/nowhere/at/all", capture);
        assertThat(outcome.documents())
                .extracting(document -> document.has("error"))
                .containsExactly(false, true, true, false);
    }

    @Test
    void onlyWhenNoFileCouldBeReadItIsBadInput() {
        assertThat(run("inspect", "--json", text, text).code()).isEqualTo(2);
        Outcome people = run("inspect", text);
        assertThat(people.code()).isEqualTo(2);
        assertThat(people.out()).isEmpty();
        assertThat(people.err()).contains("no capture");
    }

    @Test
    void peopleGetFactsFindingsAndConversations() {
        String report = run("inspect", capture).out();

        assertThat(report)
                .contains("pcap, EN10MB, 3 packets, 250 bytes")
                .contains("conversations: 1 TCP, 1 UDP")
                .contains("error: ", "[syn-unanswered]", "frames 1")
                .contains("10.0.0.1:5 > 10.0.0.2:6: 1 packets, 142 bytes");
    }
}
