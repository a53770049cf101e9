package dev.wirewalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a produced text with the text stored under {@code src/test/resources}.
 *
 * <pre>{@code
 * GoldenFiles.assertMatches("golden/command/tcpdump-host.txt", produced);
 * }</pre>
 *
 * After an intended change run the tests with {@code -Dwirewalk.golden=update}: stored texts that differ are rewritten, then
 * read the difference with {@code git diff} before it is committed. A file that does not exist yet fails until it was written
 * that way. Line ends are stored as LF, with one at the end of the file; whether the produced text ends in a line end, and
 * whether its lines end in LF or CRLF, makes no difference.
 */
public final class GoldenFiles {
    private static final String SWITCH = "-Dwirewalk.golden=update";

    private GoldenFiles() {}

    /** Fails when {@code produced} differs from the file {@code resource}, a path below {@code src/test/resources}. */
    public static void assertMatches(String resource, String produced) {
        assertMatches(Path.of("src", "test", "resources"), resource, produced, update());
    }

    static void assertMatches(Path resources, String resource, String produced, boolean update) {
        Path stored = resources.resolve(resource);
        String text = withPlainLineEnds(produced);
        try {
            if (update) {
                Files.createDirectories(stored.toAbsolutePath().getParent());
                Files.writeString(stored, text, StandardCharsets.UTF_8);
            } else if (Files.notExists(stored)) {
                fail("There is no %s yet; run once with %s and read what it writes:%n%s"
                        .formatted(stored, SWITCH, text));
            } else {
                assertThat(text)
                        .as("%s (if the change is intended: %s, then git diff)", stored, SWITCH)
                        .isEqualTo(withPlainLineEnds(Files.readString(stored, StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean update() {
        return "update".equals(System.getProperty("wirewalk.golden"));
    }

    private static String withPlainLineEnds(String text) {
        String lines = text.replace("\r\n", "\n");
        return lines.endsWith("\n") || lines.isEmpty() ? lines : lines + "\n";
    }
}
