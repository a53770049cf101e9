package dev.wirewalk.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.ScarceHeap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

        ScarceHeap.Run run = ScarceHeap.run(folder, 64 + 4 * MEGABYTES, GreedyFiles.class, files.toString());

        assertThat(run.lines()).noneMatch(line -> line.endsWith("HEAP")).hasSizeGreaterThanOrEqualTo(all.size());
        assertThat(run.code()).as(String.join("\n", run.errors())).isZero();
    }
}
