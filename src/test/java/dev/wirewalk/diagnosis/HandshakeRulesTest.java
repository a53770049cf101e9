package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.match.Direction;
import java.nio.file.Path;
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
    void aSynThatEntersABoxAndDoesNotLeaveItIsDroppedThere() {
        synTwice("fw:in");
        assertThat(verdict()).isEqualTo(new CaseVerdict("fw", "forward", "syn", "silent_drop"));
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

    private void synTwice(String point) {
        Traffic.Sent syn = traffic.syn().upTo(point);
        traffic.later(1_000).again(syn).upTo(point);
    }

    private CaseVerdict verdict() {
        return CaseVerdict.of(traffic.walk().verdict());
    }
}
