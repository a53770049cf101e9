package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.topology.PathFile;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a walk advises to look at on the device, by its verdict and the addresses that are right there. */
class NextChecksTest {
    private static final String PATH = """
            flow: {protocol: tcp, client: 10.1.1.1, clientPort: 40000, server: 198.51.100.2, port: 443}
            points:
              - {name: "client", device: client, interface: eth0, tool: tcpdump, files: [], addresses: [10.1.1.1/24]}
              - {name: "in", device: fw, interface: inside, tool: cisco-asa-capture, files: [], addresses: [10.1.1.254/24]}
              - {name: "out", device: fw, interface: outside, tool: cisco-asa-capture, files: [], addresses: [192.0.2.1/24]}
              - {name: "server", device: server, interface: eth0, tool: tcpdump, files: [], addresses: [192.0.2.2/24]}
            """;

    @TempDir
    Path folder;

    @Test
    void aFirewallIsAskedWhatItDoesWithThePacket() throws Exception {
        assertThat(commands("out", "", "syn-leaves client yes", "syn-arrives in yes", "syn-leaves out no"))
                .contains("packet-tracer input inside tcp 10.1.1.1 40000 198.51.100.2 443", "show asp drop");
    }

    @Test
    void addressesBehindATranslationAreNotGuessed() throws Exception {
        String nat = "nat: [{device: fw, destination: {address: 198.51.100.2, to: 192.0.2.2}}]\n";
        assertThat(commands("out", nat, "syn-leaves client yes", "syn-arrives in yes", "syn-leaves out no"))
                .contains("show asp drop")
                .noneMatch(command -> command.contains("198.51.100.2"));
    }

    @Test
    void theNextHopIsTheToldAddressOfTheNextDevice() throws Exception {
        assertThat(commands("in", "", "syn-leaves client yes", "syn-arrives in no"))
                .contains("show interface inside");
        assertThat(next("", "route-emits client no").checks())
                .extracting(NextCheck::command)
                .contains("ip neigh show to 10.1.1.254 dev eth0");
    }

    @Test
    void whoSendsIntoTheStretchIsLookedAtToo() throws Exception {
        WalkResult result = walk("", "arp-answered client no");
        assertThat(result.next()).extracting(NextCapture::point).containsExactly("in", "client");
        assertThat(result.next().getLast()).satisfies(next -> {
            assertThat(next.steps()).isEmpty();
            assertThat(next.checks())
                    .extracting(NextCheck::command)
                    .contains("ip route get 198.51.100.2", "ip neigh show to 10.1.1.254 dev eth0");
        });
    }

    @Test
    void anApplicationThatFailsIsLookedAtWithoutAFurtherCapture() throws Exception {
        NextCapture next = next(
                "",
                "syn-arrives server yes",
                "synack-arrives client yes",
                "data-arrives server yes",
                "answer-leaves server no");

        assertThat(next.point()).isEqualTo("server");
        assertThat(next.steps()).isEmpty();
        assertThat(next.why()).contains("No further capture");
        assertThat(next.checks()).extracting(NextCheck::command).contains("ss -ltn sport = :443");
    }

    /** The profiles know the words of a verdict by their schema alone. */
    @Test
    void theSchemaKnowsTheWordsOfTheVerdict() throws Exception {
        try (InputStream in = Objects.requireNonNull(
                ToolCatalogue.class.getResourceAsStream("/dev/wirewalk/profile/tool-profile.schema.json"))) {
            JsonNode when = JsonMapper.shared().readTree(in).at("/$defs/check/properties/when/properties");
            assertThat(words(when, "stage"))
                    .isEqualTo(Arrays.stream(Stage.values()).map(Stage::word).toList());
            assertThat(words(when, "cause"))
                    .isEqualTo(Arrays.stream(Cause.values()).map(Cause::word).toList());
        }
    }

    private static List<String> words(JsonNode when, String key) {
        return when.path(key)
                .at("/items/enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private List<String> commands(String point, String nat, String... told) throws Exception {
        NextCapture next = next(nat, told);
        assertThat(next.point()).isEqualTo(point);
        return next.checks().stream().map(NextCheck::command).toList();
    }

    private NextCapture next(String nat, String... told) throws Exception {
        return walk(nat, told).next().getFirst();
    }

    private WalkResult walk(String nat, String... told) throws Exception {
        Path file = folder.resolve("path.yaml");
        Files.writeString(file, PATH + nat);
        List<HandAnswer> answers = Arrays.stream(told)
                .map(text -> text.split(" "))
                .map(words -> new HandAnswer(words[0], words[1], words[2].equals("yes") ? Answer.YES : Answer.NO))
                .toList();
        return new PathWalk(new PlannedCaptures(ToolCatalogue.standard()))
                .walk(PathFile.read(file), answers, WalkProgress.SILENT);
    }
}
