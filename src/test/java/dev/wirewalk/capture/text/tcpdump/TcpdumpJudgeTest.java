package dev.wirewalk.capture.text.tcpdump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.capture.text.ReadText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tcpdump of this machine prints made-up captures; what is read from its text is what is in the capture. */
class TcpdumpJudgeTest {
    private static final int CONVERSATIONS = 120;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-nn",
                "-nn -v -e",
                "-nn -vvv -e -X",
                "-tttt -n",
                "-nn -S",
                "-nn -q",
                "-nn -e -XX",
                "-nn -A",
                "-nn --number",
                "-nn -t",
                "-nn -tt",
                "-nn -ttt",
                "-nn -ttttt",
                "-nn -x",
                "-nn -xx",
                "-nn -vv",
                "-nn -v -A",
                "-nn -t -A",
                "-nn -vv -S -tt -e",
                "-nn -e -x -t --number",
                "-nn -XX -v",
                "-nn --nano -tt"
            })
    void readsWhatIsInTheCapture(String options) throws IOException, UnreadableCapture {
        Path capture =
                new RandomTraffic(options.hashCode()).capture(CONVERSATIONS).write(folder.resolve("a.pcap"));
        Path text = print(capture, options);
        ReadText.of(text).whole();
        List<PacketFacts> real = PacketFacts.of(capture);
        List<PacketFacts> read = PacketFacts.of(text);
        assertThat(read).hasSameSizeAs(real);
        for (int i = 0; i < real.size(); i++) {
            assertThat(read.get(i).notIn(real.get(i))).as("packet " + (i + 1)).isEmpty();
            List<String> due = options.contains("-q")
                    ? List.of("from", "to", "source port", "data")
                    : List.of("from", "to", "source port", "flags", "window", "options", "type", "arp sender");
            assertThat(read.get(i).missing(real.get(i), due))
                    .as("packet " + (i + 1))
                    .isEmpty();
        }
    }

    @Test
    void numbersAreKnownWhereverTheyAreShown() throws IOException, UnreadableCapture {
        Path capture = new RandomTraffic(7).capture(CONVERSATIONS).write(folder.resolve("a.pcap"));
        List<PacketFacts> real = PacketFacts.of(capture);
        List<PacketFacts> read = PacketFacts.of(print(capture, "-nn -vv"));
        for (int i = 0; i < real.size(); i++) {
            assertThat(read.get(i).missing(real.get(i), List.of("sequence", "acknowledgement")))
                    .isEmpty();
        }
    }

    private Path print(Path capture, String options) throws IOException {
        boolean installed = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "tcpdump")));
        assumeTrue(installed, "skipped: tcpdump is not installed");
        Path text = folder.resolve("a.txt");
        List<String> command = new ArrayList<>(List.of("tcpdump", "-r", capture.toString()));
        command.addAll(List.of(options.split(" ")));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(text.toFile())
                .start();
        try {
            assertThat(process.waitFor()).as("exit code of " + command).isZero();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return text;
    }
}
