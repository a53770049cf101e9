package dev.wirewalk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.SharedFolder;
import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.Tshark;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.flow.sequence.SequenceFlag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sequence analysis against the tshark of this machine, frame by frame and flag by flag, and the number of each stream. {@code
 * -Dwirewalk.sequence.captures=2000} judges more random captures than the few that a test run has time for.
 */
class SequenceJudgeTest {
    private static final int CAPTURES = Integer.getInteger("wirewalk.sequence.captures", 4);
    private static final int PACKETS = 700;

    @TempDir
    Path folder;

    @Test
    void randomSegments() throws UnreadableCapture {
        Tshark.assumeInstalled();
        for (int seed = 0; seed < CAPTURES; seed++) {
            Path file =
                    new RandomSegments(new SplittableRandom(seed)).file(PACKETS).write(folder.resolve("random.pcap"));
            assertThat(flagged(file)).as("seed %s", seed).hasSizeGreaterThan(PACKETS / 10);
            assertThat(differences(file)).as("seed %s", seed).isEmpty();
        }
    }

    @Test
    void theSmallCaptures() throws UnreadableCapture {
        Tshark.assumeInstalled();
        Collection<Path> files = List.of(
                SharedFolder.path("pcaps", "reassembly.pcap"),
                SharedFolder.path("pcaps", "tcp_dupack.pcapng"),
                SharedFolder.path("pcaps", "lab_A_router-any.pcap"));
        for (Path file : files) {
            assertThat(differences(file)).as(file.toString()).isEmpty();
        }
    }

    private static List<String> differences(Path file) throws UnreadableCapture {
        TreeMap<Long, String> ours = ours(file);
        TreeMap<Long, String> theirs = theirs(file);
        TreeSet<Long> frames = new TreeSet<>(ours.keySet());
        frames.addAll(theirs.keySet());
        return frames.stream()
                .filter(frame -> !Objects.equals(ours.get(frame), theirs.get(frame)))
                .map(frame -> frame + ": " + ours.get(frame) + ", tshark: " + theirs.get(frame))
                .toList();
    }

    private static List<String> flagged(Path file) throws UnreadableCapture {
        return ours(file).values().stream()
                .filter(told -> !told.endsWith(" []"))
                .toList();
    }

    /** By frame number: the stream and the labels of the flags. */
    private static TreeMap<Long, String> ours(Path path) throws UnreadableCapture {
        TreeMap<Long, String> told = new TreeMap<>();
        FrameAnalysis analysis = new FrameAnalysis();
        try (CaptureFile file = CaptureFile.open(path)) {
            file.read(frame -> {
                analysis.add(frame);
                List<String> labels = SequenceFlag.of(analysis.flags()).stream()
                        .map(SequenceFlag::label)
                        .toList();
                if (analysis.stream() >= 0) {
                    told.put(frame.number(), analysis.stream() + " " + labels);
                }
            });
        }
        return told;
    }

    private static TreeMap<Long, String> theirs(Path path) {
        List<String> arguments = new ArrayList<>(List.of("-n", "-r", path.toString(), "-T", "fields"));
        arguments.addAll(List.of("-o", "tcp.desegment_tcp_streams:FALSE", "-e", "frame.number", "-e", "tcp.stream"));
        SequenceFlag[] flags = SequenceFlag.values();
        for (SequenceFlag flag : flags) {
            arguments.addAll(List.of("-e", "tcp.analysis." + flag.label()));
        }
        TreeMap<Long, String> told = new TreeMap<>();
        for (String line : Tshark.lines(arguments)) {
            String[] cells = line.split("\t", -1);
            List<String> labels = Arrays.stream(flags)
                    .filter(flag -> !cells[2 + flag.ordinal()].isEmpty())
                    .map(SequenceFlag::label)
                    .toList();
            if (!cells[1].isEmpty()) {
                told.put(Long.valueOf(cells[0]), cells[1] + " " + labels);
            }
        }
        return told;
    }
}
