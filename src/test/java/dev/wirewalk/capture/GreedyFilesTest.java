package dev.wirewalk.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What reading may cost: 64 MB of heap, and four bytes for each byte of the input, which tcpdump's texts need to know each
 * conversation's first numbers. A JVM that has no more reads files that
 * are made to cost as much as they can.
 */
class GreedyFilesTest {
    private static final int MEGABYTES = 16;

    @Test
    void noFileTakesMoreHeapThanItsSizeAllows(@TempDir Path folder) throws IOException, InterruptedException {
        Path files = Files.createDirectory(folder.resolve("files"));
        Map<String, byte[]> all = GreedyFiles.all(MEGABYTES << 20);
        for (Map.Entry<String, byte[]> file : all.entrySet()) {
            Files.write(files.resolve(file.getKey()), file.getValue());
        }
        Path said = folder.resolve("said");
        Process reading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + (64 + 4 * MEGABYTES) + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GreedyFiles.class.getName(),
                        files.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int code = reading.waitFor();
        List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
        assertThat(lines).noneMatch(line -> line.endsWith("HEAP")).hasSizeGreaterThanOrEqualTo(all.size());
        assertThat(code).as(String.join("\n", lines)).isZero();
    }
}
