package dev.wirewalk.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.capture.Tshark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every display filter that a finding gives is one that Wireshark takes, as tshark says of all of them together. */
class DisplayFilterJudgeTest {
    private static final String CLIENT = "10.0.0.1:40000";
    private static final String SERVER = "10.0.9.9:80";

    /** Captures of the test's own that together set off rules of every theme. */
    private static List<Script> scripts() {
        Script dataScript = new Script().handshake(CLIENT, SERVER);
        for (int i = 0; i < 5; i++) {
            dataScript.at(1 << i).window(0).tcp(CLIENT, SERVER, Script.ACK, 1001, 5001, 1400);
        }
        dataScript.ttl(200).tcp(SERVER, CLIENT, Script.RST_ACK, 5001, 1001, 0);
        Script names = new Script().at(3).dns("10.0.0.1:5000", "10.0.0.53:53", 1, 0x0100, "a.example");
        names.at(5).dns("10.0.0.1:5001", "10.0.0.53:53", 2, 0x0100, "b.example");
        names.at(7).dns("10.0.0.53:53", "10.0.0.1:5001", 2, 0x8183, "b.example");
        Script web = new Script()
                .handshake(CLIENT, SERVER)
                .tcp(CLIENT, SERVER, Script.ACK, 1001, 5001, "GET / HTTP/1.1\r\n\r\n");
        web.at(4).tcp(SERVER, CLIENT, Script.ACK, 5001, 1019, "HTTP/1.1 404 Not Found\r\n\r\n");
        Script link = new Script();
        for (int i = 0; i < 3; i++) {
            link.arp(1, 1, "10.0.0.1", "10.0.0.9")
                    .arp(2, i, "10.0.0.5", "10.0.0.1")
                    .arp(1, 5, "10.0.0.7", "10.0.0.7");
        }
        Script ways = new Script();
        byte[] quoted =
                ways.ipBytes(CLIENT, SERVER, 6, ways.tcpBytes(CLIENT, SERVER, Script.SYN, 1, 0, new byte[0]), 0);
        for (int code : new int[] {1, 3, 4, 13}) {
            ways.icmpError("10.0.0.254", "10.0.0.1", 3, code, 1400, quoted);
        }
        ways.icmpError("10.0.0.254", "10.0.0.1", 11, 0, 0, quoted);
        ways.fragment("10.0.0.1", "10.0.0.2", 17, 5, 0, true, new byte[800])
                .at(-5)
                .echo("10.0.0.1", "10.0.0.2", true, 1, 1);
        Script opening = new Script();
        for (int i = 0; i < 3; i++) {
            opening.at(i * 1.5).tcp(CLIENT, "10.0.9.9:81", Script.SYN, 5, 0, 0);
            opening.tcp("198.18.0.1:9", "10.0.9.9:82", Script.SYN, 5, 0, 0);
            opening.tcp("10.0.9.9:83", CLIENT, Script.SYN_ACK, 5, 9, 0);
        }
        opening.tcp("10.0.9.9:81", CLIENT, Script.RST_ACK, 0, 6, 0);
        return List.of(dataScript, names, web, link, ways, opening);
    }

    private static Set<String> filters() {
        Set<String> filters = new TreeSet<>();
        List<Finding> findings = new ArrayList<>();
        scripts().forEach(script -> findings.addAll(script.result().findings()));
        assertThat(findings).extracting(Finding::id).hasSizeGreaterThan(18);
        findings.forEach(finding -> filters.add(finding.displayFilter()));
        filters.remove("");
        return filters;
    }

    @Test
    void wiresharkTakesThem(@TempDir Path folder) throws IOException {
        Tshark.assumeInstalled();
        Path capture =
                Files.write(folder.resolve("any.pcap"), scripts().getFirst().bytes());
        String all = filters().stream().collect(Collectors.joining(") || (", "(", ")"));

        assertThat(Tshark.lines(List.of("-n", "-r", capture.toString(), "-Y", all)))
                .isNotEmpty();
    }
}
