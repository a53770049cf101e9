package dev.wirewalk.match;

import static dev.wirewalk.match.SeenPacket.echo;
import static dev.wirewalk.match.SeenPacket.ip;
import static dev.wirewalk.match.SeenPacket.tcp;
import static dev.wirewalk.match.SeenPacket.udp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import dev.wirewalk.topology.FlowProtocol;
import org.junit.jupiter.api.Test;

class FlowPacketsTest {
    private static FlowPackets of(FlowProtocol protocol, Bytes... seen) {
        boolean ping = protocol == FlowProtocol.ICMP;
        FlowPackets packets =
                new FlowPackets(new FlowKey(protocol, IpAddress.v4(5), 1001, IpAddress.v4(9), ping ? 0 : 80));
        for (Bytes packet : seen) {
            packets.add("file", SeenPacket.frame(packet, 1));
        }
        return packets;
    }

    private static Bytes unreachable(Bytes quoted) {
        byte[] bytes = quoted.toArray();
        return ip(PacketView.ICMP, 3, 5, 8 + bytes.length)
                .hex("0301 0000 0000 0000")
                .bytes(bytes);
    }

    @Test
    void bothEndsHaveToFit() {
        assertThat(of(
                                FlowProtocol.TCP,
                                tcp(5, 1001, 9, 80, 1, TcpView.SYN, ""),
                                tcp(9, 80, 5, 1001, 2, TcpView.ACK, "aa"),
                                tcp(5, 80, 9, 1001, 3, TcpView.ACK, ""),
                                tcp(9, 1001, 5, 80, 4, TcpView.ACK, ""),
                                tcp(5, 1002, 9, 80, 5, TcpView.ACK, ""),
                                tcp(6, 1001, 9, 80, 6, TcpView.ACK, ""),
                                tcp(5, 1001, 8, 80, 7, TcpView.ACK, ""),
                                udp(5, 1001, 9, 80, ""))
                        .packets())
                .satisfiesExactly(
                        syn -> {
                            assertThat(syn.direction()).isEqualTo(Direction.FORWARD);
                            assertThat(syn.sequence()).isEqualTo(1);
                            assertThat(syn.digest()).isZero();
                        },
                        data -> {
                            assertThat(data.direction()).isEqualTo(Direction.RETURN);
                            assertThat(data.sequence()).isEqualTo(2);
                            assertThat(data.head()).containsExactly(0xAA);
                            assertThat(data.digest()).isNotZero();
                        });
    }

    @Test
    void fragmentsBehindTheFirstAreKnownByTheirAddresses() {
        assertThat(of(
                                FlowProtocol.UDP,
                                ip(PacketView.UDP, 5, 9, 8, 100).zeros(8),
                                ip(PacketView.UDP, 9, 5, 8, 100).zeros(8),
                                ip(PacketView.TCP, 5, 9, 8, 100).zeros(8),
                                ip(PacketView.UDP, 5, 8, 8, 100).zeros(8))
                        .packets())
                .extracting(Observation::direction, Observation::fragmentOffset)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Direction.FORWARD, 800),
                        org.assertj.core.groups.Tuple.tuple(Direction.RETURN, 800));
    }

    @Test
    void pingsAreKnownByTheirIdentifier() {
        assertThat(of(FlowProtocol.ICMP, echo(5, 9, true, 1001), echo(9, 5, false, 1001), echo(5, 9, true, 1002))
                        .packets())
                .extracting(Observation::direction)
                .containsExactly(Direction.FORWARD, Direction.RETURN);
    }

    @Test
    void errorsAreKnownByWhatTheyQuote() {
        FlowPackets seen = of(
                FlowProtocol.TCP,
                unreachable(tcp(5, 1001, 9, 80, 1, TcpView.SYN, "")),
                unreachable(tcp(9, 80, 5, 1001, 1, TcpView.ACK, "")),
                unreachable(tcp(5, 1002, 9, 80, 1, TcpView.SYN, "")),
                unreachable(udp(5, 1001, 9, 80, "")));
        assertThat(seen.packets()).isEmpty();
        assertThat(seen.errors()).extracting(IcmpError::about).containsExactly(Direction.FORWARD, Direction.RETURN);
        assertThat(seen.errors().getFirst().source()).isEqualTo(IpAddress.v4(3));
        assertThat(of(FlowProtocol.ICMP, unreachable(echo(5, 9, true, 1001)), unreachable(echo(5, 9, true, 1)))
                        .errors())
                .hasSize(1);
    }
}
