package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.match.Direction;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong after the handshake, and what only seems to, from traffic made for it. */
class DataRulesTest {
    @TempDir
    Path folder;

    private Traffic traffic = new Traffic(Path.of(""), "none:none");

    @BeforeEach
    void aFirewallBetweenClientAndServer() {
        traffic = new Traffic(folder, "client:eth0", "fw:in", "fw:out", "server:eth0");
    }

    @Test
    void acknowledgementsThatStopMidwayAreLostInTheBoxThatKeepsThem() {
        traffic.handshake();
        traffic.data(Direction.FORWARD, 100).everywhere();
        traffic.data(Direction.RETURN, 700).everywhere();
        traffic.tcp(Direction.FORWARD, Traffic.ACK, 0).everywhere();
        Traffic.Sent more = traffic.data(Direction.RETURN, 700).everywhere();
        traffic.tcp(Direction.FORWARD, Traffic.ACK, 0).upTo("fw:in");
        traffic.later(500).again(more).everywhere();
        traffic.later(1_000).again(more).everywhere();
        assertThat(verdict()).isEqualTo(new CaseVerdict("fw", "forward", "data", "silent_drop"));
    }

    @Test
    void oneRepetitionIsNoSignOfLostAcknowledgements() {
        traffic.handshake();
        traffic.data(Direction.FORWARD, 100).everywhere();
        Traffic.Sent answer = traffic.data(Direction.RETURN, 700).everywhere();
        traffic.tcp(Direction.FORWARD, Traffic.ACK, 0).upTo("fw:in");
        traffic.later(500).again(answer).everywhere();
        assertThat(verdict()).isEqualTo(CaseVerdict.NONE);
    }

    @Test
    void aServerThatClosesBeforeAnybodySpeaksClosesEarly() {
        traffic.handshake();
        traffic.tcp(Direction.RETURN, Traffic.ACK | Traffic.FIN, 0).everywhere();
        traffic.tcp(Direction.FORWARD, Traffic.ACK | Traffic.FIN, 0).everywhere();
        assertThat(verdict()).isEqualTo(new CaseVerdict("server", "return", "application", "server_closed_early"));
    }

    @Test
    void aClientThatOnlyLooksWhetherThePortIsOpenWorks() {
        traffic.handshake();
        traffic.tcp(Direction.FORWARD, Traffic.ACK | Traffic.FIN, 0).everywhere();
        traffic.tcp(Direction.RETURN, Traffic.ACK | Traffic.FIN, 0).everywhere();
        assertThat(verdict()).isEqualTo(CaseVerdict.NONE);
    }

    @Test
    void anErrorStatusOfABoxThatAnswersForTheServerIsTheBoxs() {
        traffic.syn().upTo("fw:in");
        traffic.synAck().only("fw:in", "client:eth0");
        traffic.ack().upTo("fw:in");
        traffic.say(Direction.FORWARD, "GET / HTTP/1.1\r\n\r\n").upTo("fw:in");
        traffic.say(Direction.RETURN, "HTTP/1.1 403 Forbidden\r\n\r\n").only("fw:in", "client:eth0");
        assertThat(verdict()).isEqualTo(new CaseVerdict("fw", "return", "application", "http_4xx"));
    }

    @Test
    void aConnectionThatIsAnsweredWorksWithoutACaptureFromTheServer() {
        traffic.withoutFile("server:eth0");
        traffic.handshake();
        traffic.data(Direction.FORWARD, 100).everywhere();
        traffic.data(Direction.RETURN, 700).everywhere();
        assertThat(verdict()).isEqualTo(CaseVerdict.NONE);
    }

    @Test
    void aResetInTheClientsNameForTheServersDataIsTheBoxs() {
        traffic.handshake();
        traffic.data(Direction.FORWARD, 100).everywhere();
        traffic.data(Direction.RETURN, 700).upTo("fw:out");
        traffic.tcp(Direction.FORWARD, Traffic.RST, 0).only("fw:out", "server:eth0");
        traffic.later(4_000);
        traffic.tcp(Direction.FORWARD, Traffic.ACK | Traffic.FIN, 0).upTo("fw:in");
        assertThat(verdict()).isEqualTo(new CaseVerdict("fw", "return", "data", "rst_injected"));
    }

    @Test
    void aResetOfAnotherStationIsKnownByItsLifeWhereABoxHasNoCapture() {
        traffic.withoutFile("fw:in");
        resetAtTheClient(1);
        assertThat(verdict()).isEqualTo(new CaseVerdict("client:eth0..fw:out", "forward", "data", "rst_injected"));
        assertThat(traffic.walk().verdict().summary()).contains("its TTL is 64, that of server's other packets 63");
    }

