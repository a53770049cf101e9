package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.finding.Finding;
import dev.wirewalk.finding.Script;
import dev.wirewalk.match.Direction;
import dev.wirewalk.packet.Bytes;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories that network engineers tell of captures taken at several points, from the complaint to the sentence that ends it. */
class WorkedStoriesTest {
    @TempDir
    Path folder;

    private Traffic traffic = new Traffic(Path.of(""), "none:none");

    @BeforeEach
    void aFirewallBetweenClientAndServer() {
        traffic = new Traffic(folder, "client:eth0", "fw:in", "fw:out", "server:eth0");
    }

    /** "The firewall blocks us." The SYN is in the capture of both ends; the server's own filter keeps it. */
    @Test
    void theServersHostFirewallDropsWhatBothEndsSaw() {
        Traffic.Sent asked = traffic.syn().everywhere();
        traffic.later(1_000).again(asked).everywhere();
        traffic.later(2_000).again(asked).everywhere();
        traffic.later(4_000).question(2, Traffic.SERVER).everywhere();

        Verdict verdict = traffic.walk().verdict();
        assertThat(CaseVerdict.of(verdict)).isEqualTo(new CaseVerdict("server", "forward", "syn", "server_silent"));
        assertThat(verdict.summary()).contains("server");
    }

