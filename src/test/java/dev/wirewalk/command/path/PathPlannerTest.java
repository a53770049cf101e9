package dev.wirewalk.command.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wirewalk.GoldenFiles;
import dev.wirewalk.command.Step;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.profile.Phase;
import dev.wirewalk.topology.Path;
import dev.wirewalk.topology.PathFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathPlannerTest {
    private static final String PATH = """
            flow: {protocol: tcp, client: 10.20.30.99, server: 192.0.2.80, port: 18080}
            points:
              - {name: client, device: laptop, interface: eth0, tool: tcpdump, files: [], set: {count: "500"}}
              - {name: asa in, device: asa, interface: inside, tool: cisco-asa-capture, files: []}
              - {name: asa out, device: asa, interface: outside, tool: cisco-asa-capture, files: []}
              - {name: cp-in, device: cp, tool: checkpoint-fw-monitor, files: []}
              - {name: cp-out, device: cp, tool: checkpoint-fw-monitor, files: []}
              - {name: gate-in, device: gate, tool: fortigate-debug-flow, files: []}
              - {name: gate-out, device: gate, tool: fortigate-debug-flow, files: []}
              - {name: server, device: server, interface: ens3, tool: tcpdump, files: []}
            nat:
              - {device: asa, source: {to: 198.51.100.25}}
              - {device: gate, destination: {address: 192.0.2.80, port: 18080, to: 203.0.113.162, toPort: 80}}
            """;
    private static final String FILTER = "host 10.20.30.99 and host 192.0.2.80 and tcp port 18080";

    @Test
    void eachPointGetsTheAddressesThatAreValidThere() throws Exception {
        assertThat(plan(PATH, FILTER).points())
                .extracting(PointPlan::name, PointPlan::filter)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("client", FILTER),
                        org.assertj.core.groups.Tuple.tuple("asa in", FILTER),
                        org.assertj.core.groups.Tuple.tuple(
                                "asa out", "host 198.51.100.25 and host 192.0.2.80 and tcp port 18080"),
                        org.assertj.core.groups.Tuple.tuple(
                                "cp-in, cp-out", "host 198.51.100.25 and host 192.0.2.80 and tcp port 18080"),
                        org.assertj.core.groups.Tuple.tuple(
                                "gate-in, gate-out",
                                "(host 198.51.100.25 and host 192.0.2.80 and tcp port 18080)"
                                        + " or (host 203.0.113.162 and tcp port 80 and host 198.51.100.25)"),
                        org.assertj.core.groups.Tuple.tuple(
                                "server", "host 203.0.113.162 and tcp port 80 and host 198.51.100.25"));
    }

    @Test
    void namesAndFilesTellThePointsApart() throws Exception {
        List<String> starts = plan(PATH, FILTER).points().stream()
                .flatMap(point -> point.plan().steps().stream())
                .filter(step -> step.phase() == Phase.START && !step.command().startsWith("diagnose"))
                .map(Step::command)
                .toList();
        assertThat(starts).doesNotHaveDuplicates();
        assertThat(String.join("\n", starts))
                .contains("-i eth0", "-c 500", "wirewalk-client.pcap", "wirewalk-server.pcap", "asa-in ", "asa-out ");
    }

    @Test
    void whatCannotBeToldBehindATranslationIsAGap() throws Exception {
        PathPlan plan = plan(PATH, FILTER);
        assertThat(plan.points().getFirst().plan().coverage()).isEqualTo(Coverage.EXACT);
        assertThat(plan.points().getLast().plan().coverage()).isEqualTo(Coverage.WIDER);
        assertThat(plan.points().getLast().plan().gaps())
                .anyMatch(gap -> gap.term().equals("host 10.20.30.99")
                        && gap.reason().contains("all clients have the address 198.51.100.25"));
    }

    @Test
    void aDeclaredPortIsNotAskedForAgain() throws Exception {
        String reasons = reasons(PATH);
        assertThat(reasons)
                .contains("Behind asa a client may be given this port as well; a range of ports under nat")
                .doesNotContain("say so");
        assertThat(reasons(PATH.replace("to: 198.51.100.25}", "to: 198.51.100.25, ports: \"20000-29999\"}")))
                .doesNotContain("a client may");
        assertThat(reasons(PATH.replace(", port: 18080}\npoints", "}\npoints")))
                .contains("When this is the server's port, say so");
    }

    private static String reasons(String path) throws Exception {
        return plan(path, FILTER).points().stream()
                .flatMap(point -> point.plan().gaps().stream())
                .map(gap -> gap.reason())
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    @Test
    void aSenderBehindATranslationIsNotLeftOutWithTheOthers() throws Exception {
        PathPlan plan = plan(PATH, "host 192.0.2.80 and not host 198.51.100.25 and not ether host 02:00:00:00:00:01");
        assertThat(plan.points().getFirst().filter()).contains("not host 198.51.100.25", "not ether host");
        assertThat(plan.points().getLast().filter()).doesNotContain("not");
    }

    @Test
    void aPortIsKeptOnlyWhenItIsKnownToBeTheServers() throws Exception {
        String undeclared = PATH.replace(", port: 18080}\npoints", "}\npoints");
        assertThat(plan(undeclared, "tcp port 443").points().getLast().filter()).isEqualTo("tcp");
        assertThat(plan(PATH.replace("port: 18080}\npoints", "port: 443}\npoints"), "tcp port 443")
                        .points()
                        .getLast()
                        .filter())
                .isEqualTo("tcp port 443");
    }

    @Test
    void aPointWithoutAToolIsNamed() throws Exception {
        PathPlan plan = plan(PATH.replace("interface: ens3, tool: tcpdump", "interface: ens3"), FILTER);
        assertThat(plan.unplanned()).extracting(PathPlan.Unplanned::point).containsExactly("server");
    }

    @Test
    void aValueThatAToolDoesNotTakeIsRefusedWithItsPoint() {
        assertThatThrownBy(() -> plan(PATH.replace("count: \"500\"", "count: \"5; reboot\""), FILTER))
                .isInstanceOf(PathPlanException.class)
                .hasMessageStartingWith("client: count: \"5; reboot\" is refused");
        assertThatThrownBy(() -> plan(PATH.replace("tool: tcpdump", "tool: tcpdumb"), FILTER))
                .isInstanceOf(PathPlanException.class)
                .hasMessageStartingWith("client: there is no tool \"tcpdumb\"");
        assertThatThrownBy(() -> new PathPlanner(ToolCatalogue.standard())
                        .plan(path(PATH), FilterParser.parse(FILTER), Map.of("colour", "red")))
                .isInstanceOf(PathPlanException.class)
                .hasMessage("no tool of the path has the option \"colour\"");
    }

    @Test
    void aToolWithInterfacesOfItsOwnTakesTheUsualOneAndSaysSo() throws Exception {
        String switched =
                PATH.replace("interface: ens3, tool: tcpdump", "interface: Ethernet1/7, tool: cisco-nxos-ethanalyzer");
        assertThat(plan(switched, FILTER)
                        .points()
                        .getLast()
                        .plan()
                        .warnings()
                        .getFirst()
                        .text())
                .isEqualTo(
                        "This tool takes one of inband, inband-in, inband-out, mgmt for its interface and not Ethernet1/7,"
                                + " so inband is used. Set interface at this point when another one of these is meant.");
        String set = switched.replace("ethanalyzer, ", "ethanalyzer, set: {interface: mgmt}, ");
        assertThat(plan(set, FILTER).points().getLast().plan().warnings())
                .noneMatch(warning -> warning.text().startsWith("This tool takes"));
        assertThatThrownBy(() -> plan(switched.replace("ethanalyzer, ", "ethanalyzer, set: {interface: lo}, "), FILTER))
                .isInstanceOf(PathPlanException.class)
                .hasMessageStartingWith("server: interface: \"lo\" is refused");
    }

    @Test
    void filesOfEveryToolTellThePointsApart() throws Exception {
        for (String tool : List.of("windows-pktmon", "junos-srx-packet-capture")) {
            String two = PATH.replace("tool: tcpdump", "tool: " + tool).replace(", set: {count: \"500\"}", "");
            List<String> commands = plan(two, FILTER).points().stream()
                    .flatMap(point -> point.plan().steps().stream())
                    .map(Step::command)
                    .toList();
            assertThat(String.join("\n", commands))
                    .as(tool)
                    .containsIgnoringCase("-client")
                    .containsIgnoringCase("-server");
            assertThat(commands.stream()
                            .filter(command -> command.contains("wirewalk.etl") || command.contains("filename WW ")))
                    .as(tool)
                    .isEmpty();
        }
    }

    @Test
    void theRunBookIsAsStored() throws Exception {
        GoldenFiles.assertMatches("renderings/path/run-book.md", RunBook.of(plan(PATH, FILTER)));
    }

    @Test
    void theCapturesStartAtTheServer() throws Exception {
        String book = RunBook.of(plan(PATH, FILTER));
        String start = book.substring(book.indexOf("## Start"), book.indexOf("## Reproduce"));
        assertThat(List.of("**server**", "**gate-in, gate-out**", "**asa out**", "**asa in**", "**client**"))
                .isSortedAccordingTo(java.util.Comparator.comparing(start::indexOf))
                .allMatch(start::contains);
    }

    private static PathPlan plan(String path, String filter) throws Exception {
        return new PathPlanner(ToolCatalogue.standard()).plan(path(path), FilterParser.parse(filter), Map.of());
    }

    private static Path path(String text) {
        return PathFile.parse("path.yaml", text, java.nio.file.Path.of("."));
    }
}
