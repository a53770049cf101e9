package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Causes and topologies that are met less often, from small captures made for them with network namespaces, whose fault was put
 * in and is therefore known.
 */
class RarerCausesTest {
    private static final Path FAULTS = Path.of("src", "test", "resources", "faults");

    @TestFactory
    List<DynamicTest> everyFaultThatWasPutInIsNamed() throws IOException {
        try (Stream<Path> folders = Files.list(FAULTS)) {
            return folders.sorted()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> verdictFits(folder)))
                    .toList();
        }
    }

    private static void verdictFits(Path folder) {
        JsonNode truth = CaseVerdict.truth(folder);
        Verdict verdict = CaseVerdict.walk(folder.resolve("path.yaml")).verdict();
        assertThat(CaseVerdict.of(verdict).fits(truth))
                .as("%s, put in %s: %s", CaseVerdict.of(verdict), truth.path("verdict"), verdict.summary())
                .isTrue();
    }
}
