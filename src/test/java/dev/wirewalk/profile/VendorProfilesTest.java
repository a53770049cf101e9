package dev.wirewalk.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.command.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every profile in the repository is a right one. */
class VendorProfilesTest {
    private static final Path FOLDER = Path.of("vendor-profiles");
    private final ProfileLoader loader = new ProfileLoader(
            Dialects.standard().limitNames(),
            Dialects.standard().lackable(),
            Dialects.standard().forms(),
            Optional.empty());

    static Stream<Path> files() throws IOException {
        return Files.list(FOLDER).sorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void keepsToTheSchemaAndFitsTogether(Path file) throws Exception {
        ToolProfile profile = loader.read(file.toString(), Files.readString(file));
        assertThat(file.getFileName()).hasToString(profile.id() + ".yaml");
    }

    @Test
    void theClassPathHoldsAllOfThem() throws IOException {
        assertThat(loader.ids())
                .containsExactlyElementsOf(
                        files().map(file -> file.getFileName().toString().replace(".yaml", ""))
                                .toList())
                .contains(
                        "tcpdump",
                        "cisco-asa-capture",
                        "checkpoint-fw-monitor",
                        "fortigate-debug-flow",
                        "checkpoint-fw-ctl-debug");
    }
}
