package dev.wirewalk.finding.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.finding.Finding;
import dev.wirewalk.finding.Script;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.packet.Bytes;
import org.junit.jupiter.api.Test;

class ApplicationRulesTest {
    private static final String CLIENT = "10.0.0.1:40000";
    private static final String SERVER = "10.0.9.9:80";
    private static final String RESOLVER = "10.0.0.53:53";
    private static final String GET = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final int QUESTION = 0x0100;
    private static final int ANSWER = 0x8180;

    private static Script http(String status, double after) {
        return new Script()
                .handshake(CLIENT, SERVER)
                .at(1)
                .tcp(CLIENT, SERVER, Script.PUSH_ACK, 1001, 5001, GET)
                .at(1 + after)
                .tcp(SERVER, CLIENT, Script.PUSH_ACK, 5001, 1001 + GET.length(), status + "\r\nServer: y\r\n\r\n");
    }

    @Test
    void anErrorStatusIsAFinding() {
        Finding found = http("HTTP/1.1 503 Service Unavailable", 0.1)
                .found("http-error")
                .getFirst();
        assertThat(found.severity()).isEqualTo(Severity.ERROR);
        assertThat(found.summary())
                .contains("10.0.9.9:80", "status 503", "HTTP/1.1 503 Service Unavailable to 10.0.0.1:40000");
        assertThat(Script.evidence(found)).containsExactly(5L);
        assertThat(http("HTTP/1.1 399 Odd", 0.1).found("http-error")).isEmpty();
        assertThat(http("HTTP/1.1 4x3 Odd", 0.1).found("http-error")).isEmpty();
    }

    @Test
    void aSlowAnswerIsTimedFromItsRequest() {
        Finding found = http("HTTP/1.1 200 OK", 2.5).found("http-slow").getFirst();
        assertThat(found.summary()).contains("10.0.9.9:80", "HTTP/1.1 200 OK after 2.5 s");
        assertThat(Script.evidence(found)).containsExactly(4L, 5L);
        assertThat(http("HTTP/1.1 200 OK", 0.9).found("http-slow")).isEmpty();
    }

    @Test
    void dnsErrorsTellANameThatIsMissingFromAServerThatFails() {
        Script missing = new Script().dns("10.0.0.1:5000", RESOLVER, 7, QUESTION, "no.example");
        missing.dns(RESOLVER, "10.0.0.1:5000", 7, ANSWER | 3, "no.example");
        assertThat(missing.found("dns-no-such-name").getFirst().summary())
                .contains("10.0.0.53", "NXDOMAIN", "no.example, asked by 10.0.0.1");
        assertThat(missing.found("dns-failed")).isEmpty();

        Script failed = new Script().dns(RESOLVER, "10.0.0.1:5000", 7, ANSWER | 2, "no.example");
        assertThat(failed.found("dns-failed").getFirst().summary()).contains("SERVFAIL");
        assertThat(new Script()
                        .dns(RESOLVER, "10.0.0.1:5000", 7, ANSWER, "a.example")
                        .result()
                        .findings())
                .isEmpty();
    }

    @Test
    void questionsWithoutAnswerTellWhetherTheServerAnswersAtAll() {
        Script script = new Script();
        for (int i = 0; i < 3; i++) {
            script.at(i).dns("10.0.0.1:" + (5000 + i), RESOLVER, i, QUESTION, "a.example");
        }
        assertThat(script.at(5)
                        .dns("10.0.0.1:6000", RESOLVER, 9, QUESTION, "b.example")
                        .found("dns-unanswered"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.count()).isEqualTo(3);
                    assertThat(found.summary()).contains("for a.example from 10.0.0.1", "it answered none");
                });
        script.dns(RESOLVER, "10.0.0.1:6000", 9, ANSWER, "b.example");
        assertThat(script.found("dns-unanswered").getFirst().summary()).contains("it answered others");
        for (int i = 0; i < 3; i++) {
            script.dns(RESOLVER, "10.0.0.1:" + (5000 + i), i, ANSWER, "a.example");
        }
        assertThat(script.found("dns-unanswered")).isEmpty();
        assertThat(script.found("dns-slow").getFirst().summary()).contains("a.example after 5");
    }

    @Test
    void damagedNamesEndWhereTheDamageBegins() {
        byte[] looping = new Bytes()
                .u16(7)
                .u16(ANSWER | 2)
                .u16(1)
                .u16(0)
                .u16(0)
                .u16(0)
                .hex("03 61 0a ff c0 0c")
                .toArray();
        assertThat(new Script()
                        .udp(RESOLVER, "10.0.0.1:5000", looping)
                        .found("dns-failed")
                        .getFirst()
                        .summary())
                .contains("first a??, asked by");
    }
}
