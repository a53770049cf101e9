package dev.wirewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TranslateCommandTest {
    private static final String PASTED = """
            [root@gw ~]# tcpdump -nni eth3 -c 7 host 10.1.1.1
            listening on eth3
            """;

    private record Outcome(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    private static Outcome run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineProgram(new PrintStream(out), new PrintStream(err), List.of()).run(words);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void hasTheNamesOfTheContract() {
        JsonNode json = run("translate", "--from", "tcpdump", "--to", "tcpdump,fortigate-debug-flow", "--json", PASTED)
                .json();
        assertThat(json.propertyNames()).containsExactly("from", "filter", "options", "ignored", "results");
        assertThat(json.path("from").asString()).isEqualTo("tcpdump");
        assertThat(json.path("filter").asString()).isEqualTo("host 10.1.1.1");
        assertThat(json.path("ignored").valueStream().map(JsonNode::asString))
                .containsExactly("-nni eth3", "-c 7", "listening on eth3");
        assertThat(json.path("results")
                        .valueStream()
                        .map(result -> result.path("tool").asString()))
                .containsExactly("tcpdump", "fortigate-debug-flow");
    }

    @Test
    void optionsGoOverToTheSameToolOnly() {
        JsonNode results = run(
                        "translate", "--from", "tcpdump", "--to", "tcpdump,checkpoint-fw-monitor", "--json", PASTED)
                .json()
                .path("results");
        assertThat(results.get(0).path("steps").get(0).path("command").asString())
                .contains("-i eth3", "-c 7");
        assertThat(results.get(1).toString()).doesNotContain("eth3");
    }

    @Test
    void findsTheToolByTheText() {
        assertThat(run("translate", "--to", "fortigate-debug-flow", "--json", PASTED)
                        .json()
                        .path("from")
                        .asString())
                .isEqualTo("tcpdump");
        assertThat(run("translate", "--to", "tcpdump", "good morning everybody").err())
                .isEqualTo(
                        "wirewalk translate: TEXT: line 1, column 1, at \"good morning everybody\": this is no command of a known tool; name its tool with from\n");
    }

    @Test
    void saysForPeopleWhatWasRead() {
        Outcome outcome =
                run("translate", "--to", "tcpdump", "tcpdump -i eth0 \u202e-X tcp | grep \u001b[2J\u202f\u2029");
        assertThat(outcome.out())
                .startsWith("# read as tcpdump: tcp\n")
                .contains("# option interface=eth0\n", "# carries no filter: | grep", "\ntcpdump -i eth0")
                .doesNotContain("\u202e", "\u001b");
    }

    @Test
    void pointsAtTheLineAndColumn() {
        Outcome outcome = run("translate", "--from", "tcpdump", "--to", "tcpdump", "tcpdump -i eth0 \\\n  prot 6");
        assertThat(outcome.code()).isEqualTo(CommandLineProgram.BAD_INPUT);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("wirewalk translate: TEXT: line 2, column 3, at \"prot 6\": 'prot'");
        assertThat(outcome.err().lines()).hasSize(1);
    }

    @Test
    void refusesToolsThatThereAreNot() {
        assertThat(run("translate", "--from", "tcpdum", "--to", "tcpdump", "tcp")
                        .err())
                .startsWith("wirewalk translate: --from: there is no tool \"tcpdum\"; there are ");
        assertThat(run("translate", "--from", "tcpdump", "--to", ",", "tcp").err())
                .startsWith("wirewalk translate: --to: name a tool; there are ");
    }

    @Test
    void aDashIsStandardInput() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(PASTED.getBytes(StandardCharsets.UTF_8)));
            assertThat(run("translate", "--to", "tcpdump", "--json", "-")
                            .json()
                            .path("filter")
                            .asString())
                    .isEqualTo("host 10.1.1.1");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aLastCommaInAListOfToolsCountsForNothing() {
        assertThat(run("command", "--tool", "tcpdump,", "--filter", "tcp", "--json")
                        .json())
                .hasSize(1);
    }

    @Test
    void aFileOfFiltersMayComeFromWindowsAndHaveAnEndlessLine(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("filters.txt");
        Files.writeString(file, "\ufefftcp\r\n" + "tcp or ".repeat(200_000) + "udp\r\nudp\r\n");
        List<String> lines = run("command", "--tool", "tcpdump", "--filters", file.toString())
                .out()
                .lines()
                .toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).contains("-- 'tcp'\"");
        assertThat(lines.get(1)).isEqualTo("{\"error\":\"the line is longer than 1048576 characters\",\"line\":2}");
        assertThat(lines.get(2)).contains("-- 'udp'\"");
    }
}
