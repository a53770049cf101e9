package dev.wirewalk.finding.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.finding.Finding;
import dev.wirewalk.finding.Script;
import dev.wirewalk.finding.Severity;
import org.junit.jupiter.api.Test;

class SynUnansweredTest {
    private static final String CLIENT = "10.0.0.1:40000";
    private static final String SERVER = "10.0.9.9:443";

    private static Script syns(int count) {
        Script script = new Script();
        for (int i = 0; i < count; i++) {
            script.at((1 << i) - 1).tcp(CLIENT, SERVER, Script.SYN, 77, 0, 0);
        }
        return script;
    }

    @Test
    void repeatedSynsWithoutAnyAnswerAreOneFindingForTheServer() {
        Finding found = syns(4).found("syn-unanswered").getFirst();

        assertThat(found.severity()).isEqualTo(Severity.ERROR);
        assertThat(found.count()).isEqualTo(4);
        assertThat(found.summary()).contains("10.0.9.9:443", "10.0.0.1:40000 sent 4 SYNs", "7 s");
        assertThat(Script.evidence(found)).containsExactly(1L);
    }

    @Test
    void anAnsweredSynIsNone() {
        assertThat(syns(4).tcp(SERVER, CLIENT, Script.SYN_ACK, 5, 78, 0).found("syn-unanswered"))
                .isEmpty();
        assertThat(syns(4).tcp(SERVER, CLIENT, Script.RST_ACK, 0, 78, 0).found("syn-unanswered"))
                .isEmpty();
    }

    @Test
    void aCaptureThatEndsAtOnceCouldNotHaveShownTheAnswer() {
        assertThat(syns(1).found("syn-unanswered")).isEmpty();
        assertThat(syns(1).at(2).udp("10.0.0.5:1", "10.0.0.6:2", new byte[3]).found("syn-unanswered"))
                .hasSize(1);
    }

    @Test
    void aCaptureOfOneDirectionSaysNothingAboutAnswers() {
        Script oneWay = syns(1).at(5).tcp("10.0.0.3:5", "10.0.0.4:6", Script.ACK, 900, 400, 10);
        assertThat(oneWay.found("syn-unanswered")).hasSize(1);
        oneWay.tcp("10.0.0.3:5", "10.0.0.4:6", Script.ACK, 910, 500, 10);
        assertThat(oneWay.found("syn-unanswered")).isEmpty();
    }

    @Test
    void aSynThatIsRepeatedProvesItEvenThere() {
        Script oneWay = syns(4).tcp("10.0.0.3:5", "10.0.0.4:6", Script.ACK, 900, 400, 10)
                .tcp("10.0.0.3:5", "10.0.0.4:6", Script.ACK, 910, 500, 10);
        assertThat(oneWay.found("syn-unanswered")).hasSize(1);
    }

    @Test
    void anIcmpErrorIsAnAnswer() {
        Script script = syns(4);
        byte[] quoted =
                script.ipBytes(CLIENT, SERVER, 6, script.tcpBytes(CLIENT, SERVER, Script.SYN, 77, 0, new byte[0]), 0);
        script.icmpError("10.0.0.254", "10.0.0.1", 3, 1, 0, quoted);

        assertThat(script.found("syn-unanswered")).isEmpty();
        assertThat(script.found("icmp-unreachable").getFirst().summary())
                .contains("10.0.0.254 says", "TCP to 10.0.9.9:443", "host unreachable");
    }
}
