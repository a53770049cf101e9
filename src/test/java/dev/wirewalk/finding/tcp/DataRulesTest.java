package dev.wirewalk.finding.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.finding.Finding;
import dev.wirewalk.finding.Script;
import dev.wirewalk.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How connections carry data and end, each rule with a capture that it speaks of and one that is close and not meant. */
class DataRulesTest {
    private static final String CLIENT = "10.0.0.1:40000";
    private static final String SERVER = "10.0.9.9:8080";

    private static Finding only(Script script, String id) {
        List<Finding> found = script.found(id);
        assertThat(found).as(id).hasSize(1);
        return found.getFirst();
    }

    /** A handshake, a question of 100 bytes and its acknowledgement. */
    private static Script asked() {
        return new Script()
                .handshake(CLIENT, SERVER)
                .tcp(CLIENT, SERVER, Script.PUSH_ACK, 1001, 5001, 100)
                .tcp(SERVER, CLIENT, Script.ACK, 5001, 1101, 0);
    }

    private static Script answered() {
        return asked().tcp(SERVER, CLIENT, Script.PUSH_ACK, 5001, 1101, 300)
                .tcp(CLIENT, SERVER, Script.ACK, 1101, 5301, 0);
    }

    @Test
    void aResetIsAnErrorWhileTheClientWaitsForAnAnswer() {
        Finding waiting = only(asked().tcp(SERVER, CLIENT, Script.RST_ACK, 5001, 1101, 0), "reset-midstream");
        assertThat(waiting.severity()).isEqualTo(Severity.ERROR);
        assertThat(waiting.summary()).contains("in the name of the server while the client waited");
        assertThat(waiting.summary()).doesNotContain("TTL");

        assertThat(only(answered().tcp(CLIENT, SERVER, Script.RST, 1101, 0, 0), "reset-midstream")
                        .severity())
                .isEqualTo(Severity.NOTE);
        Script closed = answered().close(CLIENT, SERVER, 1101, 5301).tcp(CLIENT, SERVER, Script.RST, 1102, 0, 0);
        assertThat(closed.found("reset-midstream")).isEmpty();
        assertThat(only(closed, "reset-after-close").severity()).isEqualTo(Severity.NOTE);
        assertThat(answered().close(CLIENT, SERVER, 1101, 5301).found("reset-after-close"))
                .isEmpty();
    }

    @Test
    void aResetWithAnotherTtlMayBeAnothersWork() {
        Finding found = only(asked().ttl(250).tcp(SERVER, CLIENT, Script.RST_ACK, 5001, 1101, 0), "reset-midstream");
        assertThat(found.summary()).contains("its TTL is 250 and that of the other packets of this end 64");
    }

    private static Script repeated(int length, int times) {
        Script script = answered();
        for (int i = 0; i <= times; i++) {
            script.at(1 << i).tcp(SERVER, CLIENT, Script.ACK, 5301, 1101, length);
        }
        return script;
    }

    @Test
    void dataThatIsNeverAcknowledgedIsABlackHoleWhenItIsBig() {
        assertThat(only(repeated(200, 4), "data-unacknowledged").summary()).contains("sent 200 bytes", "5 times");
        assertThat(repeated(200, 4).found("mtu-black-hole")).isEmpty();

        assertThat(only(repeated(1400, 4), "mtu-black-hole").summary()).contains("10.0.9.9:8080 sent 1400 bytes");
        assertThat(repeated(1400, 4).found("data-unacknowledged")).isEmpty();

        Script repaired = repeated(1400, 4).tcp(CLIENT, SERVER, Script.ACK, 1101, 6701, 0);
        assertThat(repaired.found("mtu-black-hole")).isEmpty();
        assertThat(repaired.found("data-unacknowledged")).isEmpty();
        assertThat(repeated(1400, 2).found("mtu-black-hole")).isEmpty();
    }

    @Test
    void aBigSegmentLikeOnesThatArrivedIsNotInABlackHole() {
        Script script = answered()
                .tcp(SERVER, CLIENT, Script.ACK, 5301, 1101, 1400)
                .tcp(CLIENT, SERVER, Script.ACK, 1101, 6701, 0);
        for (int i = 0; i <= 4; i++) {
            script.at(1 << i).tcp(SERVER, CLIENT, Script.ACK, 6701, 1101, 1400);
        }
        assertThat(script.found("mtu-black-hole")).isEmpty();
        assertThat(script.found("data-unacknowledged")).hasSize(1);
    }

