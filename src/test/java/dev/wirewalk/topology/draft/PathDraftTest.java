package dev.wirewalk.topology.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.PathFile;
import dev.wirewalk.topology.draft.CheckedPath.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathDraftTest {
    private static final String PATH = """
            flow: {protocol: tcp, client: 192.0.2.1, clientPort: 4000, server: 198.51.100.9, port: 443}
            points:
              - {name: client, device: client, interface: eth0, tool: tcpdump, files: [captures/c.pcap], addresses: ["192.0.2.1/24"], set: {count: "500"}}
              - {name: in, device: fw, interface: eth0, files: [/etc/passwd], vlan: 70}
              - {name: out, device: fw, interface: eth1, files: []}
              - {name: server, device: server, files: [], ifindex: 2}
            return: [server, out, client]
            nat:
              - {device: fw, source: {to: "203.0.113.5", ports: "20000-29999"}}
            """;

    @Test
    void keepsAllOfALoadedPathButItsFiles() {
        Path path = loaded();

        Path checked = CheckedPath.of(PathDraft.of(path)).path().orElseThrow();

        assertThat(checked.flow()).isEqualTo(path.flow());
        assertThat(checked.nat()).isEqualTo(path.nat());
        assertThat(checked.returnOrder()).isEqualTo(path.returnOrder());
        assertThat(checked.points()).hasSize(4).allMatch(point -> point.files().isEmpty());
        assertThat(checked.points().get(0).addresses())
                .isEqualTo(path.points().get(0).addresses());
        assertThat(checked.points().get(1).vlan()).hasValue(70);
        assertThat(checked.points().get(3).ifindex()).hasValue(2);
        assertThat(PathDraft.of(path).points().get(1).expected()).containsExactly("passwd");
    }

    @Test
    void keepsTheValuesOfTheToolsOptionsUntilItHasAnotherTool() {
        PathDraft draft = PathDraft.of(loaded());
        String client = draft.points().getFirst().id();

        assertThat(settings(draft)).isEqualTo(Map.of("count", "500"));
        assertThat(settings(draft.changed(client, point -> point.with("laptop", "laptop", "eth1", "tcpdump"))))
                .isEqualTo(Map.of("count", "500"));
        assertThat(settings(draft.changed(client, point -> point.with("client", "client", "eth0", "tshark"))))
                .isEmpty();
    }

    private static Map<String, String> settings(PathDraft draft) {
        return CheckedPath.of(draft).path().orElseThrow().points().getFirst().settings();
    }

    @Test
    void theWayBackAndTranslationsFollowNewNames() {
        PathDraft draft = PathDraft.of(loaded());
        String client = draft.points().getFirst().id();
        String in = draft.points().get(1).id();
        String out = draft.points().get(2).id();

        PathDraft renamed = draft.changed(client, point -> point.with("laptop", "laptop", "", ""))
                .changed(in, point -> point.with("in", "wall", "eth0", ""))
                .changed(out, point -> point.with("out", "wall", "eth1", ""));

        Path path = CheckedPath.of(renamed).path().orElseThrow();
        assertThat(path.returnOrder()).containsExactly("server", "out", "laptop");
        assertThat(path.nat()).extracting(translation -> translation.device()).containsExactly("wall");
        assertThat(CheckedPath.of(renamed.without(client)).path().orElseThrow().returnOrder())
                .containsExactly("server", "out");
    }

    @Test
    void movesWithinThePath() {
        PathDraft draft = PathDraft.fourPoints();
        String first = draft.points().getFirst().id();

        assertThat(names(draft.moved(first, 2))).containsExactly("fw-in", "fw-out", "client", "server");
        assertThat(names(draft.moved(first, 2).moved(first, -1)))
                .containsExactly("fw-in", "client", "fw-out", "server");
        assertThat(names(draft.moved(first, -1))).isEqualTo(names(draft));
        assertThat(names(draft.moved(first, 99))).containsExactly("fw-in", "fw-out", "server", "client");
    }

    @Test
    void newPointsGetFreeNames() {
        PathDraft draft = PathDraft.EMPTY.withNewPoint().withNewPoint();
        assertThat(names(draft)).containsExactly("point-1", "point-2");
        assertThat(names(draft.without(draft.points().getFirst().id()).withNewPoint()))
                .containsExactly("point-2", "point-3");
    }

    @Test
    void saysWhichFieldIsWrong() {
        PathDraft draft = PathDraft.fourPoints();
        String first = draft.points().getFirst().id();
        String last = draft.points().getLast().id();
        CheckedPath checked = CheckedPath.of(draft.changed(first, point -> point.with("server", "", "a\nb", ""))
                .withFlow(new FlowDraft("tcp", "192.0.2.300", "70000", "", "x")));

        assertThat(checked.path()).isEmpty();
        assertThat(checked.problem(first, Field.NAME))
                .hasValueSatisfying(text -> assertThat(text).contains("its own"));
        assertThat(checked.problem(last, Field.NAME)).isPresent();
        assertThat(checked.problem(first, Field.DEVICE)).isPresent();
        assertThat(checked.problem(first, Field.INTERFACE)).isPresent();
        assertThat(checked.problem("", Field.CLIENT)).contains("Not an IPv4 or IPv6 address.");
        assertThat(checked.problem("", Field.SERVER))
                .hasValueSatisfying(text -> assertThat(text).contains("leave all flow fields empty"));
        assertThat(checked.problem("", Field.CLIENT_PORT)).isPresent();
        assertThat(checked.problem("", Field.PORT)).isPresent();
    }

    @Test
    void anEmptyFlowIsLeftToTheWalkAndPingHasNoPorts() {
        PathDraft draft = PathDraft.fourPoints();

        assertThat(CheckedPath.of(draft).path().orElseThrow().flow()).isEmpty();
        assertThat(CheckedPath.of(draft.withFlow(new FlowDraft("icmp", "::1", "1", "::2", "2")))
                        .path()
                        .orElseThrow()
                        .flow()
                        .orElseThrow()
                        .port())
                .isEmpty();
        assertThat(CheckedPath.of(draft.withFlow(new FlowDraft("udp", "::1", "", "192.0.2.1", "53")))
                        .problem("", Field.SERVER))
                .isPresent();
    }

    private static Path loaded() {
        return PathFile.parse("path.yaml", PATH, java.nio.file.Path.of("/nowhere"));
    }

    private static List<String> names(PathDraft draft) {
        return draft.points().stream().map(PointDraft::name).toList();
    }
}
