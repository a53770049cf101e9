package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A monitor of the inspections inside a device, beside captures. */
class InspectionStopTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "eth0:i, before the inbound inspection",
        "eth0:i eth0:I, not before the outbound one",
        "eth0:i eth0:I eth1:o, before the outbound inspection"
    })
    void theLastPlaceTellsWhatStopsThePacket(String places, String meaning) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String place : places.split(" ")) {
            text.append(look(place, "10.9.0.20", 101));
        }
        for (String place : "eth0:i eth0:I eth1:o eth1:O".split(" ")) {
            text.append(look(place, "10.9.0.77", 909));
        }

        Verdict verdict = walk(text.toString()).verdict();

        assertThat(CaseVerdict.of(verdict)).isEqualTo(new CaseVerdict("gw", "forward", "syn", "silent_drop"));
        assertThat(verdict.summary())
                .contains("seen last at " + places.substring(places.lastIndexOf(' ') + 1), meaning);
    }

    @Test
    void withModulesTheTwoBetweenWhichItStopsAreNamed() throws IOException {
        String text = look("eth0:i0 (IP Options Strip (in))", "10.9.0.20", 101)
                + look("eth0:i1 (fw VM inbound )", "10.9.0.20", 101)
                + look("eth0:i0 (IP Options Strip (in))", "10.9.0.77", 909)
                + look("eth0:i1 (fw VM inbound )", "10.9.0.77", 909)
                + look("eth0:I2 (fw SCV inbound)", "10.9.0.77", 909);

        WalkResult result = walk(text);

        assertThat(result.verdict().summary())
                .contains("eth0:i1 in the chain module fw VM inbound and not in the next, I2 fw SCV inbound");
        assertThat(result.captureIssues()).noneMatch(issue -> issue.kind() == CaptureIssue.Kind.EVERY_PACKET_TWICE);
    }

    @Test
    void whatLeavesIsNotStoppedInside() throws IOException {
        String text = look("eth0:i", "10.9.0.20", 101)
                + look("eth0:I", "10.9.0.20", 101)
                + look("eth1:o", "10.9.0.20", 101)
                + look("eth1:O", "10.9.0.20", 101);

        WalkResult result = walk(text);

        assertThat(result.verdict().device()).as(result.toString()).isNotEqualTo(java.util.Optional.of("gw"));
        assertThat(result.verdict().summary()).doesNotContain("Inside gw");
    }

    private static String look(String place, String server, int identification) {
        return "[vs_0][fw_0] " + place + "[40]: 10.1.0.10 -> " + server + " (TCP) len=40 id=" + identification
                + (identification == 101
                        ? "\nTCP: 40001 -> 80 .S.... seq=000003e8 ack=00000000\n"
                        : "\nTCP: 40777 -> 80 .S.... seq=00005555 ack=00000000\n");
    }

    private WalkResult walk(String monitor) throws IOException {
        Files.writeString(folder.resolve("client.txt"), """
            10:00:00.000100 IP (tos 0x0, ttl 64, id 101, offset 0, flags [DF], proto TCP (6), length 40)
                10.1.0.10.40001 > 10.9.0.20.80: Flags [S], seq 1000, win 64000, length 0
            """);
        Files.writeString(folder.resolve("gw.txt"), monitor);
        return CaseVerdict.walk(Files.writeString(folder.resolve("path.yaml"), """
            flow: {protocol: tcp, client: 10.1.0.10, server: 10.9.0.20, port: 80}
            points:
              - {name: "client", device: client, interface: eth0, files: [client.txt]}
              - {name: "gw:lan", device: gw, interface: eth0, files: [gw.txt]}
              - {name: "gw:wan", device: gw, interface: eth1, files: [gw.txt]}
              - {name: "server", device: server, interface: eth0, files: []}
            """));
    }
}
