package dev.wirewalk.finding.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.finding.Finding;
import dev.wirewalk.finding.Script;
import dev.wirewalk.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How connections open, each rule with a capture that it speaks of and one that is close and not meant. */
class HandshakeRulesTest {
    private static final String CLIENT = "10.0.0.1:40000";
    private static final String SERVER = "10.0.9.9:443";

    private static Script syns(int count) {
        Script script = new Script();
        for (int i = 0; i < count; i++) {
            script.at((1 << i) - 1).tcp(CLIENT, SERVER, Script.SYN, 77, 0, 0);
        }
        return script;
    }

    private static Finding only(Script script, String id) {
        List<Finding> found = script.found(id);
        assertThat(found).as(id).hasSize(1);
        return found.getFirst();
    }

    @Test
    void anAttemptThatIsResetAtOnceIsRefused() {
        Script refused = syns(1).ttl(57).tcp(SERVER, CLIENT, Script.RST_ACK, 0, 78, 0);

        Finding found = only(refused, "connection-refused");
        assertThat(found.severity()).isEqualTo(Severity.ERROR);
        assertThat(found.summary()).contains("10.0.9.9:443", "after 1 SYN", "TTL of the RST 57");
        assertThat(Script.evidence(found)).containsExactly(1L, 2L);
        Script accepted =
                syns(1).tcp(SERVER, CLIENT, Script.SYN_ACK, 9, 78, 0).tcp(SERVER, CLIENT, Script.RST_ACK, 10, 78, 0);
        assertThat(accepted.found("connection-refused")).isEmpty();
    }

    @Test
    void aRefusalAfterSilenceIsAnotherThing() {
        Finding found = only(syns(3).at(4).tcp(SERVER, CLIENT, Script.RST_ACK, 0, 78, 0), "refused-after-retries");
        assertThat(found.summary()).contains("after 3 SYNs, refused within 4 s");

        Script each = new Script();
        for (int i = 0; i < 3; i++) {
            each.at(i).tcp(CLIENT, SERVER, Script.SYN, 77, 0, 0).tcp(SERVER, CLIENT, Script.RST_ACK, 0, 78, 0);
        }
        assertThat(each.found("refused-after-retries")).isEmpty();
        assertThat(only(each, "connection-refused").summary()).contains("3 SYNs");
    }

    @Test
    void lateSuccessTellsHowLateAndWhetherItGrows() {
        Script script = new Script();
        for (int i = 0; i < 6; i++) {
            String client = "10.0.0.1:" + (40000 + i);
            script.at(i * 100).tcp(client, SERVER, Script.SYN, 77, 0, 0);
            script.at(i * 100 + 1 + i).tcp(client, SERVER, Script.SYN, 77, 0, 0);
            script.tcp(SERVER, client, Script.SYN_ACK, 9, 78, 0).tcp(client, SERVER, Script.ACK, 78, 10, 0);
        }

        Finding found = only(script, "syn-retried");
        assertThat(found.count()).isEqualTo(6);
        assertThat(found.summary()).contains("6 connections", "SYN 2 after 6 s", "It becomes worse");
        assertThat(new Script().handshake(CLIENT, SERVER).found("syn-retried")).isEmpty();
    }

    @Test
    void aClientThatGivesUpIsNotOneThatRejectsTheAnswer() {
        Finding gaveUp = only(syns(2).at(2.5).tcp(CLIENT, SERVER, Script.RST, 78, 0, 0), "syn-aborted");
        assertThat(gaveUp.summary()).contains("10.0.0.1:40000 after 2.5 s");

        Script rejected =
                syns(1).tcp(SERVER, CLIENT, Script.SYN_ACK, 9, 78, 0).tcp(CLIENT, SERVER, Script.RST, 78, 0, 0);
        assertThat(rejected.found("syn-aborted")).isEmpty();
        assertThat(only(rejected, "handshake-rejected").severity()).isEqualTo(Severity.NOTE);
    }

    @Test
    void aRepeatedSynAckTellsOnWhichWayTheHandshakeBroke() {
        Script back = syns(1);
        Script forth = syns(1);
        for (int i = 0; i < 3; i++) {
            back.at(i + 0.1).tcp(SERVER, CLIENT, Script.SYN_ACK, 9, 78, 0);
            forth.at(i + 0.1).tcp(SERVER, CLIENT, Script.SYN_ACK, 9, 78, 0).tcp(CLIENT, SERVER, Script.ACK, 78, 10, 0);
        }

        assertThat(only(back, "syn-ack-unanswered").summary()).contains("10.0.9.9:443 repeats its SYN/ACK", "3 times");
        assertThat(back.found("handshake-ack-lost")).isEmpty();
        assertThat(only(forth, "handshake-ack-lost").summary()).contains("goes on repeating");
        assertThat(forth.found("syn-ack-unanswered")).isEmpty();
        forth.tcp(SERVER, CLIENT, Script.ACK, 10, 90, 0);
        assertThat(forth.found("handshake-ack-lost")).isEmpty();
    }

