package dev.wirewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineProgramTest {
    private record Outcome(int code, String out, String err) {
        JsonNode json() {
            assertThat(err).isEmpty();
            assertThat(code).isZero();
            return JsonMapper.shared().readTree(out);
        }
    }

    /** A subcommand that another package adds. */
    @Command(name = "outside")
    static final class Outside implements Callable<Integer> {
        @Override
        public Integer call() {
            return 0;
        }
    }

    private static Outcome run(String... words) {
        return run(List.of(), words);
    }

    private static Outcome run(List<Object> more, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineProgram(new PrintStream(out), new PrintStream(err), more).run(words);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anUnknownCommandIsNamedBesideThoseThereAre() {
        Outcome outcome = run("frobnicate", "--json");
        assertThat(outcome.code()).isEqualTo(CommandLineProgram.BAD_INPUT);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().strip())
                .isEqualTo(
                        "wirewalk: there is no command \"frobnicate\"; there are tools, command, translate, inspect, convert, walk");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            command --tool tcpdump --filters /nowhere@
            command --tool tcpdump --filter tcp --profiles /nowhere@
            command --tool tcpdump --filter tcp --bad@
            command --tool tcpdump --filter tcp more@
            command --tool tcpdump --filter tcp@
            command --tool tcpdump@ --filter tcp
            command --tool tcpdump --filter tcp --set count=@
            walk /nowhere@
            """)
    void whatCouldSteerATerminalIsNeverRepeated(String words) {
        String steering = "\u001b[2J\u202e\r\u009b";
        Outcome outcome = run(words.replace("@", steering).split(" "));

        assertThat(outcome.code()).isEqualTo(CommandLineProgram.BAD_INPUT);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err()).doesNotContain("\u001b", "\u202e", "\r", "\u009b");
    }

    @Test
    void toolsAreOneDocument() {
        JsonNode tools = run("tools", "--json").json();
        assertThat(tools.valueStream().map(tool -> tool.path("id").asString()))
                .contains("tcpdump", "checkpoint-fw-monitor");
        assertThat(tools.get(0).propertyNames())
                .containsExactly("id", "name", "vendor", "family", "versions", "readsBack", "produces");
    }

    @Test
    void aCommandHasTheNamesOfTheContractInTheirOrder() {
        JsonNode plans = run(
                        "command", "--tool", "tcpdump,checkpoint-fw-monitor", "--filter", "host 10.1.1.1", "--json")
                .json();
        assertThat(plans).hasSize(2);
        JsonNode plan = plans.get(1);
        assertThat(plan.propertyNames())
                .containsExactly("tool", "version", "coverage", "runs", "filters", "gaps", "warnings", "steps");
        assertThat(plan.path("coverage").asString()).isEqualTo("exact");
        assertThat(plan.path("warnings").get(0).propertyNames()).containsExactly("level", "text");
        JsonNode step = plan.path("steps").get(0);
        assertThat(step.propertyNames()).containsExactly("phase", "run", "command", "why", "risk");
        assertThat(step.path("phase").asString()).isEqualTo("prepare");
        assertThat(step.path("risk").asString()).isEqualTo("none");
    }

    @Test
    void gapsHaveTheNamesOfTheContract() {
        JsonNode plan = run("command", "--tool", "checkpoint-fw-ctl-debug", "--filter", "net 10.0.0.0/8", "--json")
                .json()
                .get(0);
        assertThat(plan.path("coverage").asString()).isEqualTo("wider");
        assertThat(plan.path("gaps").get(0).propertyNames()).containsExactly("term", "reason", "narrow");
    }

    @Test
    void withoutJsonItIsForAPersonWithTheCommandsAtTheMargin() {
        Outcome outcome = run("command", "--tool", "tcpdump", "--filter", "port 80", "--set", "interface=ens160");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines())
                .anyMatch(line -> line.startsWith("tcpdump -i ens160 ") && line.endsWith("-- 'port 80'"));
    }

    @Test
    void settingsAreSharedByThoseWhoKnowThem() {
        JsonNode plans = run(
                        "command",
                        "--tool",
                        "tcpdump,fortigate-debug-flow",
                        "--filter",
                        "port 80",
                        "--json",
                        "--set",
                        "interface=ens160",
                        "--set",
                        "count=7")
                .json();
        assertThat(plans.get(0).toString()).contains("-i ens160").contains("-c 7 ");
        assertThat(plans.get(1).toString()).contains("trace start 7");
    }

    @Test
    void anEmptyValueLeavesAnOptionOut() {
        assertThat(run("command", "--tool", "tcpdump", "--filter", "port 80", "--set", "count=")
                        .out())
                .doesNotContain(" -c ")
                .contains("# caution: The capture has no limit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            command --tool tcpdump --filter|port|nosuch   ~ wirewalk command: --filter: column 6, at "nosuch": *
            command --tool nosuch --filter|port|80        ~ wirewalk command: --tool: there is no tool "nosuch"; there are *tcpdump*
            command --tool tcpdump --filter|port|80 --set colour=red ~ wirewalk command: --set: there is no option "colour" for tcpdump; there are *interface*version
            command --tool tcpdump --filter|port|80 --set count ~ wirewalk command: --set: write name=value, not "count"
            command --tool tcpdump --filter|port|80 --set count=1 --set count=2 ~ wirewalk command: --set: "count" is set twice
            command --tool tcpdump --filter|port|80 --set count=x ~ wirewalk command: --set: count: "x" is refused; it takes a whole number from 1 to *
            command --tool tcpdump --filter|port|80 --set version=1 ~ wirewalk command: --set: version: "1" is not a version that tcpdump is known for; *
            command --tool tcpdump                        ~ wirewalk command: *--filter=TEXT*
            command --filter|port|80                      ~ wirewalk command: *--tool*
            command --tool tcpdump --filter|x --filters|y ~ wirewalk command: *
            command --tool tcpdump --filters|/no/such     ~ wirewalk command: --filters: cannot read "/no/such"*
            command --tool tcpdump --filter|@x            ~ wirewalk command: --filter: column 1*
            command --tool tcpdump --filter|port|80 --profiles /no/such ~ wirewalk command: --profiles: "/no/such" is not a folder
            tools --colour                                ~ wirewalk tools: *--colour*
            nosuch                                        ~ wirewalk: *nosuch*
            --json                                        ~ wirewalk: *--json*
            """)
    void badInputIsOneLineOnStandardErrorAndCodeTwo(String line, String expected) {
        List<String> words = List.of(line.strip().split(" ")).stream()
                .flatMap(word ->
                        word.startsWith("--filter") ? List.of(word.split("\\|", 2)).stream() : List.of(word).stream())
                .map(word -> word.replace('|', ' '))
                .toList();
        Outcome outcome = run(words.toArray(String[]::new));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err().strip())
                .matches(java.util.regex.Pattern.quote(expected.strip()).replace("*", "\\E.*\\Q"));
    }

    @Test
    void withoutWordsItSaysWhatThereIs() {
        Outcome outcome = run();
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("say what to do").contains("tools").contains("command");
        assertThat(run("--help").out())
                .contains("Commands:")
                .contains("command")
                .contains("tools");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools", "command", "walk", "outside"})
    void everyCommandShowsItsHelp(String command) {
        Outcome longer = run(List.of(new Outside()), command, "--help");
        assertThat(longer.code()).isZero();
        assertThat(longer.err()).isEmpty();
        assertThat(longer.out()).startsWith("Usage: wirewalk " + command).contains("-h, --help");
        assertThat(run(List.of(new Outside()), command, "-h")).isEqualTo(longer);
    }

    @Test
    void aFileOfFiltersGivesOneDocumentALineAndGoesOnBehindABadOne(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("filters.txt");
        Files.write(
                file, "port 80\nport nosuch\n\nhost 10.1.1.1\r\n\u00ff\u00fe\n".getBytes(StandardCharsets.ISO_8859_1));
        Outcome outcome = run("command", "--tool", "tcpdump", "--filters", file.toString());
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        List<JsonNode> lines =
                outcome.out().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0).get(0).path("filters").get(0).asString()).isEqualTo("port 80");
        assertThat(lines.get(1).propertyNames()).containsExactly("error", "line");
        assertThat(lines.get(1).path("error").asString()).startsWith("column 6, at \"nosuch\": ");
        assertThat(lines.get(1).path("line").asInt()).isEqualTo(2);
        assertThat(lines.get(2).get(0).path("filters").get(0).asString()).isEmpty();
        assertThat(lines.get(3).get(0).path("filters").get(0).asString()).isEqualTo("host 10.1.1.1");
        assertThat(lines.get(4).path("line").asInt()).isEqualTo(5);
    }

    @Test
    void aBadSettingOfAFileOfFiltersIsSaidBeforeAnythingIsPrinted(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("filters.txt"), "port 80\n");
        Outcome outcome = run("command", "--tool", "tcpdump", "--filters", file.toString(), "--set", "count=x");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("count: \"x\" is refused");
    }

    @Test
    void aBadProfileIsToldWithFileLineAndKey(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("tcpdump.yaml"), "id: tcpdump\nnmae: x\n");
        Outcome outcome = run("command", "--tool", "tcpdump", "--filter", "", "--profiles", folder.toString());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("tcpdump.yaml:2: nmae: unknown key");
    }

    @Test
    void aFileThatIsNoProfileByItsNameIsTold(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("My Tool.yaml"), "id: x");
        Outcome outcome = run("tools", "--profiles", folder.toString());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("My Tool.yaml:1: the name of a profile's file");
    }

    @Test
    void aProfileThatIsNoTextIsTold(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("tcpdump.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Outcome outcome = run("tools", "--profiles", folder.toString());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("tcpdump.yaml:1: this is not text in UTF-8");
    }
}