    /** Twenty segments of which every fourth is taken out; it comes later with this identification. */
    private static Script late(boolean again) {
        Script script = answered();
        for (int i = 0; i < 20; i += 4) {
            int base = 5301 + i * 1000;
            script.identification(1000 + i).tcp(SERVER, CLIENT, Script.ACK, base, 1101, 1000);
            script.identification(1002 + i).tcp(SERVER, CLIENT, Script.ACK, base + 2000, 1101, 1000);
            script.tcp(CLIENT, SERVER, Script.ACK, 1101, base + 1000, 0);
            script.identification(1003 + i).tcp(SERVER, CLIENT, Script.ACK, base + 3000, 1101, 1000);
            script.identification(again ? 1500 + i : 1001 + i);
            script.tcp(SERVER, CLIENT, Script.ACK, base + 1000, 1101, 1000);
            script.tcp(CLIENT, SERVER, Script.ACK, 1101, base + 4000, 0);
        }
        return script;
    }

    @Test
    void aLateSegmentWasOvertakenOrSentAgainAsItsIdentificationTells() {
        assertThat(only(late(false), "out-of-order").count()).isEqualTo(5);
        assertThat(late(false).found("retransmissions")).isEmpty();
        assertThat(late(false).found("capture-loss")).isEmpty();

        Script lost = answered();
        for (int i = 0; i < 5; i++) {
            int base = 5301 + i * 2000;
            script(lost, i, base);
        }
        Finding found = only(lost, "retransmissions");
        assertThat(found.count()).isEqualTo(5);
        assertThat(found.severity()).isEqualTo(Severity.WARNING);
        assertThat(found.summary()).contains("5 had not come by here the first time");
        assertThat(lost.found("out-of-order")).isEmpty();
    }

    private static void script(Script lost, int i, int base) {
        lost.at(1 + i).tcp(SERVER, CLIENT, Script.ACK, base + 1000, 1101, 1000);
        lost.at(1.4 + i).tcp(SERVER, CLIENT, Script.ACK, base, 1101, 1000);
        lost.tcp(CLIENT, SERVER, Script.ACK, 1101, base + 2000, 0);
    }

    @Test
    void whatTheCaptureSawAndIsSentAgainWasLostBehindIt() {
        Script script = answered().tcp(SERVER, CLIENT, Script.ACK, 5301, 1101, 1000);
        script.at(1).tcp(SERVER, CLIENT, Script.ACK, 5301, 1101, 1000).tcp(CLIENT, SERVER, Script.ACK, 1101, 6301, 0);

        Finding found = only(script, "retransmissions");
        assertThat(found.severity()).isEqualTo(Severity.NOTE);
        assertThat(found.summary()).contains("1 had come by here", "lost behind this point");
        assertThat(answered().found("retransmissions")).isEmpty();
    }

    @Test
    void aReceiverThatOpensItsWindowAgainIsNotStuck() {
        Script brief = answered().window(0).tcp(CLIENT, SERVER, Script.ACK, 1101, 5301, 0);
        brief.at(0.5).window(512).tcp(CLIENT, SERVER, Script.ACK, 1101, 5301, 0);
        assertThat(only(brief, "zero-window").severity()).isEqualTo(Severity.NOTE);

        Script lasting = answered().at(1).window(0).tcp(CLIENT, SERVER, Script.ACK, 1101, 5301, 0);
        lasting.at(4).window(512).tcp(CLIENT, SERVER, Script.ACK, 1101, 5301, 0);
        assertThat(only(lasting, "zero-window").severity()).isEqualTo(Severity.WARNING);
        assertThat(only(lasting, "zero-window").summary()).contains("10.0.0.1:40000", "for up to 3 s");

        Script stuck = answered().at(1).window(0).tcp(CLIENT, SERVER, Script.ACK, 1101, 5301, 0);
        stuck.at(9).window(0).tcp(CLIENT, SERVER, Script.ACK, 1101, 5301, 0);
        assertThat(only(stuck, "receiver-stuck").severity()).isEqualTo(Severity.ERROR);
        assertThat(stuck.found("zero-window")).isEmpty();
        // A RST carries window 0 and closes none.
        assertThat(answered()
                        .window(0)
                        .tcp(CLIENT, SERVER, Script.RST, 1101, 0, 0)
                        .found("zero-window"))
                .isEmpty();
    }

