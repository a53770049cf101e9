package dev.wirewalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.opentest4j.TestAbortedException;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SharedFolderTest {
    @TempDir
    Path folder;

    @Test
    void aMissingPartSkipsTheTestAndSaysWhich() {
        named(
                folder,
                () -> assertThatThrownBy(() -> SharedFolder.path("cases", "none"))
                        .isInstanceOf(TestAbortedException.class)
                        .hasMessageContaining(
                                folder.resolve("cases").resolve("none").toString()));
    }

    @Test
    void aFolderNamedWrongFailsInsteadOfSkipping() {
        named(
                folder.resolve("misspelt"),
                () -> assertThatThrownBy(() -> SharedFolder.path("cases"))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("misspelt"));
    }

    @Test
    void listsFilesBelowAndFoldersInside() throws Exception {
        Path inner = Files.createDirectories(folder.resolve("cases/b/deep"));
        Files.createDirectories(folder.resolve("cases/a"));
        Path capture = Files.writeString(inner.resolve("x.pcap"), "");
        Files.writeString(inner.resolve("x.txt"), "");

        named(folder, () -> {
            assertThat(SharedFolder.files("cases", ".pcap")).containsExactly(capture);
            assertThat(SharedFolder.folders("cases"))
                    .containsExactly(folder.resolve("cases/a"), folder.resolve("cases/b"));
        });
    }

    private static void named(Path folder, Runnable check) {
        String before = System.setProperty("wirewalk.shared", folder.toString());
        try {
            check.run();
        } finally {
            if (before == null) {
                System.clearProperty("wirewalk.shared");
            } else {
                System.setProperty("wirewalk.shared", before);
            }
        }
    }
}
