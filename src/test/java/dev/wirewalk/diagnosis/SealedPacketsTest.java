package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.match.Direction;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A packet that may travel inside an encrypted one is not called dropped. */
class SealedPacketsTest {
    private static final String OUTSIDE = "fw:out";

    @TempDir
    Path folder;

    private Traffic traffic = new Traffic(Path.of(""), "none:none");

    @BeforeEach
    void aFirewallBetweenClientAndServer() {
        traffic = new Traffic(folder, "client:eth0", "fw:in", OUTSIDE, "server:eth0");
        traffic.question(0, traffic.path.address(1)).upTo("fw:in");
        traffic.answer(1, 0).only("fw:in", "client:eth0");
    }

    @Test
    void aPacketIsNotCalledDroppedWhereAnEncryptedOneFollowsIt() {
        traffic.withoutFile("server:eth0");
        traffic.syn().upTo("fw:in");
        traffic.sealed(Direction.FORWARD, 100).only(OUTSIDE);
        WalkResult walked = traffic.walk();
        assertThat(walked.verdict().outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(walked.verdict().summary()).contains("fw:out shows encrypted packets only (ESP)");
        assertThat(walked.captureIssues())
                .anySatisfy(issue -> assertThat(issue.text()).startsWith("The capture holds encrypted packets (ESP)"));
    }

    @Test
    void anEncryptedPacketOfAnotherTimeCarriesNothing() {
        traffic.sealed(Direction.FORWARD, 100).only(OUTSIDE);
        traffic.later(2_000);
        traffic.syn().upTo("fw:in");
        assertThat(verdict()).isEqualTo(new CaseVerdict("fw", "forward", "syn", "silent_drop"));
    }

    @Test
    void aShorterPacketCarriesNothing() {
        traffic.syn().upTo("fw:in");
        traffic.sealed(Direction.FORWARD, 4).only(OUTSIDE);
        assertThat(verdict()).isEqualTo(new CaseVerdict("fw", "forward", "syn", "silent_drop"));
    }

    @Test
    void oneOfTwoPacketsWithoutAnEncryptedOneIsDropped() {
        traffic.syn().upTo("fw:in");
        traffic.sealed(Direction.FORWARD, 100).only(OUTSIDE);
        traffic.later(1_000);
        traffic.syn().upTo("fw:in");
        assertThat(verdict()).isEqualTo(new CaseVerdict("fw", "forward", "syn", "silent_drop"));
    }

    @Test
    void aConnectionInsideAVpnMissesNoPackets() {
        through(traffic.syn(), Direction.FORWARD);
        through(traffic.synAck(), Direction.RETURN);
        through(traffic.ack(), Direction.FORWARD);
        through(traffic.data(Direction.FORWARD, 100), Direction.FORWARD);
        through(traffic.data(Direction.RETURN, 100), Direction.RETURN);
        WalkResult walked = traffic.walk();
        assertThat(walked.verdict().outcome()).as(walked.verdict().summary()).isEqualTo(Outcome.WORKS);
        assertThat(walked.captureIssues()).extracting(CaptureIssue::kind).containsExactly(CaptureIssue.Kind.NO_CAPTURE);
    }

    private void through(Traffic.Sent packet, Direction direction) {
        packet.exceptAt(OUTSIDE);
        traffic.sealed(direction, 200).only(OUTSIDE);
    }

    private CaseVerdict verdict() {
        return CaseVerdict.of(traffic.walk().verdict());
    }
}
