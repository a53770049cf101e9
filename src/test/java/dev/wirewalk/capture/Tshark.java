package dev.wirewalk.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Asks the tshark of this machine what it sees in a capture: the judge of the readers. */
public final class Tshark {
    private Tshark() {}

    /** Skips the test, visibly, on a machine without tshark. */
    public static void assumeInstalled() {
        boolean installed = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark")));
        assumeTrue(installed, "skipped: tshark is not installed");
    }

    /**
     * The fields of every frame, without reassembly of fragments or segments. A field that occurs several times (in a quoted
     * packet, in stacked tags) has its values separated by commas; an absent one is empty.
     */
    public static List<FieldRow> fields(Path file, List<String> fields) {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString(), "-T", "fields"));
        command.addAll(List.of("-o", "ip.defragment:FALSE", "-o", "ipv6.defragment:FALSE"));
        command.addAll(List.of("-o", "tcp.desegment_tcp_streams:FALSE"));
        command.addAll(List.of("-o", "tcp.relative_sequence_numbers:FALSE"));
        fields.forEach(field -> command.addAll(List.of("-e", field)));
        return run(command, List.of(0, 2)).map(line -> row(fields, line)).toList();
    }

    /** Writes all packets of all files one file after the other, each file as an interface of its own. */
    public static Path chain(List<Path> files, Path into) {
        List<String> command = new ArrayList<>(List.of("mergecap", "-a", "-w", into.toString()));
        files.forEach(file -> command.add(file.toString()));
        run(command, List.of(0));
        return into;
    }

    /** Writes a capture in another format, by the name that Wireshark gives to it. */
    public static Path convert(Path file, String format, Path into) {
        run(List.of("editcap", "-F", format, file.toString(), into.toString()), List.of(0));
        return into;
    }

    /** What tshark prints with these arguments, line by line. */
    public static List<String> lines(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("tshark"));
        command.addAll(arguments);
        return run(command, List.of(0)).toList();
    }

    private static Stream<String> run(List<String> command, List<Integer> goodExits) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("exit code of " + command).isIn(goodExits);
            return output.lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FieldRow row(List<String> fields, String line) {
        String[] values = line.split("\t", -1);
        FieldRow row = new FieldRow();
        for (int i = 0; i < fields.size(); i++) {
            row.put(fields.get(i), i < values.length ? values[i] : "");
        }
        return row;
    }
}
