package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.match.Direction;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boxes that answer for the server, end connections or change them are named, and what they do is no fault. */
class InterventionsTest {
    private static final String BOX = "10.9.0.1";
    private static final int OTHER_PORT = 45_000;
    private static final String REQUEST = "GET / HTTP/1.1\r\n\r\n";

    @TempDir
    Path folder;

    private Traffic traffic = new Traffic(Path.of(""), "none:none");

    @BeforeEach
    void aFirewallBetweenClientAndServer() {
        traffic = new Traffic(folder, "client:eth0", "fw:in", "fw:out", "server:eth0");
    }

    @Test
    void aProxyIsNamedWithTheConnectionThatItOpensItself() {
        WalkResult walked = proxied(BOX, OTHER_PORT, "GET / HTTP/1.0\r\nVia: fw\r\n\r\n");
        assertThat(walked.verdict().outcome()).isEqualTo(Outcome.WORKS);
        assertThat(walked.captureIssues()).isEmpty();
        assertThat(walked.notes())
                .singleElement()
                .asString()
                .contains("fw ends the client's connection itself", "10.9.0.1:45000 > 10.9.0.20:80");
    }

    @Test
    void aProxyUnderTheClientsOwnNameIsKnownByItsNumbersAndBytes() {
        WalkResult walked = proxied(Traffic.CLIENT, TrafficPath.CLIENT_PORT, "Another text than the client's");
        assertThat(walked.verdict().outcome()).isEqualTo(Outcome.WORKS);
        assertThat(walked.captureIssues()).isEmpty();
        assertThat(walked.notes()).singleElement().asString().contains("fw ends the client's", "same addresses");
    }

    @Test
    void newNumbersWithTheSameBytesAreNoProxy() {
        WalkResult walked = proxied(Traffic.CLIENT, TrafficPath.CLIENT_PORT, REQUEST);
        assertThat(walked.notes())
                .anySatisfy(note -> assertThat(note)
                        .startsWith("Inside fw the TCP sequence numbers are changed")
                        .contains("6999000 is added to the client's", "4287968296 is added to the server's"))
                .noneSatisfy(note -> assertThat(note).contains("ends the client's connection"));
        assertThat(walked.loss()).hasSize(6);
    }

    @Test
    void anotherClientsConnectionToTheServerIsNoProxys() {
        traffic.handshake();
        traffic.data(Direction.FORWARD, 100).everywhere();
        traffic.data(Direction.RETURN, 700).everywhere();
        traffic.connection("10.7.0.7", OTHER_PORT, 7_000_000);
        traffic.handshake();
        assertThat(traffic.walk().notes()).isEmpty();
    }

    @Test
    void aSynProxyIsNamed() {
        traffic.syn().upTo("fw:in");
        traffic.synAck().only("fw:in", "client:eth0");
        traffic.ack().upTo("fw:in");
        traffic.syn().only("fw:out", "server:eth0");
        traffic.synAck().only("server:eth0", "fw:out");
        traffic.ack().only("fw:out", "server:eth0");
        traffic.data(Direction.FORWARD, 100).everywhere();
        traffic.data(Direction.RETURN, 700).everywhere();
        assertThat(traffic.walk().notes()).singleElement().asString().contains("SYN proxy", "fw:in");
    }

    @Test
    void aChangedSegmentSizeIsTold() {
        traffic.synOfSegments(1_460).upTo("fw:in");
        traffic.synOfSegments(1_360).only("fw:out", "server:eth0");
        traffic.synAck().everywhere();
        traffic.ack().everywhere();
        assertThat(traffic.walk().notes())
                .singleElement()
                .asString()
                .startsWith("Inside fw the client's announced segment size (MSS) is changed from 1460 to 1360");
    }

    /** The client's request and its answer, the box's own connection in between. */
    private WalkResult proxied(String client, int port, String request) {
        traffic.syn().upTo("fw:in");
        traffic.synAck().only("fw:in", "client:eth0");
        traffic.ack().upTo("fw:in");
        traffic.say(Direction.FORWARD, REQUEST).upTo("fw:in");
        traffic.say(Direction.RETURN, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                .only("fw:in", "client:eth0");
        traffic.connection(client, port, 7_000_000);
        traffic.syn().only("fw:out", "server:eth0");
        traffic.synAck().only("server:eth0", "fw:out");
        traffic.ack().only("fw:out", "server:eth0");
        traffic.say(Direction.FORWARD, request).only("fw:out", "server:eth0");
        traffic.say(Direction.RETURN, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                .only("fw:out", "server:eth0");
        return traffic.walk();
    }
}
