package dev.wirewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class WalkCommandTest {
    private static final String CASES = "src/test/resources/cases/";

    @TempDir
    Path folder;

    private record Outcome(int code, String out, String err) {}

    private static Outcome run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineProgram(new PrintStream(out), new PrintStream(err), List.of()).run(words);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theExitCodeIsTheOutcome() throws IOException {
        assertThat(run("walk", CASES + "T1-ok-leaky-01/path.yaml", "--json").code())
                .isZero();
        assertThat(run("walk", CASES + "T1-link_lost-01/path.yaml", "--json").code())
                .isEqualTo(1);
        Path file = folder.resolve("path.yaml");
        Files.writeString(file, "points: [{name: a, device: client, files: []}, {name: b, device: server, files: []}]");
        assertThat(run("walk", file.toString(), "--json").code()).isEqualTo(3);
    }

    @Test
    void jsonIsOneDocumentAndNothingElse() {
        Outcome outcome = run("walk", CASES + "T1-link_lost-01/path.yaml", "--json");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().strip().lines()).hasSize(1);
        assertThat(JsonMapper.shared()
                        .readTree(outcome.out())
                        .path("verdict")
                        .path("cause")
                        .asString())
                .isEqualTo("link_loss");
    }

    @Test
    void peopleGetTheVerdictTheQuestionsAndTheNextCommand() {
        String text = run("walk", CASES + "T1-link_lost-01/path.yaml").out();

        assertThat(text)
                .startsWith("fails: The SYN leaves fw:igb1 and never arrives at server:eno1")
                .contains("✓ Does the SYN leave client:eth0? yes  [client_eth0.pcap #3")
                .contains("✕ Does the SYN arrive at server:eno1? no")
                .contains("next, at server:eno1:")
                .contains("tcpdump -i eno1");
    }

    @Test
    void aReportIsWrittenBesideTheJson() throws IOException {
        Path html = folder.resolve("walk.html");
        Path markdown = folder.resolve("walk.md");
        Outcome outcome = run("walk", CASES + "T1-link_lost-01/path.yaml", "--json", "--report", html.toString());
        run("walk", CASES + "T1-link_lost-01/path.yaml", "--report", markdown.toString());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out().strip().lines()).hasSize(1);
        assertThat(html).content().startsWith("<!DOCTYPE html>").contains("never arrives at server:eno1");
        assertThat(markdown).content().startsWith("# Walk of path.yaml");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void reportAndEvidenceNameTheSamePseudonyms() throws IOException {
        Path markdown = folder.resolve("walk.md");
        Path packets = folder.resolve("walk.pcapng");
        run(
                "walk",
                CASES + "T1-link_lost-01/path.yaml",
                "--report",
                markdown.toString(),
                "--evidence",
                packets.toString(),
                "--pseudonyms");
        String client = run("inspect", packets.toString(), "--json").out();

        assertThat(markdown).content().doesNotContain("10.46.152.147", "10.102.35.86");
        String flow = Files.readString(markdown).split("from ", 2)[1].split(" ", 2)[0];
        assertThat(Files.readAllBytes(packets)).isNotEmpty();
        assertThat(client).contains("\"tcp\":1");
        assertThat(new String(Files.readAllBytes(packets), StandardCharsets.ISO_8859_1))
                .contains(flow + ":59364");
        assertThat(run("walk", CASES + "T1-link_lost-01/path.yaml", "--pseudonyms")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void aReportThatCannotBeWrittenIsOneLine() throws IOException {
        Outcome odd = run("walk", CASES + "T1-link_lost-01/path.yaml", "--json", "--report", "walk.pdf");
        assertThat(odd.code()).isEqualTo(2);
        assertThat(odd.out()).isEmpty();
        assertThat(odd.err().strip()).contains(".html nor with .md").hasLineCount(1);

        Path nowhere = folder.resolve("none").resolve("walk.md");
        Outcome missing = run("walk", CASES + "T1-link_lost-01/path.yaml", "--report", nowhere.toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err().strip()).contains("cannot write").hasLineCount(1);

        Path capture = Files.copy(Path.of(CASES + "T1-link_lost-01/client_eth0.pcap"), folder.resolve("a.md"));
        Path file = folder.resolve("path.yaml");
        Files.writeString(file, "points: [{name: a, device: client, files: [a.md]}]");
        Outcome over = run("walk", file.toString(), "--report", capture.toString());
        assertThat(over.code()).isEqualTo(2);
        assertThat(over.err()).contains("is one of the captures");
        assertThat(capture).hasSameBinaryContentAs(Path.of(CASES + "T1-link_lost-01/client_eth0.pcap"));
    }

    @Test
    void capturesAloneAreEnoughInAnyOrder() throws IOException {
        String captures = CASES + "T1-link_lost-01/";
        Path saved = folder.resolve("saved.yaml");
        Outcome outcome = run(
                "walk",
                captures + "server_eno1.pcap",
                captures + "fw_igb1.pcap",
                captures + "client_eth0.pcap",
                captures + "fw_igb0.pcap",
                "--save-path",
                saved.toString(),
                "--json");

        var document = JsonMapper.shared().readTree(outcome.out());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(document.path("path")
                        .path("points")
                        .valueStream()
                        .map(point -> point.path("name").asString()))
                .containsExactly("client:eth0", "fw:igb0", "fw:igb1", "server:eno1");
        assertThat(document.path("path").path("points").get(1).path("reason").asString())
                .contains("client:eth0");
        assertThat(document.path("verdict").path("cause").asString()).isEqualTo("link_loss");
        assertThat(run("walk", saved.toString(), "--json").out())
                .contains(document.path("verdict").path("summary").asString());
    }

    @Test
    void aPathFileIsWalkedAlone() {
        Outcome outcome = run("walk", CASES + "T1-link_lost-01/path.yaml", CASES + "T1-link_lost-01/client_eth0.pcap");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("is a path file, which is walked alone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "just text, no capture at all | text",
                "''                           | empty",
            })
    void aFileThatIsNoCaptureIsOneLine(String content, String ignored) throws IOException {
        Files.writeString(folder.resolve("a.pcap"), content);
        badInput("points: [{name: a, device: client, files: [a.pcap]}]", "a.pcap");
    }

    @Test
    void aCaptureCutInsideItsFileHeaderIsOneLine() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(CASES + "T1-link_lost-01/client_eth0.pcap"));
        Files.write(folder.resolve("a.pcap"), java.util.Arrays.copyOf(whole, 10));
        badInput("points: [{name: a, device: client, files: [a.pcap]}]", "a.pcap");
    }

    @Test
    void aWrongPathFileIsOneLineWithFileAndLine() throws IOException {
        badInput("points:\n  - {name: a, device: client, fils: []}", "path.yaml:2: unknown key \"fils\"");
        badInput("points: [{name: a, device: client, files: [none.pcap]}]", "none.pcap");
        Outcome missing = run("walk", folder.resolve("nowhere.yaml").toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("no such file").hasLineCount(1);
    }

    private void badInput(String path, String expected) throws IOException {
        Path file = folder.resolve("path.yaml");
        Files.writeString(file, path);
        Outcome outcome = run("walk", file.toString(), "--json");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().strip()).contains(expected).hasLineCount(1);
    }
}
