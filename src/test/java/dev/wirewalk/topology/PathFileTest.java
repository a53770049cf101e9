package dev.wirewalk.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathFileTest {
    private static final Path FOLDER = Path.of("/captures");
    private static final String WHOLE = """
            flow: {protocol: tcp, client: 10.1.0.5, clientPort: 4711, server: "10.2.0.9", port: 80}
            points:
              - {name: "client:eth0", device: client, interface: eth0, files: [client.pcap], addresses: ["10.1.0.5/24"]}
              - {name: fw-in, device: fw, interface: eth0, tool: tcpdump, files: [fw.pcap, more/fw2.pcap], ifindex: 2}
              - {name: fw-out, device: fw, files: [fw.pcap], vlan: 70, position: I}
              - {name: server, device: server, files: []}
            return: [server, fw-out, fw-in, "client:eth0"]
            nat:
              - {device: fw, source: {to: "192.0.2.25", ports: "20000-29999"}}
              - {device: fw, destination: {address: "192.0.2.80", port: 18080, to: "203.0.113.162", toPort: 80}}
            answers:
              - {question: syn-arrives, point: server, answer: no}
              - {question: syn-leaves, point: "client:eth0", answer: yes}
            """;

    @Test
    void readsEverythingAPathFileCanHold() {
        var path = PathFile.parse("path.yaml", WHOLE, FOLDER);

        assertThat(path.flow().orElseThrow().clientPort()).hasValue(4711);
        assertThat(path.points()).extracting(Point::name).containsExactly("client:eth0", "fw-in", "fw-out", "server");
        assertThat(path.points().get(1).files())
                .containsExactly(Path.of("/captures/fw.pcap"), Path.of("/captures/more/fw2.pcap"));
        assertThat(path.points().get(0).addresses()).hasToString("[10.1.0.5/24]");
        assertThat(path.points().get(2).vlan()).hasValue(70);
        assertThat(path.points().get(2).position()).hasValue("I");
        assertThat(path.points().get(3).files()).isEmpty();
        assertThat(path.returnPoints().getFirst().name()).isEqualTo("server");
        assertThat(path.nat()).hasSize(2);
        assertThat(path.answers())
                .containsExactly(
                        new ToldAnswer("syn-arrives", "server", false),
                        new ToldAnswer("syn-leaves", "client:eth0", true));
    }

    @Test
    void whatIsWrittenBackReadsTheSame() {
        var path = PathFile.parse("path.yaml", WHOLE, FOLDER);

        assertThat(PathFile.parse("again.yaml", PathFile.print(path, FOLDER), FOLDER))
                .isEqualTo(path);
        assertThat(PathFile.print(path, FOLDER)).contains("more/fw2.pcap").doesNotContain("/captures");
    }

    @Test
    void pointsBehindTheBeginningOfTheWayBackAreNotOnTheForwardPath() {
        var path = PathFile.parse("path.yaml", """
                points:
                  - {name: a, device: client, files: []}
                  - {name: z, device: server, files: []}
                  - {name: other, device: fw2, files: []}
                return: [z, other, a]
                """, FOLDER);

        assertThat(path.forwardPoints()).extracting(Point::name).containsExactly("a", "z");
        assertThat(path.returnPoints()).extracting(Point::name).containsExactly("z", "other", "a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour: red                                                   | 1 | unknown key \"colour\" in the path",
                "points: []                                                    | 1 | the path has no points",
                "points: [{name: a, device: b}]                                | 1 | a point has no \"files\"",
                "points: [{name: a, device: b, files: x.pcap}]                 | 1 | not a list",
                "points: [{name: a, device: b, files: [], vlan: 5000}]         | 1 | not a number from 0 to 4094",
                "points: [{name: a, device: b, files: [], position: x}]        | 1 | unknown position \"x\"; allowed: i",
                "points: [{name: a, device: b, files: [], addresses: [\"x\"]}] | 1 | no address with a prefix length",
                "points: [{name: [a], device: b, files: []}]                   | 1 | a list, not a text",
                "'points: [{name: a, device: b, files: []}, {name: a, device: c, files: []}]' | 1 | two points are named \"a\"",
                "'points: [{name: a, device: b, files: []}]\nreturn: [z]'      | 2 | names \"z\", which is no point",
                "'points: [{name: a, device: b, files: []}]\nnat: [{device: fw, source: {to: 1.2.3.4}}]' | 2 | \"fw\" is no device",
                "'flow: {protocol: sctp, client: 1.2.3.4, server: 1.2.3.5}\npoints: [{name: a, device: b, files: []}]' | 1 | unknown protocol \"sctp\"",
                "'flow: {protocol: tcp, client: 1.2.3, server: 1.2.3.5}\npoints: [{name: a, device: b, files: []}]' | 1 | not an address",
                "'points:\n  - name: a\n    device: b\n    files: []\n    fils: [x]' | 5 | unknown key \"fils\" in a point; allowed: name",
                "'points: [{name: a, device: b, files: []}]\nanswers: [{question: q, point: z, answer: yes}]' | 2 | \"z\" is no point",
                "'points: [{name: a, device: b, files: []}]\nanswers: [{question: q, point: a, answer: maybe}]' | 2 | \"maybe\" is no answer; allowed: yes, no",
                "'points: [{name: a, name: b, device: b, files: []}]'          | 1 | ",
                "'points: ['                                                   | 1 | not readable as YAML",
                "just words                                                    | 1 | not keys and values",
            })
    void saysWhatIsWrongAndWhere(String text, int line, String message) {
        assertThatThrownBy(() -> PathFile.parse("path.yaml", text, FOLDER))
                .isInstanceOf(PathFileException.class)
                .hasMessageContaining("path.yaml")
                .hasMessageContaining(message == null ? "path.yaml" : message)
                .satisfies(thrown -> {
                    assertThat(thrown.getMessage()).doesNotContain("\n");
                    assertThat(((PathFileException) thrown).line()).isBetween(line, line + 1);
                });
    }

    @Test
    void anEmptyOrMissingFileIsOneClearSentence() {
        assertThatThrownBy(() -> PathFile.parse("path.yaml", "", FOLDER)).hasMessage("path.yaml: the file is empty");
        assertThatThrownBy(() -> PathFile.read(Path.of("no-such-path.yaml")))
                .hasMessage("no-such-path.yaml: no such file");
    }
}
