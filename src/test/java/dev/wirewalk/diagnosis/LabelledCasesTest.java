package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The walk against labelled captures of real network stacks; skipped where they are not at hand. */
class LabelledCasesTest {
    private static final Path CASES = Path.of("..", "shared", "cases");

    @TestFactory
    List<DynamicTest> everyLabelledVerdictIsFound() throws IOException {
        return cases("path.yaml", (file, truth) -> {
            WalkResult result = CaseVerdict.walk(file);
            CaseVerdict verdict = CaseVerdict.of(result.verdict());
            assertThat(verdict.fits(truth))
                    .as(
                            "%s, labelled %s: %s",
                            verdict, truth.path("verdict"), result.verdict().summary())
                    .isTrue();
        });
    }

    @TestFactory
    List<DynamicTest> withNothingToldButTheOrderThereIsNoWrongNo() throws IOException {
        return cases("path-bare.yaml", (file, truth) -> {
            WalkResult result = CaseVerdict.walk(file);
            Outcome outcome = result.verdict().outcome();
            boolean fails = truth.path("outcome").asString().equals("fails");
            assertThat(outcome == Outcome.WORKS && fails)
                    .as("works, labelled %s", truth.path("verdict"))
                    .isFalse();
            assertThat(outcome != Outcome.FAILS
                            || CaseVerdict.of(result.verdict()).placeFits(truth))
                    .as("%s, labelled %s", result.verdict(), truth.path("verdict"))
                    .isTrue();
        });
    }

    @TestFactory
    List<DynamicTest> everyNoSaysWhatItReliesOnAndEveryUnknownWhy() throws IOException {
        return cases(
                "path.yaml",
                (file, truth) -> assertThat(CaseVerdict.walk(file).questions())
                        .isNotEmpty()
                        .allSatisfy(question -> {
                            assertThat(question.answer() != Answer.NO
                                            || !question.assumptions().isEmpty())
                                    .as(question.toString())
                                    .isTrue();
                            assertThat(question.answer() != Answer.UNKNOWN
                                            || !question.reason().isEmpty())
                                    .as(question.toString())
                                    .isTrue();
                        }));
    }

    private interface Check {
        void on(Path file, JsonNode truth);
    }

    private static List<DynamicTest> cases(String pathFile, Check check) throws IOException {
        if (!Files.isDirectory(CASES)) {
            return List.of(DynamicTest.dynamicTest(
                    "labelled cases", () -> assumeTrue(false, "there are no labelled cases in " + CASES)));
        }
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(folder -> Files.exists(folder.resolve(pathFile)))
                    .sorted()
                    .map(folder -> DynamicTest.dynamicTest(
                            folder.getFileName().toString(),
                            () -> check.on(folder.resolve(pathFile), CaseVerdict.truth(folder))))
                    .toList();
        }
    }
}
