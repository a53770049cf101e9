package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.GoldenFiles;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.topology.PathFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whole results of {@code walk --json}, without the steps of the next capture, which belong to the profiles. */
class GoldenWalksTest {
    private static final Path CASES = Path.of("src", "test", "resources", "cases");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T1-link_lost-01",
                "T1-ok-leaky-01",
                "T1-fw_reject_rst-01",
                "T1-gw_wrong_address-01",
                "T1-payload_drop-01",
                "T3-ok-snat-01"
            })
    void areAsStored(String name) {
        WalkResult result = CaseVerdict.walk(CASES.resolve(name).resolve("path.yaml"));
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        // These have their own tests.
        ObjectNode told = mapper.valueToTree(result);
        told.remove(List.of("ladder", "delays", "courses"));
        GoldenFiles.assertMatches("walks/" + name + ".json", mapper.writeValueAsString(told));
    }

    @Test
    void theNextCaptureIsMadeForTheToolOfThePointAndTheFlow() {
        Path file = CASES.resolve("T1-link_lost-01").resolve("path.yaml");
        WalkResult result = new PathWalk(new PlannedCaptures(ToolCatalogue.standard()))
                .walk(PathFile.read(file), WalkProgress.SILENT);

        assertThat(result.next()).first().satisfies(next -> {
            assertThat(next.point()).isEqualTo("server:eno1");
            assertThat(next.tool()).isEqualTo("tcpdump");
            assertThat(next.steps())
                    .anyMatch(
                            step -> step.command().contains("host 10.46.152.147 and host 10.102.35.86 and tcp port 80")
                                    && step.command().contains("-i eno1"));
            assertThat(next.checks())
                    .extracting(NextCheck::command)
                    .contains("ip route get 10.102.35.86", "ip -s link show dev eno1")
                    .doesNotContain("nft list ruleset");
        });
    }

    @Test
    void theJsonHasTheNamesOfTheContract() {
        WalkResult result = CaseVerdict.walk(CASES.resolve("T1-link_lost-01").resolve("path.yaml"));
        JsonNode json = JsonMapper.shared().valueToTree(result);

        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder(
                        "verdict",
                        "others",
                        "captureIssues",
                        "questions",
                        "mappings",
                        "clocks",
                        "loss",
                        "next",
                        "ladder",
                        "pairing",
                        "notes",
                        "delays",
                        "courses");
        assertThat(json.path("verdict").toString())
                .startsWith(
                        "{\"outcome\":\"fails\",\"segment\":{\"from\":\"fw:igb1\",\"to\":\"server:eno1\"},\"device\":null,"
                                + "\"direction\":\"forward\",\"stage\":\"syn\",\"cause\":\"link_loss\",\"summary\":");
        List<String> question = List.copyOf(json.path("questions").get(0).propertyNames());
        assertThat(question).contains("id", "point", "answer", "evidence", "assumptions", "reason");
    }
}
