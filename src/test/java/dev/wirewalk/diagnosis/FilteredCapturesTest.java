package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.CaptureBytes;
import dev.wirewalk.command.ToolCatalogue;
import dev.wirewalk.topology.PathFile;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captures whose command stands in the log, and what their filter could not show. */
class FilteredCapturesTest {
    private static final String SYN = "IP 10.0.0.1.40001 > 10.9.0.1.80: Flags [S], seq 100, win 64240, length 0\n";
    private static final String ANSWER =
            "IP 10.9.0.1.80 > 10.0.0.1.40001: Flags [S.], seq 900, ack 101, win 64240, length 0\n";
    private static final String NOTHING = "0 packets captured\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "tcpdump -ni eth1 host 10.0.0.1 and tcp port 80 | 'or icmp' 'or arp'",
                "sudo tcpdump -ni eth1 -w - 'host 10.0.0.1 and (tcp port 80 or icmp)' | 'or arp'",
                "tcpdump -ni eth1 'tcp port 80 or arp' | 'or icmp'",
                "tcpdump -ni eth1 'host 10.0.0.1 or arp or icmp' | ",
                "tcpdump -ni eth1 | ",
                "tcpdump -ni eth1 'tcp[20:4] = 0x47455420' | ",
                "ls -l | ",
            })
    void whatWouldTellWhyAPacketStaysIsNamed(String command, String remedies) throws IOException {
        WalkResult result = walk("fw# " + command + "\n" + NOTHING, "");

        List<CaptureIssue> filtered = at("fw:out", result);
        String told = filtered.stream().map(CaptureIssue::text).toList().toString();
        assertThat(filtered).as(told).hasSize(remedies == null ? 0 : remedies.split("' '").length);
        for (String remedy : remedies == null ? new String[0] : remedies.split("(?<=') (?=')")) {
            assertThat(told).contains("limited to", remedy);
        }
        assertThat(result.verdict().device()).contains("fw");
    }

    @Test
    void aFilterForOneDirectionShowsNoLossOfTheOther() throws IOException {
        WalkResult result = walk(
                "fw# tcpdump -ni eth1 src host 10.0.0.1\n10:00:00.000300 " + SYN,
                "10:00:00.000400 " + SYN + "10:00:00.000500 " + ANSWER);

        assertThat(at("fw:out", result))
                .singleElement()
                .satisfies(
                        issue -> assertThat(issue.text()).contains("the answers", "host 10.0.0.1 and host 10.9.0.1"));
        assertThat(result.questions())
                .filteredOn(question -> question.point().equals("fw:out"))
                .noneMatch(question -> question.answer() == Answer.NO);
        assertThat(result.verdict().outcome()).as(result.toString()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void aFilterByTheAddressBeforeTheTranslationShowsNoLossBehindIt() throws IOException {
        translation = "nat:\n  - {device: fw, source: {to: 203.0.113.5}}\n";

        WalkResult result = walk("fw# tcpdump -ni eth1 host 10.0.0.1\n" + NOTHING, "");

        assertThat(result.verdict().outcome()).as(result.toString()).isEqualTo(Outcome.UNDECIDED);
        assertThat(at("fw:out", result))
                .singleElement()
                .satisfies(issue -> assertThat(issue.text())
                        .contains("under the addresses that it has here", "host 203.0.113.5 and host 10.9.0.1"));
    }

    @Test
    void aFilterThatTheFileItselfContradictsIsNotBelieved() throws IOException {
        WalkResult result =
                walk("fw# tcpdump -ni eth1 host 10.7.7.7\n10:00:00.000300 " + SYN, "10:00:00.000400 " + SYN);

        assertThat(result.captureIssues()).noneMatch(issue -> issue.kind() == CaptureIssue.Kind.FILTERED);
    }

    @Test
    void aFilterThatTheFileOfACaptureNamesIsKnownToo() throws IOException {
        CaptureBytes file = new CaptureBytes(ByteOrder.LITTLE_ENDIAN);
        byte[] filter = "\0tcp port 80".getBytes(StandardCharsets.UTF_8);
        file.section().interfaceDescription(1, 65535, file.option(11, filter)).write(folder.resolve("out.txt"));

        WalkResult result = walk("", "");

        assertThat(at("fw:out", result)).hasSize(2);
    }

    private String translation = "";

    private static List<CaptureIssue> at(String point, WalkResult result) {
        return result.captureIssues().stream()
                .filter(issue -> issue.kind() == CaptureIssue.Kind.FILTERED
                        && issue.point().equals(point))
                .toList();
    }

    private WalkResult walk(String out, String server) throws IOException {
        Files.writeString(folder.resolve("client.txt"), "10:00:00.000100 " + SYN);
        Files.writeString(folder.resolve("in.txt"), "10:00:00.000200 " + SYN);
        if (!out.isEmpty()) {
            Files.writeString(folder.resolve("out.txt"), out);
        }
        Files.writeString(folder.resolve("server.txt"), server);
        Path path = Files.writeString(folder.resolve("path.yaml"), """
            flow: {protocol: tcp, client: 10.0.0.1, server: 10.9.0.1, port: 80}
            points:
              - {name: "client", device: client, interface: eth0, files: [client.txt]}
              - {name: "fw:in", device: fw, interface: eth0, files: [in.txt]}
              - {name: "fw:out", device: fw, interface: eth1, files: [out.txt]}
              - {name: "server", device: server, interface: eth0, files: [server.txt]}
            """ + translation);
        return new PathWalk(new PlannedCaptures(ToolCatalogue.standard()))
                .walk(PathFile.read(path), WalkProgress.SILENT);
    }
}