    @Test
    void aScanIsOneFindingAboutTheScannerAndNoneAboutItsTargets() {
        Script scan = new Script();
        for (int host = 1; host <= 30; host++) {
            scan.at(host * 0.01).tcp("10.0.0.1:41000", "10.0.7." + host + ":22", Script.SYN, 5, 0, 0);
        }
        scan.at(5).udp("10.0.0.5:1", "10.0.0.6:2", new byte[3]);

        assertThat(only(scan, "scan").summary()).contains("10.0.0.1 tries 30 targets on port 22");
        assertThat(scan.found("syn-unanswered")).isEmpty();

        Script few = new Script();
        for (int host = 1; host <= 10; host++) {
            few.at(host * 0.01).tcp("10.0.0.1:41000", "10.0.7." + host + ":22", Script.SYN, 5, 0, 0);
        }
        few.at(5).udp("10.0.0.5:1", "10.0.0.6:2", new byte[3]);
        assertThat(few.found("scan")).isEmpty();
        assertThat(few.found("syn-unanswered")).hasSize(5);
        assertThat(few.found("syn-unanswered").getLast().summary()).contains("6 more servers");
    }

    @Test
    void aFloodIsOneFindingAboutTheServer() {
        Script flood = new Script();
        Script patient = new Script();
        for (int i = 0; i < 300; i++) {
            flood.at(i * 0.001).tcp("172.16.3." + i % 200 + ":" + (2000 + i), SERVER, Script.SYN, i, 0, 0);
            patient.at(i).tcp("172.16.3." + i % 200 + ":" + (2000 + i), SERVER, Script.SYN, i, 0, 0);
        }
        flood.at(3).udp("10.0.0.5:1", "10.0.0.6:2", new byte[3]);

        assertThat(only(flood, "syn-flood").summary()).contains("10.0.9.9:443 gets 300 connection attempts");
        assertThat(flood.found("syn-unanswered")).isEmpty();
        assertThat(patient.found("syn-flood")).isEmpty();
        assertThat(only(patient, "syn-unanswered").count()).isGreaterThan(250);
    }

    @Test
    void aSlowPathShowsInTheHandshake() {
        Script slow = syns(1).at(0.7)
                .tcp(SERVER, CLIENT, Script.SYN_ACK, 9, 78, 0)
                .tcp(CLIENT, SERVER, Script.ACK, 78, 10, 0);

        assertThat(only(slow, "slow-path").summary()).contains("10.0.9.9:443", "700 ms");
        assertThat(new Script().handshake(CLIENT, SERVER).found("slow-path")).isEmpty();
    }

    @Test
    void reusedPortsAreHarmfulWhenTheServerStillRemembers() {
        Script script = new Script().handshake(CLIENT, SERVER).close(CLIENT, SERVER, 1001, 5001);
        script.at(3).tcp(CLIENT, SERVER, Script.SYN, 900_000, 0, 0);
        script.at(4).tcp(CLIENT, SERVER, Script.SYN, 900_000, 0, 0);
        Finding harmful = only(script, "port-reuse");
        assertThat(harmful.severity()).isEqualTo(Severity.WARNING);
        assertThat(harmful.summary()).contains("3 s after the one before, which had been closed, and was not answered");

        Script taken = new Script().handshake(CLIENT, SERVER).close(CLIENT, SERVER, 1001, 5001);
        taken.at(3).tcp(CLIENT, SERVER, Script.SYN, 900_000, 0, 0).tcp(SERVER, CLIENT, Script.SYN_ACK, 7, 900_001, 0);
        assertThat(only(taken, "port-reuse").severity()).isEqualTo(Severity.NOTE);
        assertThat(syns(3).found("port-reuse")).isEmpty();
    }

    @Test
    void connectionsFromOutsideAreCountedByTheirFate() {
        Script script = new Script()
                .handshake("198.18.5.5:1000", "10.0.9.9:22")
                .tcp("198.18.5.6:1000", "10.0.9.9:23", Script.SYN, 5, 0, 0)
                .tcp("10.0.9.9:23", "198.18.5.6:1000", Script.RST_ACK, 0, 6, 0)
                .tcp("198.18.5.7:1000", "10.0.9.9:25", Script.SYN, 5, 0, 0)
                .handshake("10.0.0.1:1000", "10.0.9.9:26")
                .handshake("10.0.0.1:1001", "198.18.5.5:27");

        assertThat(only(script, "inbound-accepted").summary()).contains("10.0.9.9:22", "198.18.5.5");
        assertThat(only(script, "inbound-refused").summary()).contains("10.0.9.9:23");
        assertThat(only(script, "inbound-ignored").summary()).contains("10.0.9.9:25");
    }

    @ParameterizedTest
    @CsvSource({
        "10.255.0.1, true",
        "11.0.0.1, false",
        "172.16.0.1, true",
        "172.31.255.255, true",
        "172.32.0.1, false",
        "192.168.9.9, true",
        "192.169.0.1, false",
        "100.64.0.1, true",
        "100.127.255.255, true",
        "100.128.0.1, false",
        "100.63.0.1, false",
        "169.254.1.1, true",
        "127.0.0.1, true",
        "fd00::1, true",
        "fe80::1, true",
        "::1, true",
        "2001:db8::1, false"
    })
    void privateAddressesAreThoseThatTheInternetDoesNotRoute(String address, boolean expected) {
        assertThat(InboundConnections.isPrivate(IpAddress.parse(address).orElseThrow()))
                .isEqualTo(expected);
    }
}