    @Test
    void aWindowFilledAgainAndAgainLimitsTheTransfer() {
        Script script = new Script().window(1000).handshake(CLIENT, SERVER);
        Script roomy = new Script().window(9000).handshake(CLIENT, SERVER);
        for (int i = 0; i < 5; i++) {
            for (Script one : List.of(script, roomy)) {
                one.tcp(SERVER, CLIENT, Script.ACK, 5001 + i * 1000, 1001, 1000);
                one.tcp(CLIENT, SERVER, Script.ACK, 1001, 6001 + i * 1000, 0);
            }
        }
        assertThat(only(script, "window-limited").summary()).contains("10.0.0.1:40000", "5 times");
        assertThat(roomy.found("window-limited")).isEmpty();
    }

    @Test
    void aClientThatWaitsBeforeItAsksIsSuspectedOfWhatItTriedMeanwhile() {
        Script script = new Script().handshake(CLIENT, SERVER);
        script.at(0.2).dns("10.0.0.1:5353", "10.0.0.53:53", 7, 0x0100, "ldap.example");
        script.at(5.01).tcp(CLIENT, SERVER, Script.PUSH_ACK, 1001, 5001, 100);

        Finding found = only(script, "client-slow");
        assertThat(found.severity()).isEqualTo(Severity.WARNING);
        assertThat(found.summary()).contains("time-out of 5 s", "a DNS question for ldap.example to 10.0.0.53:53");
        assertThat(asked().found("client-slow")).isEmpty();
    }

    @Test
    void whoGreetsLateIsTheServer() {
        Script script = new Script().handshake(CLIENT, SERVER);
        script.at(4.3).tcp(SERVER, CLIENT, Script.PUSH_ACK, 5001, 1001, 20);

        assertThat(only(script, "server-greeting-slow").summary()).doesNotContain("time-out");
        assertThat(script.found("client-slow")).isEmpty();
    }

    @Test
    void aSlowAnswerWasAcknowledgedLongBefore() {
        Script slow = asked().at(4).tcp(SERVER, CLIENT, Script.PUSH_ACK, 5001, 1101, 300);
        assertThat(only(slow, "server-slow").summary()).contains("10.0.9.9:8080", "4 s for 10.0.0.1:40000");

        Script farAway = new Script().handshake(CLIENT, SERVER).tcp(CLIENT, SERVER, Script.PUSH_ACK, 1001, 5001, 100);
        farAway.at(4).tcp(SERVER, CLIENT, Script.PUSH_ACK, 5001, 1101, 300);
        assertThat(farAway.found("server-slow")).isEmpty();
    }

    @Test
    void noAnswerIsSilenceOrAClosedDoor() {
        Script silent = asked().at(5).tcp(CLIENT, SERVER, Script.FIN_ACK, 1101, 5001, 0);
        assertThat(only(silent, "request-unanswered").summary()).contains("10.0.9.9:8080", "waited 5 s");

        Script closed = asked().tcp(SERVER, CLIENT, Script.FIN_ACK, 5001, 1101, 0);
        assertThat(only(closed, "closed-without-answer").severity()).isEqualTo(Severity.ERROR);
        assertThat(closed.found("request-unanswered")).isEmpty();

        assertThat(asked().found("request-unanswered")).isEmpty();
        Script fine = answered().at(9).tcp(CLIENT, SERVER, Script.FIN_ACK, 1101, 5301, 0);
        assertThat(fine.found("request-unanswered")).isEmpty();
        // Something of the server was acknowledged that the capture does not hold: perhaps the answer.
        Script leaky = asked().at(1).tcp(CLIENT, SERVER, Script.ACK, 1101, 5301, 0);
        leaky.at(6).tcp(CLIENT, SERVER, Script.FIN_ACK, 1101, 5301, 0);
        assertThat(leaky.found("request-unanswered")).isEmpty();
        assertThat(only(leaky, "capture-loss").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void keepAlivesWithoutAnswerMeanThatTheOtherEndIsGone() {
        Script alive = answered();
        Script gone = answered();
        for (int i = 1; i <= 4; i++) {
            alive.at(i * 20)
                    .tcp(CLIENT, SERVER, Script.ACK, 1100, 5301, 0)
                    .tcp(SERVER, CLIENT, Script.ACK, 5301, 1101, 0);
            gone.at(i * 20).tcp(CLIENT, SERVER, Script.ACK, 1100, 5301, 0);
        }
        assertThat(only(alive, "keep-alives").count()).isEqualTo(4);
        assertThat(alive.found("peer-vanished")).isEmpty();
        assertThat(only(gone, "peer-vanished").summary()).contains("10.0.9.9:8080 does not answer");
    }

    @Test
    void aHealthyConnectionIsWithoutAnyFinding() {
        assertThat(answered().close(CLIENT, SERVER, 1101, 5301).result().findings())
                .isEmpty();
    }
}
