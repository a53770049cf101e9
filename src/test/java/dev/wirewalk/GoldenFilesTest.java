package dev.wirewalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFilesTest {
    @TempDir
    Path resources;

    @Test
    void differentTextFailsAndNamesTheFileAndTheSwitch() throws Exception {
        Files.writeString(resources.resolve("a.txt"), "one\ntwo\n");

        assertThatThrownBy(() -> GoldenFiles.assertMatches(resources, "a.txt", "one\nthree\n", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a.txt")
                .hasMessageContaining("-Dwirewalk.golden=update");
    }

    @Test
    void lineEndsMakeNoDifference() throws Exception {
        Files.writeString(resources.resolve("a.txt"), "one\ntwo\n");

        GoldenFiles.assertMatches(resources, "a.txt", "one\r\ntwo", false);
    }

    @Test
    void aMissingFileFailsUntilItWasWritten() throws Exception {
        assertThatThrownBy(() -> GoldenFiles.assertMatches(resources, "new/a.txt", "one", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("There is no");

        GoldenFiles.assertMatches(resources, "new/a.txt", "one", true);

        assertThat(resources.resolve("new/a.txt")).hasContent("one\n");
        GoldenFiles.assertMatches(resources, "new/a.txt", "one", false);
    }
}