    /** "The page takes five seconds." The browser first waits for a third host that nobody reaches. */
    @Test
    void aPageIsSlowBecauseAnotherHostIsTriedFirst() {
        String client = "10.0.0.1:40000";
        String server = "10.0.0.2:80";
        Script script = new Script().handshake(client, server);
        for (double second : new double[] {0.1, 1.1, 3.1}) {
            script.at(second).tcp("10.0.0.1:40001", "10.0.0.99:443", Script.SYN, 77, 0, 0);
        }
        script.at(5.0).tcp(client, server, Script.PUSH_ACK, 1001, 5001, "GET / HTTP/1.1\r\n\r\n");
        script.tcp(server, client, Script.PUSH_ACK, 5001, 1019, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        assertThat(script.result().findings())
                .filteredOn(finding -> finding.summary().contains("10.0.0.99:443"))
                .extracting(Finding::summary)
                .anyMatch(summary -> summary.contains("5"));
        assertThat(script.found("http-slow")).isEmpty();
    }

    /** "The form does not go through." It does, and the far server refuses it. */
    @Test
    void theFarServerRefusesTheForm() {
        traffic.handshake();
        traffic.say(Direction.FORWARD, "POST /form HTTP/1.1\r\nContent-Length: 0\r\n\r\n")
                .everywhere();
        traffic.say(Direction.RETURN, "HTTP/1.1 403 Forbidden\r\n\r\n").everywhere();

        Verdict verdict = traffic.walk().verdict();
        assertThat(CaseVerdict.of(verdict)).isEqualTo(new CaseVerdict("server", "return", "application", "http_4xx"));
        assertThat(verdict.summary()).contains("403");
    }

    /** "Downloads are slow." Segments get lost between the firewall and the client, and are sent again. */
    @Test
    void aDownloadIsSlowThroughLoss() {
        traffic.handshake();
        traffic.data(Direction.FORWARD, 200).everywhere();
        for (int i = 0; i < 40; i++) {
            boolean lost = i % 8 == 5;
            Traffic.Sent segment = traffic.data(Direction.RETURN, 1_000);
            if (lost) {
                segment.upTo("fw:in");
                traffic.later(300).again(segment).everywhere();
            } else {
                segment.everywhere();
            }
            traffic.tcp(Direction.FORWARD, Traffic.ACK, 0).everywhere();
        }

        Verdict verdict = traffic.walk().verdict();
        assertThat(CaseVerdict.of(verdict))
                .isEqualTo(new CaseVerdict("client:eth0..fw:in", "return", "data", "random_loss"));
        assertThat(verdict.outcome()).isEqualTo(Outcome.DEGRADED);
    }

    /** "The first hop is dead." It only does not answer probes; the way goes on behind it. */
    @Test
    void aSilentFirstHopOfATracedRouteIsNoFault() {
        Script script = new Script();
        for (int ttl = 1; ttl <= 4; ttl++) {
            byte[] echo =
                    new Bytes().u8(8).u8(0).u16(0).u16(9).u16(ttl).zeros(8).toArray();
            script.at(ttl).ttl(ttl).identification(500 + ttl).ip("10.0.0.1", "10.0.9.9", 1, echo);
            script.at(ttl + 0.02).ttl(60).identification(500 + ttl);
            if (ttl == 4) {
                script.echo("10.0.9.9", "10.0.0.1", false, 9, ttl);
            } else if (ttl > 1) {
                byte[] quoted = script.ipBytes("10.0.0.1", "10.0.9.9", 1, echo, 0x4000);
                script.icmpError("10.1.0." + ttl, "10.0.0.1", 11, 0, 0, quoted);
            }
        }
        assertThat(script.found("traceroute").getFirst().summary()).contains("reaches it", "Hop 1 does not answer");
        assertThat(script.found("traceroute-ends")).isEmpty();
    }

    /** "Port reuse breaks it." The old connection was closed minutes ago; both taps show the same SYNs, so it is not the network. */
    @Test
    void portsThatAreUsedAgainLateAreHarmlessAndUnansweredSynsAreTheServers() {
        traffic.handshake();
        traffic.data(Direction.FORWARD, 100).everywhere();
        traffic.data(Direction.RETURN, 100).everywhere();
        traffic.tcp(Direction.FORWARD, Traffic.FIN | Traffic.ACK, 0).everywhere();
        traffic.tcp(Direction.RETURN, Traffic.FIN | Traffic.ACK, 0).everywhere();
        traffic.tcp(Direction.FORWARD, Traffic.ACK, 0).everywhere();
        traffic.later(600_000);
        Traffic.Sent asked = traffic.tcp(Direction.FORWARD, Traffic.SYN, 0).everywhere();
        traffic.later(1_000).again(asked).everywhere();
        traffic.later(2_000).again(asked).everywhere();
        traffic.later(4_000).question(2, Traffic.SERVER).everywhere();

        assertThat(CaseVerdict.of(traffic.walk().verdict()))
                .isEqualTo(new CaseVerdict("server", "forward", "syn", "server_silent"));
    }

    /** "The capture shows loss." What is acknowledged came: it is the tap that lost it. */
    @Test
    void aTapThatLosesPacketsIsNoNetworkThatDoes() {
        traffic.handshake();
        traffic.data(Direction.FORWARD, 100).everywhere();
        for (int i = 0; i < 20; i++) {
            Traffic.Sent segment = traffic.data(Direction.RETURN, 500);
            if (i % 4 == 1) {
                segment.exceptAt("fw:out", "server:eth0");
            } else {
                segment.everywhere();
            }
            traffic.tcp(Direction.FORWARD, Traffic.ACK, 0).everywhere();
        }
        WalkResult result = traffic.walk();
        assertThat(result.verdict().outcome()).isEqualTo(Outcome.WORKS);
        assertThat(result.captureIssues())
                .extracting(CaptureIssue::kind)
                .contains(CaptureIssue.Kind.PACKETS_MISSING_FROM_CAPTURE);
    }

    @Test
    void aTapOfOneDirectionIsNoNetworkThatLosesTheOther() {
        traffic.syn().everywhere();
        traffic.synAck().exceptAt("fw:in");
        traffic.ack().everywhere();
        traffic.data(Direction.FORWARD, 100).everywhere();
        traffic.data(Direction.RETURN, 500).exceptAt("fw:in");
        traffic.tcp(Direction.FORWARD, Traffic.ACK, 0).everywhere();

        WalkResult result = traffic.walk();
        assertThat(result.verdict().outcome()).isEqualTo(Outcome.WORKS);
        assertThat(result.captureIssues())
                .anyMatch(
                        issue -> issue.point().equals("fw:in") && issue.kind() == CaptureIssue.Kind.ONE_DIRECTION_ONLY);
    }

    /** "It stops in the middle of the download." It is the capture that was told to end after so many packets. */
    @Test
    void aCaptureThatEndsEarlyIsNoDownloadThatStops() {
        traffic.handshake();
        traffic.data(Direction.FORWARD, 100).everywhere();
        for (int i = 0; i < 30; i++) {
            Traffic.Sent segment = traffic.later(200).data(Direction.RETURN, 500);
            Traffic.Sent thanks = traffic.tcp(Direction.FORWARD, Traffic.ACK, 0);
            if (i < 10) {
                segment.everywhere();
                thanks.everywhere();
            } else {
                segment.exceptAt("fw:out");
                thanks.exceptAt("fw:out");
            }
        }
        WalkResult result = traffic.walk();
        assertThat(result.verdict().outcome()).isEqualTo(Outcome.WORKS);
        assertThat(result.captureIssues())
                .anyMatch(issue -> issue.point().equals("fw:out") && issue.kind() == CaptureIssue.Kind.STOPPED_EARLY);
    }
}
