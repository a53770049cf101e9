package dev.wirewalk.packet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InnermostTest {
    private static Bytes nested(int levels) {
        Bytes packet = new Bytes();
        for (int level = levels; level > 0; level--) {
            packet.ipv4(4, 20 * level + 20);
        }
        return packet.ipv4(PacketView.TCP, 20).tcp(1024, 80, 7, 0, TcpView.SYN, "");
    }

    @Test
    void goesThroughSeveralTunnels() {
        Innermost innermost = new Innermost();
        for (int levels = 0; levels < 9; levels++) {
            PacketView outer = nested(levels).view(LinkType.RAW);
            PacketView inner = innermost.of(outer);
            assertThat(inner.sourcePort()).as(levels + " levels").isEqualTo(1024);
            assertThat(innermost.levels()).isEqualTo(levels);
            assertThat(inner.carriedBy()).isEqualTo(levels == 0 ? Tunnel.NONE : Tunnel.IP_IN_IP);
            assertThat(outer.sourcePort()).isEqualTo(levels == 0 ? 1024 : -1);
        }
    }

    @Test
    void endsWhereThePacketIsMadeToNeverEnd() {
        Innermost innermost = new Innermost();
        PacketView inner = innermost.of(nested(3000).view(LinkType.RAW));
        assertThat(innermost.levels()).isBetween(10, 20);
        assertThat(inner.sourcePort()).isEqualTo(-1);
    }

    @Test
    void whatCarriesNoIpIsNoTunnelToFollow() {
        Bytes frame = new Bytes().hex("000000000000 020000000001 0806").zeros(28);
        int length = frame.toArray().length;
        PacketView outer = new Bytes()
                .ipv4(PacketView.UDP, 16 + length)
                .u16(5000)
                .u16(4789)
                .u16(16 + length)
                .u16(0)
                .hex("0800000000000700")
                .bytes(frame.toArray())
                .view(LinkType.RAW);
        assertThat(new Innermost().of(outer)).isSameAs(outer);
        PacketView inside = new PacketView();
        assertThat(outer.carried(inside)).isTrue();
        assertThat(inside.carriedBy()).isEqualTo(Tunnel.VXLAN);
        assertThat(inside.arp().present()).isTrue();
    }
}
