package dev.wirewalk.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.match.Direction;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two faults on one path, and one fault with its consequences. */
class FurtherFaultsTest {
    @TempDir
    Path folder;

    private Traffic traffic;

    @BeforeEach
    void aPathWithOneBox() {
        traffic = new Traffic(folder, "client:eth0", "fw:in", "fw:out", "server:eth0");
    }

    @Test
    void lossOnOneStretchAndAnErrorStatusAreTwoFaults() {
        traffic.handshake();
        traffic.say(Direction.FORWARD, "GET / HTTP/1.1\r\n\r\n").everywhere();
        Traffic.Sent answer = traffic.say(Direction.RETURN, "HTTP/1.1 500 Oops\r\n\r\n");
        answer.upTo("fw:in");
        traffic.later(300).again(answer).everywhere();
        traffic.tcp(Direction.FORWARD, Traffic.ACK, 0).everywhere();

        WalkResult result = traffic.walk();

        assertThat(result.verdict().cause()).contains(Cause.HTTP_5XX);
        assertThat(result.others()).singleElement().satisfies(other -> {
            assertThat(other.cause()).contains(Cause.RANDOM_LOSS);
            assertThat(other.segment()).contains(new Segment("client:eth0", "fw:in"));
        });
    }

    @Test
    void repetitionsThatAreAllDroppedAreOneFault() {
        traffic.syn().upTo("fw:in");
        traffic.later(1000).syn().upTo("fw:in");

        WalkResult result = traffic.walk();

        assertThat(result.verdict().outcome()).isNotEqualTo(Outcome.WORKS);
        assertThat(result.others()).isEmpty();
    }

    @Test
    void lossBeforeTheBoxThatDropsIsAFaultOfItsOwn() {
        traffic.question(0, "10.1.0.1").upTo("fw:in");
        traffic.answer(1, 0).only("fw:in", "client:eth0");
        traffic.syn().only("client:eth0");
        traffic.later(1000).syn().upTo("fw:in");
        traffic.later(2000).syn().upTo("fw:in");

        WalkResult result = traffic.walk();

        assertThat(result.verdict().device()).contains("fw");
        assertThat(result.others())
                .singleElement()
                .satisfies(other -> assertThat(other.segment()).contains(new Segment("client:eth0", "fw:in")));
    }

    @Test
    void aFlowThatWorksHasNoFurtherFault() {
        traffic.handshake();
        traffic.say(Direction.FORWARD, "GET / HTTP/1.1\r\n\r\n").everywhere();
        traffic.say(Direction.RETURN, "HTTP/1.1 200 OK\r\n\r\n").everywhere();

        assertThat(traffic.walk().others()).isEmpty();
    }
}
