package dev.wirewalk.capture;

import java.io.IOException;
import java.nio.file.Path;

/** What the fuzzer calls, for hours if it is let; see {@code CONTRIBUTING.md}. What it finds goes to {@code src/test/resources/fuzz}. */
public final class CaptureFuzzer {
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    private CaptureFuzzer() {}

    public static void fuzzerTestOneInput(byte[] content) throws IOException {
        AnyBytes.read(content, FOLDER);
    }
}
