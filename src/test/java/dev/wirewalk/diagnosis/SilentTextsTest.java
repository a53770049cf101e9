package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs of a terminal in which the tool printed no packet: only a capture of all packets shows by that that none came. */
class SilentTextsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Expert@fw:0]# fw ctl zdebug + drop | false",
                "FGT (root) # diagnose debug flow trace start 100 | false",
                "fw# nft monitor trace | false",
                "fw# xtables-monitor --trace | false",
                "admin@fw> monitor security packet-drop | false",
                "admin@fw> monitor traffic interface ge-0/0/0 | false",
                "fw# packet-tracer input inside tcp 10.7.0.1 1 10.7.0.2 2 | false",
                "[Expert@fw:0]# fw monitor | true",
                "fw# tcpdump -ni eth0 | true",
                "FGT (root) # diagnose sniffer packet port1 none 4 0 l | true",
            })
    void onlyACaptureOfAllPacketsShowsThatNothingCame(String command, boolean captures) throws IOException {
        Files.writeString(
                folder.resolve("client.txt"),
                "10:00:00.000100 IP 10.0.0.1.40001 > 10.9.0.1.80: Flags [S], seq 100, win 64240, length 0\n");
        Files.writeString(folder.resolve("fw.txt"), command + "\n^C\n0 packets received by filter\n");
        WalkResult result = CaseVerdict.walk(Files.writeString(folder.resolve("path.yaml"), """
            flow: {protocol: tcp, client: 10.0.0.1, server: 10.9.0.1, port: 80}
            points:
              - {name: "client", device: client, interface: eth0, files: [client.txt]}
              - {name: "fw", device: fw, interface: eth0, files: [fw.txt]}
              - {name: "server", device: server, interface: eth0, files: []}
            """));

        assertThat(result.questions().stream().anyMatch(question -> question.answer() == Answer.NO))
                .as(result.toString())
                .isEqualTo(captures);
        assertThat(result.verdict().outcome()).isEqualTo(captures ? Outcome.FAILS : Outcome.UNDECIDED);
    }
}
