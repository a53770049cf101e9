package dev.wirewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
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

/** {@code command --path}: a command for each point of a path. */
class PathCommandsTest {
    private static final String PATH = """
            flow: {protocol: tcp, client: 10.1.1.1, server: 192.0.2.80, port: 443}
            points:
              - {name: client, device: laptop, interface: eth0, tool: tcpdump, files: [], set: {count: "500"}}
              - {name: asa-in, device: asa, interface: inside, tool: cisco-asa-capture, files: []}
              - {name: asa-out, device: asa, interface: outside, tool: cisco-asa-capture, files: []}
              - {name: server, device: web, files: []}
            nat: [{device: asa, source: {to: 198.51.100.25}}]
            """;
    private static final String FILTER = "host 10.1.1.1 and tcp port 443";

    @TempDir
    Path folder;

    private String path = "";

    private record Outcome(int code, String out, String err) {}

    @BeforeEach
    void write() throws Exception {
        path = Files.writeString(folder.resolve("path.yaml"), PATH).toString();
    }

    private static Outcome run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineProgram(new PrintStream(out), new PrintStream(err), List.of()).run(words);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theJsonHasAPlanForEachPointWithItsAddresses() {
        Outcome outcome = run("command", "--path", path, "--filter", FILTER, "--json");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        JsonNode json = JsonMapper.shared().readTree(outcome.out());
        assertThat(json.propertyNames()).containsExactly("filter", "points", "unplanned");
        assertThat(json.path("filter").asString()).isEqualTo(FILTER);
        assertThat(json.path("points")
                        .valueStream()
                        .map(point -> point.path("filter").asString()))
                .containsExactly(FILTER, FILTER, "host 198.51.100.25 and tcp port 443");
        assertThat(json.path("points").get(0).propertyNames())
                .containsExactly("points", "device", "interface", "filter", "plan");
        assertThat(json.path("points").get(0).path("plan").path("steps").toString())
                .contains("-i eth0", "-c 500", "wirewalk-client.pcap");
        assertThat(json.path("unplanned").get(0).path("point").asString()).isEqualTo("server");
    }

    @Test
    void forPeopleEachPointHasItsHeadingAndCommands() {
        Outcome outcome = run("command", "--path", path, "--filter", FILTER, "--set", "count=7");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("# ==== client, filter: " + FILTER + "\n")
                .contains("# ==== asa-out, filter: host 198.51.100.25 and tcp port 443\n")
                .contains("# server: The path file names no tool for this point")
                .as("a point's own value comes before the common one")
                .contains("-c 500")
                .doesNotContain("-c 7");
    }

    @Test
    void theRunBookIsMarkdownInTheOrderOfTyping() {
        Outcome outcome = run("command", "--path", path, "--filter", FILTER, "--runbook");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("# Captures along the path\n").doesNotEndWith("\n\n");
        assertThat(List.of("## Points", "## Start", "## Reproduce", "## Stop", "## Clean up"))
                .allMatch(outcome.out()::contains)
                .isSortedAccordingTo(java.util.Comparator.comparing(outcome.out()::indexOf));
    }

    @Test
    void wordsThatDoNotGoTogetherAreRefused() {
        assertThat(refused("--path", path, "--tool", "tcpdump", "--filter", "tcp"))
                .contains("either --tool or --path");
        assertThat(refused("--path", path, "--filters", path)).contains("--path takes one --filter");
        assertThat(refused("--tool", "tcpdump", "--filter", "tcp", "--runbook")).contains("--runbook goes with --path");
        assertThat(refused("--path", path, "--filter", "tcp", "--runbook", "--json"))
                .contains("without --json");
        assertThat(refused("--path", path, "--filter", "tcp", "--explain")).contains("--explain goes with --tool");
        assertThat(refused("--path", path, "--filter", "tcp", "--set", "colour=red"))
                .contains("--path: no tool of the path has the option \"colour\"");
        assertThat(refused("--path", path + ".missing", "--filter", "tcp")).contains("--path: ");
        assertThat(refused("--path", path, "--filter", "prot 6")).contains("--filter: column 1, at \"prot 6\"");
    }

    private static String refused(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "command";
        System.arraycopy(words, 0, all, 1, words.length);
        Outcome outcome = run(all);
        assertThat(outcome.code()).isEqualTo(CommandLineProgram.BAD_INPUT);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1);
        return outcome.err();
    }
}