    @Test
    void aResetThatMayBeTheServersOwnIsNotCalledInjected() {
        traffic.withoutFile("fw:in");
        resetAtTheClient(0);
        assertThat(traffic.walk().verdict().outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void aServerWithoutACaptureIsNotBlamedForAResetOfAnotherStation() {
        traffic.withoutFile("fw:out", "server:eth0");
        resetAtTheClient(1);
        assertThat(verdict()).isEqualTo(new CaseVerdict("fw:in..server:eth0", "forward", "data", "rst_injected"));
    }

    @Test
    void aServerWithoutACaptureThatResetsIsKnownByItsLife() {
        traffic.withoutFile("fw:out", "server:eth0");
        resetAtTheClient(0);
        assertThat(verdict()).isEqualTo(new CaseVerdict("server", "return", "data", "reset_midstream"));
        assertThat(traffic.walk().verdict().summary()).contains("its TTL is 63", "fits server's other packets");
    }

    /** A reset in the server's name comes out of the firewall. */
    private void resetAtTheClient(int routersNearer) {
        traffic.handshake();
        traffic.data(Direction.FORWARD, 100).everywhere();
        traffic.data(Direction.RETURN, 700).everywhere();
        traffic.data(Direction.FORWARD, 100).upTo("fw:in");
        traffic.nearer(routersNearer);
        traffic.tcp(Direction.RETURN, Traffic.RST | Traffic.ACK, 0).only("fw:in", "client:eth0");
    }

    @Test
    void aClientThatResetsAfterItTookEverythingIsNotCalledFailing() {
        traffic.handshake();
        traffic.data(Direction.FORWARD, 100).everywhere();
        traffic.data(Direction.RETURN, 700).everywhere();
        traffic.tcp(Direction.FORWARD, Traffic.ACK, 0).everywhere();
        traffic.tcp(Direction.FORWARD, Traffic.RST | Traffic.ACK, 0).everywhere();
        assertThat(traffic.walk().verdict().outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void aClientThatResetsWhileItWaitsResetsMidstream() {
        traffic.handshake();
        traffic.data(Direction.FORWARD, 100).everywhere();
        traffic.tcp(Direction.RETURN, Traffic.ACK, 0).everywhere();
        traffic.tcp(Direction.FORWARD, Traffic.RST | Traffic.ACK, 0).everywhere();
        assertThat(verdict()).isEqualTo(new CaseVerdict("client", "forward", "data", "reset_midstream"));
    }

    @Test
    void whatIsSentBehindTheLastFrameOfACaptureIsNotCalledLost() {
        download();
        traffic.data(Direction.RETURN, 700).only("server:eth0", "fw:out");
        traffic.data(Direction.RETURN, 700).only("server:eth0", "fw:out");
        assertThat(verdict()).isEqualTo(CaseVerdict.NONE);
    }

    @Test
    void whatIsSentBeforeTheLastFrameOfACaptureAndNotInItIsLost() {
        download();
        Traffic.Sent lost = traffic.data(Direction.RETURN, 700).only("server:eth0", "fw:out");
        traffic.later(300).again(lost).everywhere();
        assertThat(verdict()).isEqualTo(new CaseVerdict("fw", "return", "data", "random_loss"));
    }

    private void download() {
        traffic.handshake();
        traffic.data(Direction.FORWARD, 100).everywhere();
        traffic.data(Direction.RETURN, 700).everywhere();
        traffic.tcp(Direction.FORWARD, Traffic.ACK, 0).everywhere();
    }

    @Test
    void anAnsweredDatagramArrivedWhateverTheServersCaptureLacks() {
        traffic.udp();
        traffic.datagram(Direction.FORWARD, 50).exceptAt("server:eth0");
        traffic.datagram(Direction.RETURN, 90).everywhere();
        assertThat(verdict()).isEqualTo(CaseVerdict.NONE);
    }

    @Test
    void aDatagramThatIsLostAndRepeatedIsARandomLoss() {
        traffic.udp();
        Traffic.Sent asked = traffic.datagram(Direction.FORWARD, 50).upTo("fw:out");
        traffic.later(1_000).again(asked).everywhere();
        traffic.datagram(Direction.RETURN, 90).everywhere();
        assertThat(verdict()).isEqualTo(new CaseVerdict("fw:out..server:eth0", "forward", "data", "random_loss"));
    }

    @Test
    void anAnswerThatOnlyTheClientsOwnCaptureLacksIsNotCalledLost() {
        traffic.udp();
        traffic.datagram(Direction.FORWARD, 50).everywhere();
        traffic.datagram(Direction.RETURN, 90).exceptAt("client:eth0");
        assertThat(traffic.walk().verdict().outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void anAnswerThatTheClientAsksForAgainIsLost() {
        traffic.udp();
        Traffic.Sent asked = traffic.datagram(Direction.FORWARD, 50).everywhere();
        traffic.datagram(Direction.RETURN, 90).upTo("fw:in");
        traffic.later(1_000).again(asked).everywhere();
        assertThat(verdict()).isEqualTo(new CaseVerdict("client:eth0..fw:in", "return", "data", "link_loss"));
    }

    @Test
    void anAnswerThatStopsBeforeItsAnnouncedLengthHangsInTheServer() {
        begunAnswer("GET / HTTP/1.1\r\n\r\n", 900);
        assertThat(verdict()).isEqualTo(new CaseVerdict("server", "return", "application", "server_hang"));
    }

    @Test
    void aWholeAnswerOnAConnectionThatIsKeptOpenWorks() {
        begunAnswer("GET / HTTP/1.1\r\n\r\n", 4);
        assertThat(verdict()).isEqualTo(CaseVerdict.NONE);
    }

    @Test
    void anAnswerToHeadLeavesOutWhatItAnnounces() {
        begunAnswer("HEAD / HTTP/1.1\r\n\r\n", 900);
        assertThat(verdict()).isEqualTo(CaseVerdict.NONE);
    }

    /** Four bytes of an answer that announces so many, and a client that gives up after five seconds. */
    private void begunAnswer(String request, int announced) {
        traffic.handshake();
        traffic.say(Direction.FORWARD, request).everywhere();
        traffic.say(Direction.RETURN, "HTTP/1.1 200 OK\r\ncontent-Length: " + announced + "\r\n\r\npart")
                .everywhere();
        traffic.ack().everywhere();
        traffic.later(5_000);
        traffic.tcp(Direction.FORWARD, Traffic.ACK | Traffic.FIN, 0).everywhere();
        traffic.ack().everywhere();
    }

    private CaseVerdict verdict() {
        return CaseVerdict.of(traffic.walk().verdict());
    }
}
