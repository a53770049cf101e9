package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.match.Direction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way for a connection to fail before it stands, from traffic made for it. */
class HandshakeRulesTest {
    @TempDir
    Path folder;

    private Traffic traffic = new Traffic(Path.of(""), "none:none");

    @BeforeEach
    void aFirewallBetweenClientAndServer() {
        traffic = new Traffic(folder, "client:eth0", "fw:in", "fw:out", "server:eth0");
    }

    @Test
    void aConnectionThatIsAnsweredWorks() {
        traffic.handshake();
        traffic.data(Direction.FORWARD, 100).everywhere();
        traffic.data(Direction.RETURN, 700).everywhere();
        assertThat(verdict()).isEqualTo(CaseVerdict.NONE);
    }

    @Test
    void aSynThatEntersABoxAndDoesNotLeaveItIsDroppedThereWhenTheBoxAnsweredForItsAddress() {
        traffic.question(0, traffic.path.address(1)).upTo("fw:in");
        traffic.answer(1, 0).only("fw:in", "client:eth0");
        synTwice("fw:in");
        assertThat(verdict()).isEqualTo(new CaseVerdict("fw", "forward", "syn", "silent_drop"));
        assertThat(traffic.walk().verdict().outcome()).isEqualTo(Outcome.FAILS);
    }

