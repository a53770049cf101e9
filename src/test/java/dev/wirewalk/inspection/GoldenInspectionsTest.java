package dev.wirewalk.inspection;

import dev.wirewalk.GoldenFiles;
import dev.wirewalk.finding.Script;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whole results of small captures, as the command line prints them. */
class GoldenInspectionsTest {
    private static final String CLIENT = "10.0.0.1:40000";

    private static void assertGolden(String name, Script script) {
        InspectionResult result = script.result();
        GoldenFiles.assertMatches(
                "inspections/" + name + ".json",
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(result));
    }

    @Test
    void anEmptyCapture() {
        assertGolden("empty", new Script());
    }

    @Test
    void aWebPageWithAnErrorBehindASlowName() {
        Script script = new Script()
                .dns("10.0.0.1:5000", "10.0.0.53:53", 7, 0x0100, "shop.example")
                .at(0.8)
                .dns("10.0.0.53:53", "10.0.0.1:5000", 7, 0x8180, "shop.example")
                .handshake(CLIENT, "10.0.9.9:80")
                .tcp(CLIENT, "10.0.9.9:80", Script.PUSH_ACK, 1001, 5001, "GET / HTTP/1.1\r\n\r\n")
                .tcp("10.0.9.9:80", CLIENT, Script.PUSH_ACK, 5001, 1019, "HTTP/1.1 502 Bad Gateway\r\n\r\n")
                .close(CLIENT, "10.0.9.9:80", 1019, 5029);
        assertGolden("web-error", script);
    }

    @Test
    void attemptsThatFailInSeveralWays() {
        Script script = new Script();
        for (int i = 0; i < 3; i++) {
            script.at((1 << i) - 1).tcp(CLIENT, "10.0.9.9:443", Script.SYN, 77, 0, 0);
            script.arp(1, 1, "10.0.0.1", "10.0.0.254");
        }
        script.tcp("10.0.0.1:40001", "10.0.9.9:22", Script.SYN, 5, 0, 0)
                .tcp("10.0.9.9:22", "10.0.0.1:40001", Script.RST_ACK, 0, 6, 0);
        byte[] quoted = script.ipBytes(
                "10.0.0.1:5", "10.0.8.8:514", 17, script.udpBytes("10.0.0.1:5", "10.0.8.8:514", new byte[3]), 0);
        script.icmpError("10.0.0.254", "10.0.0.1", 3, 13, 0, quoted);
        assertGolden("failed-attempts", script);
    }

    @Test
    void aTransferWithLossSeenTwice() {
        Script script = new Script(80).handshake(CLIENT, "10.0.9.9:80");
        for (int i = 0; i < 12; i++) {
            for (int copy = 0; copy < 2; copy++) {
                script.at(1 + i * 0.1 + copy * 0.0002).identification(700 + i).ttl(64 - copy);
                script.tcp("10.0.9.9:80", CLIENT, Script.ACK, 5001 + i * 1000L, 1001, 1000);
            }
            script.tcp(CLIENT, "10.0.9.9:80", Script.ACK, 1001, 6001 + (i == 7 ? 6 : i) * 1000L, 0);
        }
        script.at(3).identification(800).tcp("10.0.9.9:80", CLIENT, Script.ACK, 12001, 1001, 1000);
        assertGolden("loss-seen-twice", script);
    }
}
