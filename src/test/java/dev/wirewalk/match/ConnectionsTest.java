package dev.wirewalk.match;

import static dev.wirewalk.match.ObservedPacket.point;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.packet.TcpView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConnectionsTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<ObservedPacket> packets = new ArrayList<>();

    private void sent(long second, Direction direction, int number, int flags, int length) {
        packets.add(new ObservedPacket(
                packets.size() + 1,
                second * SECOND,
                direction,
                0,
                40 + length,
                0,
                false,
                number * 1_000L,
                1,
                flags,
                -1,
                length,
                length));
    }

    private void connection(long second, int number, boolean answered, boolean closed) {
        sent(second, Direction.FORWARD, number, TcpView.SYN, 0);
        if (answered) {
            sent(second, Direction.RETURN, number, TcpView.SYN | TcpView.ACK, 0);
            sent(second, Direction.RETURN, number, TcpView.ACK, 10);
        }
        if (closed) {
            sent(second, Direction.FORWARD, number, TcpView.FIN | TcpView.ACK, 0);
            sent(second, Direction.RETURN, number, TcpView.FIN | TcpView.ACK, 0);
        }
    }

    private Connections connections() {
        ObservedPacket[] all = packets.toArray(ObservedPacket[]::new);
        return new Connections(List.of(point("a", all), point("b", all)));
    }

    @Test
    void theFirstUnansweredOneIsFollowedAndThoseClosedLongAgoAreForgotten() {
        connection(0, 1, true, true);
        connection(10, 2, true, false);
        connection(400, 3, true, true);
        connection(500, 4, false, false);
        connection(510, 5, false, false);
        packets.removeIf(packet -> packet.sequence() == 2_000 && packet.payloadLength() > 0);

        Connections connections = connections();

        assertThat(connections.earlier()).isEqualTo(2);
        assertThat(connections.chosen())
                .allSatisfy(trace -> assertThat(trace.packets())
                        .singleElement()
                        .satisfies(packet -> assertThat(packet.sequence()).isEqualTo(4_000)));
    }

    @Test
    void withoutAnUnansweredOneThatWithoutDataFromTheServerIsFollowed() {
        sent(0, Direction.FORWARD, 0, TcpView.ACK, 5);
        connection(0, 1, true, true);
        connection(10, 2, true, true);
        packets.removeIf(packet -> packet.sequence() == 2_000 && packet.payloadLength() > 0);

        assertThat(connections().chosen().getFirst().packets())
                .hasSize(4)
                .allMatch(packet -> packet.sequence() == 2_000);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aScannerThatKeepsItsPortCostsNoMoreThanItsPackets() {
        int many = 50_000;
        for (int i = 1; i <= many; i++) {
            connection(i, i, i < many, true);
        }

        Connections connections = connections();

        assertThat(connections.chosen().getFirst().packets()).hasSize(3);
        assertThat(connections.earlier()).isEqualTo(240);
    }
}
