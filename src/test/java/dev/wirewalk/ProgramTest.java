package dev.wirewalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a process of its own, from a jar as it is delivered, in a locale that knows only ASCII. */
class ProgramTest {
    @TempDir
    static Path folder;

    private static Path jar;

    private record Outcome(int code, String out, String err) {}

    @BeforeAll
    static void packIntoAJar() throws IOException {
        Path classes = Path.of("target", "classes");
        jar = folder.resolve("wirewalk.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(path -> !path.equals(classes)).toList()) {
                String name = classes.relativize(path).toString().replace('\\', '/');
                packed.putNextEntry(new JarEntry(Files.isDirectory(path) ? name + "/" : name));
                if (Files.isRegularFile(path)) {
                    Files.copy(path, packed);
                }
            }
        }
    }

    @Test
    void listsTheToolsThatLieInTheJar() throws Exception {
        Outcome outcome = run("tools", "--json");
        assertThat(outcome.err()).isEmpty();
        JsonNode tools = JsonMapper.shared().readTree(outcome.out());
        try (Stream<Path> files = Files.list(Path.of("vendor-profiles"))) {
            assertThat(tools).hasSize((int) files.count());
        }
        assertThat(outcome.code()).isZero();
    }

    @Test
    void printsNothingButTheDocument() throws Exception {
        Outcome outcome = run("command", "--tool", "tcpdump", "--filter", "host 192.0.2.1 and port 80", "--json");
        assertThat(outcome.err()).isEmpty();
        assertThat(JsonMapper.shared()
                        .readTree(outcome.out())
                        .get(0)
                        .path("filters")
                        .get(0)
                        .asString())
                .isEqualTo("host 192.0.2.1 and port 80");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void givesTheExitCodeOfBadInputAndItsTextInUtf8() throws Exception {
        Outcome outcome = run("command", "--tool", "\u00e9" + "x".repeat(80), "--filter", "port 80");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("there is no tool").contains("x\u2026\"");
    }

    private static Outcome run(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jar
                        + java.io.File.pathSeparator
                        + System.getProperty("java.class.path").replace("target/classes", "none"),
                "dev.wirewalk.Wirewalk"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("LC_ALL", "C");
        environment.remove("JAVA_TOOL_OPTIONS");
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        int code = process.waitFor();
        return new Outcome(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
