package dev.wirewalk.match;

import static dev.wirewalk.match.SeenPacket.echo;
import static dev.wirewalk.match.SeenPacket.tcp;
import static dev.wirewalk.match.SeenPacket.udp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.TcpView;
import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.FlowProtocol;
import dev.wirewalk.topology.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FlowChoiceTest {
    private static final int SYN = TcpView.SYN;
    private static final int SYN_ACK = TcpView.SYN | TcpView.ACK;
    private static final int ACK = TcpView.ACK;

    private Optional<FlowHint> hint = Optional.empty();
    private final List<FlowsAtPoint> points = new ArrayList<>();
    private long nanos = 1_000_000_000_000L;

    private void points(int count) {
        IntStream.range(0, count).forEach(_ -> points.add(new FlowsAtPoint(hint)));
    }

    private void see(int point, Bytes packet) {
        nanos += 1_000;
        points.get(point).add(SeenPacket.frame(packet, nanos));
    }

    private FlowChoice choice() {
        return new FlowChoice(new Path(hint, List.of(), List.of(), List.of()), points);
    }

    private static FlowKey key(FlowProtocol protocol, long client, int clientPort, long server, int serverPort) {
        return new FlowKey(protocol, IpAddress.v4(client), clientPort, IpAddress.v4(server), serverPort);
    }

    private static FlowKey key(long client, int clientPort, long server, int serverPort) {
        return key(FlowProtocol.TCP, client, clientPort, server, serverPort);
    }

    private void answered(int point, int port, long sequence) {
        see(point, tcp(5, port, 9, 80, sequence, SYN, ""));
        see(point, tcp(9, 80, 5, port, 70, SYN_ACK, ""));
        see(point, tcp(5, port, 9, 80, sequence + 1, ACK, "aabb"));
        see(point, tcp(9, 80, 5, port, 71, ACK, "ccdd"));
    }

    @Test
    void theFlowThatFaresWorstIsFollowedTheFirstOfThem() {
        points(1);
        answered(0, 1001, 10);
        see(0, tcp(5, 1002, 9, 80, 20, SYN, ""));
        see(0, tcp(5, 1003, 9, 80, 30, SYN, ""));
        assertThat(choice().flow()).contains(key(5, 1002, 9, 80));
    }

    @Test
    void howAFlowFaredIsToldByTheFirstPointThatSawIt() {
        points(2);
        see(0, tcp(5, 1001, 9, 80, 10, SYN, ""));
        answered(1, 1001, 10);
        answered(0, 1002, 20);
        see(1, tcp(5, 1002, 9, 80, 20, SYN, ""));
        assertThat(choice().flow()).contains(key(5, 1001, 9, 80));
    }

    @Test
    void connectionsThatUseOnePortAgainAreOneFlow() {
        points(1);
        see(0, tcp(5, 1001, 9, 80, 10, SYN, ""));
        answered(0, 1001, 20);
        see(0, tcp(5, 1002, 9, 80, 30, SYN, ""));
        see(0, tcp(9, 80, 5, 1002, 70, SYN_ACK, ""));
        see(0, tcp(5, 1002, 9, 80, 31, ACK, "aabb"));
        assertThat(choice().flow())
                .as("1001 was answered in the end, 1002's question never")
                .contains(key(5, 1002, 9, 80));
        assertThat(points.getFirst().all()).hasSize(2);
        assertThat(points.getFirst().all().findFirst().orElseThrow().openingSequences())
                .containsExactlyInAnyOrder(10L, 20L);
    }

    @Test
    void theClientOfAConnectionWithoutABeginningIsWhomTheHintSaysOrTheHigherPort() {
        points(1);
        see(0, tcp(9, 8080, 5, 443, 20, ACK, "aabb"));
        assertThat(choice().flow()).contains(key(9, 8080, 5, 443));
        points.clear();
        hint = Optional.of(new FlowHint(
                FlowProtocol.TCP, IpAddress.v4(5), OptionalInt.empty(), IpAddress.v4(9), OptionalInt.empty()));
        points(1);
        see(0, tcp(9, 8080, 5, 443, 20, ACK, "aabb"));
        see(0, udp(5, 443, 9, 8080, "aa"));
        assertThat(choice().flow()).contains(key(5, 443, 9, 8080));
    }

    @Test
    void aPointThatMissedTheBeginningStillSawTheSameFlow() {
        points(2);
        see(0, tcp(5, 443, 9, 8080, 10, SYN, ""));
        see(1, tcp(9, 8080, 5, 443, 70, ACK, "aabb"));
        FlowChoice choice = choice();
        assertThat(choice.flow()).contains(key(5, 443, 9, 8080));
        assertThat(choice.flowAt(1)).isEqualTo(choice.flow());
        assertThat(choice.strangers(1)).isEmpty();
    }

    @Test
    void aTranslatedConnectionIsKnownByItsSynAndOthersAreStrangers() {
        points(3);
        see(0, tcp(5, 1001, 9, 80, 10, SYN, ""));
        see(1, tcp(6, 2001, 9, 80, 10, SYN, ""));
        see(1, tcp(6, 2002, 9, 80, 11, SYN, ""));
        see(1, tcp(6, 2003, 9, 81, 12, SYN, ""));
        see(2, tcp(7, 3002, 9, 80, 11, SYN, ""));
        see(2, tcp(7, 3003, 9, 80, 13, SYN, ""));
        FlowChoice choice = choice();
        assertThat(choice.flowAt(0)).contains(key(5, 1001, 9, 80));
        assertThat(choice.flowAt(1)).contains(key(6, 2001, 9, 80));
        assertThat(choice.flowAt(2)).as("as at the point before").contains(key(6, 2001, 9, 80));
        assertThat(choice.strangers(1)).containsExactly(key(6, 2002, 9, 80));
        assertThat(choice.strangers(2))
                .as("11 came by before under another address")
                .containsExactly(key(7, 3003, 9, 80));
    }

    @Test
    void aFlowThatBeganLongBeforeIsNoStranger() {
        points(2);
        see(1, tcp(6, 2002, 9, 80, 11, SYN, ""));
        nanos += Duration.ofSeconds(11).toNanos();
        hint = Optional.of(new FlowHint(
                FlowProtocol.TCP, IpAddress.v4(5), OptionalInt.empty(), IpAddress.v4(9), OptionalInt.of(80)));
        see(0, tcp(5, 1001, 9, 80, 10, SYN, ""));
        assertThat(choice().strangers(1)).isEmpty();
    }

    @Test
    void aTranslatedDatagramIsKnownByItsBytesWhereOnlyOneHasThem() {
        points(3);
        see(0, udp(5, 1001, 9, 53, "aabbcc"));
        see(1, udp(6, 2001, 9, 53, "aabbcc"));
        see(1, udp(6, 2002, 9, 53, "aabbcd"));
        see(2, udp(7, 3001, 9, 53, "aabbcc"));
        see(2, udp(7, 3002, 9, 53, "aabbcc"));
        FlowChoice choice = choice();
        assertThat(choice.flowAt(1)).contains(key(FlowProtocol.UDP, 6, 2001, 9, 53));
        assertThat(choice.flowAt(2))
                .as("two could be ours, so the point before is believed")
                .isEqualTo(choice.flowAt(1));
    }

    @Test
    void aPingIsNamedFromItsAskerAndFoundByItsIdentifier() {
        points(2);
        see(0, echo(9, 5, false, 77));
        see(0, echo(5, 9, true, 78));
        see(1, echo(5, 9, true, 78));
        FlowChoice choice = choice();
        assertThat(choice.flow()).contains(key(FlowProtocol.ICMP, 5, 78, 9, 0));
        assertThat(points.get(1).find(key(FlowProtocol.ICMP, 5, 77, 9, 0))).isEmpty();
        assertThat(points.get(0).find(key(FlowProtocol.ICMP, 5, 77, 9, 0))).isPresent();
    }

    @Test
    void capturesWithoutAFlowHaveNone() {
        points(2);
        FlowChoice choice = choice();
        assertThat(choice.flow()).isEmpty();
        assertThat(choice.flowAt(1)).isEmpty();
        assertThat(choice.strangers(1)).isEmpty();
    }

    /** Comparing each flow with each would need a hundred times as long. */
    @Test
    @Timeout(value = 40, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void manyFlowsAreChosenFromInTimeThatGrowsWithTheirNumber() {
        int flows = 40_000;
        points(4);
        for (int point = 0; point < 4; point++) {
            for (int i = 0; i < flows; i++) {
                // Behind the second point all addresses are translated, so that every flow has to be looked for.
                see(point, tcp(point < 2 ? 5 : 6, i + 1, 9, 80, 10 + i, SYN, ""));
            }
        }
        see(3, tcp(7, 1, 9, 80, 5, SYN, ""));
        FlowChoice choice = choice();
        assertThat(choice.flow()).contains(key(5, 1, 9, 80));
        assertThat(choice.flowAt(3)).contains(key(6, 1, 9, 80));
        assertThat(choice.strangers(2)).isEmpty();
        assertThat(choice.strangers(3)).containsExactly(key(7, 1, 9, 80));
    }
}
