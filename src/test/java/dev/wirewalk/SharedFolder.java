package dev.wirewalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of large or foreign captures that tests read and the repository does not carry.
 *
 * <p>It is looked for in this order: system property {@code wirewalk.shared}, environment variable
 * {@code WIREWALK_SHARED}, the folder {@code shared} beside the project's folder. When it, or the part asked for, is missing,
 * the test is skipped and the report says which folder was missed. A property or variable that names a folder which does not
 * exist is a mistake and fails the test, so that a typing error never hides tests.
 *
 * <pre>{@code
 * @Test
 * void readsEveryLabelledCapture() {
 *     for (Path capture : SharedFolder.files("cases", ".pcap")) { ... }
 * }
 *
 * Path one = SharedFolder.path("cases", "T1-ok-01", "path.yaml");
 * List<Path> cases = SharedFolder.folders("cases");
 * }</pre>
 */
public final class SharedFolder {
    private SharedFolder() {}

    /**
     * The file or folder at {@code parts} below the shared folder.
     *
     * @throws org.opentest4j.TestAbortedException if it does not exist: the test is skipped
     */
    public static Path path(String... parts) {
        Path wanted = root();
        for (String part : parts) {
            wanted = wanted.resolve(part);
        }
        assumeTrue(Files.exists(wanted), "skipped: there is no " + wanted + " (set -Dwirewalk.shared=FOLDER)");
        return wanted;
    }

    /** All regular files anywhere below {@code folder} whose name ends in {@code ending}, sorted by path; at least one. */
    public static List<Path> files(String folder, String ending) {
        Path start = path(folder);
        try (var found = Files.walk(start)) {
            List<Path> files = found.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
            assertThat(files).as("files ending in %s below %s", ending, start).isNotEmpty();
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders directly in {@code folder}, sorted by name; at least one. */
    public static List<Path> folders(String folder) {
        Path start = path(folder);
        try (var found = Files.list(start)) {
            List<Path> folders = found.filter(Files::isDirectory).sorted().toList();
            assertThat(folders).as("folders in %s", start).isNotEmpty();
            return folders;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        String named = System.getProperty("wirewalk.shared", System.getenv().getOrDefault("WIREWALK_SHARED", ""));
        if (named.isBlank()) {
            return Path.of("..", "shared").toAbsolutePath().normalize();
        }
        Path folder = Path.of(named).toAbsolutePath().normalize();
        assertThat(folder)
                .as("the folder named by wirewalk.shared or WIREWALK_SHARED")
                .isDirectory();
        return folder;
    }
}
