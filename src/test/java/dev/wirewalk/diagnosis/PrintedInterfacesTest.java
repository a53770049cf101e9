package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One text of several interfaces, and what it does not tell of them. */
class PrintedInterfacesTest {
    private static final String SYN = "10.0.0.1.40001 > 10.9.0.1.80: Flags [S], seq 100, win 64240, length 0\n";
    private static final String PATH = """
        flow: {protocol: tcp, client: 10.0.0.1, server: 10.9.0.1, port: 80}
        points:
          - {name: "client", device: client, interface: eth0, files: [client.txt]}
          - {name: "fw:lan", device: fw, interface: lan, files: [fw.txt], ifindex: 2}
          - {name: "fw:wan", device: fw, interface: wan, files: [fw.txt], ifindex: 3}
          - {name: "server", device: server, interface: eth0, files: []}
        """;

    @TempDir
    Path folder;

    @Test
    void theNumberOutweighsTheNameThatAnotherMachinePrinted() throws IOException {
        WalkResult result = walk(PATH, """
            10:00:00.000200 wan  In  ifindex 2 02:00:00:00:00:01 ethertype IPv4 (0x0800), length 60: %s\
            10:00:00.000210 lo   Out ifindex 9 02:00:00:00:00:01 ethertype IPv4 (0x0800), length 60: %s\
            """.formatted(SYN, SYN.replace("40001", "40002")));

        assertThat(result.verdict().device()).as(result.toString()).contains("fw");
        assertThat(result.verdict().cause()).contains(Cause.SILENT_DROP);
    }

    @Test
    void withoutNumbersAndKnownNamesNothingIsCalledLost() throws IOException {
        WalkResult result = walk(PATH, "10:00:00.000200 eth4  In  IP " + SYN + "10:00:00.000210 eth5  Out IP " + SYN);

        assertThat(result.verdict().outcome()).as(result.toString()).isEqualTo(Outcome.UNDECIDED);
        assertThat(result.questions()).noneMatch(question -> question.answer() == Answer.NO);
        assertThat(result.captureIssues())
                .filteredOn(issue -> issue.kind() == CaptureIssue.Kind.NO_CAPTURE)
                .extracting(CaptureIssue::point)
                .contains("fw:lan", "fw:wan");
        assertThat(result.captureIssues())
                .anySatisfy(issue -> assertThat(issue.text()).contains("eth4", "-e"));
    }

    @Test
    void aTableWithoutPortsCannotShowThatAPacketIsMissing() throws IOException {
        WalkResult result = walk(PATH.replace(", ifindex: 2", "").replace("[fw.txt], ifindex: 3", "[]"), """
            r1#show monitor capture LAN buffer brief
              #   size   timestamp     source             destination      dscp    protocol
               0   74    0.000000   10.0.0.1         ->  10.9.0.1         0  BE   TCP
            """);

        assertThat(result.questions()).as(result.toString()).noneMatch(question -> question.answer() == Answer.NO);
        assertThat(result.questions())
                .anySatisfy(question -> assertThat(question.reason()).contains("leaves out ports"));
    }

    private WalkResult walk(String path, String firewall) throws IOException {
        Files.writeString(folder.resolve("client.txt"), "10:00:00.000100 IP " + SYN);
        Files.writeString(folder.resolve("fw.txt"), firewall);
        return CaseVerdict.walk(Files.writeString(folder.resolve("path.yaml"), path));
    }
}
