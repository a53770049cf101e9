package dev.wirewalk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.CaptureFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts such as those of fw monitor show no times: only the place tells a copy from a repetition. */
class CopiesWithoutTimeTest {
    @TempDir
    private Path folder;

    private List<Long> duplicates(String text) throws Exception {
        Path file = folder.resolve("text.txt");
        Files.writeString(file, text);
        FrameAnalysis analysis = new FrameAnalysis();
        List<Long> found = new ArrayList<>();
        try (CaptureFile capture = CaptureFile.open(file)) {
            capture.read(frame -> {
                analysis.add(frame);
                found.add(analysis.duplicateOf());
            });
        }
        return found;
    }

    @Test
    void anotherPositionIsACopyAndTheSameOneIsARepetition() throws Exception {
        String segment = "TCP: 443 -> 40001 .S..A. seq=00000001 ack=00000002\n";
        String i = "eth0:i[60]: 10.2.2.6 -> 10.1.1.5 (TCP) len=60 id=0\n" + segment;
        String to = "eth0:I[60]: 10.2.2.6 -> 10.1.1.5 (TCP) len=60 id=0\n" + segment;
        assertThat(duplicates(i + to + i + to)).containsExactly(0L, 1L, 0L, 3L);
    }

    @Test
    void twoEqualDropsAreTwoPackets() throws Exception {
        String drop = ";[cpu_3];fw_log_drop_ex: Packet proto=6 10.1.1.5:1 -> 10.2.2.6:80 dropped by m Reason: r;\n";
        assertThat(duplicates(drop + drop)).containsExactly(0L, 0L);
    }
}
