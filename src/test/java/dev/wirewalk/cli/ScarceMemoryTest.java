package dev.wirewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.ScarceHeap;
import dev.wirewalk.Wirewalk;
import dev.wirewalk.finding.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flood of connections needs memory for each: where it ends, one sentence says so, and the other files are still read. */
class ScarceMemoryTest {
    @TempDir
    Path folder;

    @Test
    void aFileWithMoreConversationsThanFitIsRefusedInASentence() throws IOException, InterruptedException {
        Script flood = new Script();
        for (int i = 0; i < 60_000; i++) {
            flood.tcp("10.0." + (i >> 8) % 256 + "." + i % 256 + ":" + (1024 + i), "10.9.0.1:80", Script.SYN, i, 0, 0);
        }
        Path large = Files.write(folder.resolve("flood.pcap"), flood.bytes());
        Path small = Files.write(
                folder.resolve("small.pcap"),
                new Script().handshake("10.0.0.1:4000", "10.0.0.2:80").bytes());

        ScarceHeap.Run run =
                ScarceHeap.run(folder, 32, Wirewalk.class, "inspect", "--json", large.toString(), small.toString());

        assertThat(run.lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"error\"", "more conversations than fit into 32 MB"),
                        second -> assertThat(second).contains("\"packets\":3"));
        assertThat(run.code()).isZero();
    }
}