    @Test
    void theSendersEntryIsSuspectedWhileNothingShowsThatTheFramesAreForTheBox() {
        synTwice("fw:in");
        assertThat(verdict()).isEqualTo(new CaseVerdict("client", "forward", "syn", "wrong_dst_mac"));
        Verdict verdict = traffic.walk().verdict();
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict.summary()).contains("Either fw drops it, or it never took it in");
    }

    @Test
    void aBoxWithOneSideWatchedMayBeWhatKeepsThePacket() {
        traffic.withoutFile("fw:out");
        synTwice("fw:in");
        Verdict verdict = traffic.walk().verdict();
        assertThat(CaseVerdict.of(verdict))
                .isEqualTo(new CaseVerdict("fw:in..server:eth0", "forward", "syn", "link_loss"));
        assertThat(verdict.summary()).contains("passes fw:in and never arrives", "or fw drops it");
    }

    @Test
    void anUntoldTranslationThatMayBeMissingIsSuspectedWhereTheServerIsSilent() {
        Verdict verdict = CaseVerdict.walk(
                        Path.of("src", "test", "resources", "undecided", "translation-untold", "path.yaml"))
                .verdict();
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(CaseVerdict.of(verdict)).isEqualTo(new CaseVerdict("fw", "forward", "syn", "nat_missing"));
        assertThat(verdict.summary()).contains("private source address");
    }

    @Test
    void aSynThatLeavesABoxAndDoesNotArriveIsLostOnTheLink() {
        synTwice("fw:out");
        assertThat(verdict()).isEqualTo(new CaseVerdict("fw:out..server:eth0", "forward", "syn", "link_loss"));
    }

    @Test
    void aSynThatArrivesAndIsNotAnsweredIsTheServersSilence() {
        synTwice("server:eth0");
        assertThat(verdict()).isEqualTo(new CaseVerdict("server", "forward", "syn", "server_silent"));
    }

    @Test
    void aRefusalByTheServerIsToldFromOneInItsName() {
        traffic.syn().everywhere();
        traffic.refusal().everywhere();
        assertThat(verdict()).isEqualTo(new CaseVerdict("server", "forward", "syn", "server_rst"));
    }

    @Test
    void aRefusalInTheServersNameIsOfTheBoxThatKeptTheSyn() {
        traffic.syn().upTo("fw:in");
        traffic.refusal().only("fw:in", "client:eth0");
        assertThat(verdict()).isEqualTo(new CaseVerdict("fw", "forward", "syn", "reject_rst"));
    }

    @Test
    void aSynAckLostOnTheWayBack() {
        traffic.syn().everywhere();
        traffic.synAck().upTo("fw:in");
        assertThat(verdict()).isEqualTo(new CaseVerdict("client:eth0..fw:in", "return", "synack", "link_loss"));
    }

    @Test
    void aReceiverWhoseHardwareAddressNobodyShowedIsOnlySuspected() {
        traffic.question(0, traffic.path.address(1)).only("client:eth0", "fw:in");
        traffic.answer(1, 0).only("client:eth0", "fw:in");
        synTwice("server:eth0");
        Verdict verdict = traffic.walk().verdict();
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict.cause()).contains(Cause.WRONG_DST_MAC);
        assertThat(verdict.device()).contains("fw");
        assertThat(verdict.summary()).contains("02:00:00:00:00:04");
    }

    @Test
    void aBoxThatAnswersForTheServerSaysNothingOfTheServer() {
        traffic.syn().upTo("fw:in");
        traffic.synAck().only("fw:in", "client:eth0");
        traffic.ack().upTo("fw:in");
        traffic.syn().only("fw:out");
        traffic.later(1_000).syn().only("fw:out");
        assertThat(verdict()).isEqualTo(new CaseVerdict("fw:out..server:eth0", "forward", "syn", "link_loss"));
    }

    @Test
    void aServerWithTwoInterfacesAnswersOnTheOtherOneWhateverWayBackIsTold() {
        traffic = new Traffic(folder, "client:eth0", "fw:in", "fw:out", "server:eth0", "server:eth1")
                .pathLine("return: [\"server:eth1\", \"fw:out\", \"fw:in\", \"client:eth0\"]");
        traffic.syn().upTo("server:eth0");
        traffic.synAck().only("server:eth1");
        assertThat(verdict()).isEqualTo(new CaseVerdict("server", "return", "synack", "wrong_interface"));
    }

    @Test
    void whoSendsToAnUnaskedClaimantHasAPoisonedEntry() {
        traffic.answer(1, 0).only("client:eth0");
        traffic.answer(1, 0).only("client:eth0");
        synTwice("client:eth0");
        assertThat(verdict()).isEqualTo(new CaseVerdict("client", "forward", "syn", "wrong_dst_mac"));
    }

    @Test
    void aQuestionThatIsLostOnceDelaysTheFlowOnly() {
        traffic.question(2, Traffic.SERVER).only("fw:out");
        traffic.later(1_000).question(2, Traffic.SERVER).only("fw:out", "server:eth0");
        traffic.answer(3, 2).only("fw:out", "server:eth0");
        traffic.handshake();
        traffic.data(Direction.FORWARD, 100).everywhere();
        traffic.data(Direction.RETURN, 700).everywhere();
        assertThat(verdict()).isEqualTo(new CaseVerdict("fw:out..server:eth0", "forward", "arp", "random_loss"));
    }

    @Test
    void aClientWhoseAnswersAloneWereCapturedIsNotCalledSilent() {
        traffic.question(0, traffic.path.address(1)).only("fw:in");
        traffic.answer(1, 0).only("fw:in", "client:eth0");
        assertThat(traffic.walk().verdict().outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void aQuestionAskedOnceThatTheOtherEndAnsweredDoesNotExplainADrop() {
        traffic.question(1, Traffic.CLIENT).only("fw:in", "client:eth0");
        traffic.answer(0, 1).only("client:eth0");
        traffic.syn().everywhere();
        traffic.synAck().upTo("fw:out");
        traffic.later(3_000).synAck().upTo("fw:out");
        traffic.syn().only("client:eth0", "fw:in");
        assertThat(CaseVerdict.of(traffic.walk().verdict()).stage()).isEqualTo("synack");
    }

    @Test
    void twoSynsThatArriveTogetherAreNoOverload() {
        Traffic.Sent syn = traffic.syn().upTo("fw:in");
        traffic.later(1_000).again(syn).upTo("fw:in");
        traffic.again(syn).only("fw:out", "server:eth0");
        traffic.again(syn).only("fw:out", "server:eth0");
        traffic.synAck().everywhere();
        traffic.ack().everywhere();
        traffic.data(Direction.RETURN, 10).everywhere();
        assertThat(verdict().cause()).isNotEqualTo("server_overload");
    }

    @Test
    void aSynThatWaitsForItsRepetitionAtTheServerIsOverload() {
        synTwice("server:eth0");
        traffic.synAck().everywhere();
        traffic.ack().everywhere();
        traffic.data(Direction.RETURN, 10).everywhere();
        assertThat(verdict()).isEqualTo(new CaseVerdict("server", "forward", "syn", "server_overload"));
    }

    @Test
    void whereTheServerHasNoCaptureASynThatWaitsIsOfTheStretchBeforeIt() {
        traffic.withoutFile("server:eth0");
        synTwice("fw:out");
        traffic.synAck().everywhere();
        traffic.ack().everywhere();
        traffic.data(Direction.RETURN, 10).everywhere();
        assertThat(verdict()).isEqualTo(new CaseVerdict("fw:out..server", "forward", "syn", "server_overload"));
    }

    @Test
    void aMirrorsCopyOfAQuestionIsNoLossOfOne() {
        traffic.question(2, Traffic.SERVER).only("fw:out", "server:eth0");
        traffic.question(2, Traffic.SERVER).only("fw:out");
        traffic.answer(3, 2).only("fw:out", "server:eth0");
        traffic.handshake();
        traffic.data(Direction.RETURN, 700).everywhere();
        assertThat(verdict()).isEqualTo(CaseVerdict.NONE);
    }

    @Test
    void whatCannotBeAskedYetIsUnknownWithItsOwnReason() {
        synTwice("fw:out");
        List<Answered> questions = traffic.walk().questions();
        assertThat(questions)
                .filteredOn(answered -> answered.id().startsWith("synack"))
                .singleElement()
                .satisfies(answered -> {
                    assertThat(answered.answer()).isEqualTo(Answer.UNKNOWN);
                    assertThat(answered.reason()).contains("before the SYN arrives at server:eth0");
                });
        assertThat(questions)
                .filteredOn(answered -> answered.id().startsWith("ack"))
                .extracting(Answered::answer)
                .containsExactly(Answer.UNKNOWN);
    }

    @Test
    void aNoClaimsNothingAboutClocksOrTimesThatTheCapturesDoNotTell() {
        synTwice("fw:out");
        Answered no = traffic.walk().questions().stream()
                .filter(answered -> answered.answer() == Answer.NO)
                .findFirst()
                .orElseThrow();
        assertThat(no.point()).isEqualTo("server:eth0");
        assertThat(no.assumptions())
                .anyMatch(sentence -> sentence.contains("is empty and is taken to have been running"))
                .anyMatch(sentence -> sentence.contains("clocks") && sentence.contains("not known"))
                .noneMatch(sentence -> sentence.contains("give or take"));
    }

    private void synTwice(String point) {
        Traffic.Sent syn = traffic.syn().upTo(point);
        traffic.later(1_000).again(syn).upTo(point);
    }

    private CaseVerdict verdict() {
        return CaseVerdict.of(traffic.walk().verdict());
    }
}
