package dev.wirewalk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program run in a JVM of its own that has little heap. */
public final class ScarceHeap {
    private ScarceHeap() {}

    /** What it printed on standard output and on the other one, and its exit code. */
    public record Run(List<String> lines, List<String> errors, int code) {}

    /** @param folder for what the program prints */
    public static Run run(Path folder, int megabytes, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Path errors = folder.resolve("errors");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(errors.toFile())
                .redirectOutput(said.toFile())
                .start();
        int code = process.waitFor();
        return new Run(read(said), read(errors), code);
    }

    private static List<String> read(Path printed) throws IOException {
        return Files.readAllLines(printed, StandardCharsets.UTF_8);
    }
}
