package dev.wirewalk.diagnosis;

import dev.wirewalk.match.Direction;
import dev.wirewalk.topology.PathFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A verdict in the four words of a labelled case. */
record CaseVerdict(String place, String direction, String stage, String cause) {
    static final CaseVerdict NONE = new CaseVerdict("none", "none", "none", "none");

    static WalkResult walk(Path pathFile) {
        return new PathWalk((point, filter) -> List.of()).walk(PathFile.read(pathFile), WalkProgress.SILENT);
    }

    static CaseVerdict of(Verdict verdict) {
        if (verdict.outcome() == Outcome.WORKS) {
            return NONE;
        }
        Optional<String> between = verdict.segment().map(found -> found.from() + ".." + found.to());
        return new CaseVerdict(
                verdict.device().or(() -> between).orElse(""),
                verdict.direction().map(Direction::word).orElse(""),
                verdict.stage().map(Stage::word).orElse(""),
                verdict.cause().map(Cause::word).orElse(""));
    }

    static JsonNode truth(Path folder) {
        try {
            return JsonMapper.shared().readTree(Files.readString(folder.resolve("truth.json")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether every word is the labelled one, or one that the label accepts as well. */
    boolean fits(JsonNode truth) {
        return fits(truth, "failing_segment", place)
                && fits(truth, "direction", direction)
                && fits(truth, "stage", stage)
                && fits(truth, "cause_class", cause);
    }

    boolean placeFits(JsonNode truth) {
        return fits(truth, "failing_segment", place);
    }

    private static boolean fits(JsonNode truth, String field, String word) {
        return truth.path("verdict").path(field).asString().equals(word)
                || truth.path("accept")
                        .path(field)
                        .valueStream()
                        .anyMatch(accepted -> accepted.asString().equals(word));
    }
}
