package dev.wirewalk.packet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkViewTest {
    private static final int SYN_LENGTH = 20;

    private static Bytes withSyn(Bytes link) {
        return link.ipv4(PacketView.TCP, SYN_LENGTH).tcp(1024, 80, 7, 0, TcpView.SYN, "");
    }

    private static void carriesTheSyn(PacketView packet) {
        assertThat(packet.ip().sourceAddress()).hasToString("Optional[10.0.0.1]");
        assertThat(packet.destinationPort()).isEqualTo(80);
        assertThat(packet.tcp().opens()).isTrue();
        assertThat(packet.truncated()).isFalse();
    }

    @Test
    void ethernet() {
        PacketView packet = withSyn(Bytes.ethernet(0x0800)).view(LinkType.ETHERNET);
        carriesTheSyn(packet);
        assertThat(packet.link().destinationMac()).isEqualTo(0x0200_0000_0002L);
        assertThat(packet.link().sourceMac()).isEqualTo(0x0200_0000_0001L);
        assertThat(packet.link().vlanId()).isEqualTo(-1);
        assertThat(packet.link().outgoing()).isFalse();
    }

    @Test
    void vlanTagsArePeeledAndKept() {
        Bytes tagged =
                Bytes.ethernet(0x88A8).u16(0x6064).u16(0x8100).u16(0xA0C8).u16(0x0800);
        PacketView packet = withSyn(tagged).view(LinkType.ETHERNET);
        carriesTheSyn(packet);
        assertThat(packet.link().vlanCount()).isEqualTo(2);
        assertThat(packet.link().vlanId()).isEqualTo(0x064);
        assertThat(packet.link().vlanId(1)).isEqualTo(0x0C8);
        assertThat(packet.link().vlanId(2)).isEqualTo(-1);
        assertThat(packet.link().networkOffset()).isEqualTo(22);
    }

    @Test
    void linuxCooked() {
        Bytes cooked = Bytes.of("0004 0001 0006 020000000009 0000 0800");
        PacketView packet = withSyn(cooked).view(LinkType.LINUX_COOKED);
        carriesTheSyn(packet);
        assertThat(packet.link().outgoing()).isTrue();
        assertThat(packet.link().sourceMac()).isEqualTo(0x0200_0000_0009L);
        assertThat(packet.link().interfaceIndex()).isEqualTo(-1);
    }

    @Test
    void linuxCookedVersion2WithVlanTag() {
        Bytes cooked = Bytes.of("8100 0000 00000007 0001 03 06 020000000009 0000 0046 0800");
        PacketView packet = withSyn(cooked).view(LinkType.LINUX_COOKED_2);
        carriesTheSyn(packet);
        assertThat(packet.link().interfaceIndex()).isEqualTo(7);
        assertThat(packet.link().packetType()).isEqualTo(3);
        assertThat(packet.link().outgoing()).isFalse();
        assertThat(packet.link().vlanId()).isEqualTo(0x46);
        assertThat(packet.link().destinationMac()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"12,''", "14,''", "101,''", "228,''", "0,02000000", "0,00000002", "108,00000002"})
    void withoutHardwareAddresses(int linkType, String header) {
        carriesTheSyn(withSyn(Bytes.of(header)).view(new LinkType(linkType)));
    }

    @ParameterizedTest
    @CsvSource({"101,''", "229,''", "0,0a000000", "0,18000000", "0,1c000000", "0,0000001e", "108,00000018"})
    void ipv6WithoutHardwareAddresses(int linkType, String header) {
        PacketView packet = Bytes.of(header)
                .ipv6(PacketView.TCP, SYN_LENGTH)
                .tcp(1024, 80, 7, 0, TcpView.SYN, "")
                .view(new LinkType(linkType));
        assertThat(packet.ip().destinationAddress()).hasToString("Optional[2001:db8::2]");
        assertThat(packet.destinationPort()).isEqualTo(80);
    }

    @Test
    void unknownLinkTypeHasNoHeaders() {
        PacketView packet = withSyn(Bytes.ethernet(0x0800)).view(new LinkType(147));
        assertThat(packet.ip().present()).isFalse();
        assertThat(packet.sourcePort()).isEqualTo(-1);
        assertThat(packet.link().type().decoded()).isFalse();
        assertThat(packet.link().type()).hasToString("LINKTYPE 147");
    }

    @Test
    void cutTagIsTruncation() {
        PacketView packet = Bytes.ethernet(0x8100).u16(5).u16(0x0800).view(LinkType.ETHERNET, 15);
        assertThat(packet.truncated()).isTrue();
        assertThat(packet.link().vlanId()).isEqualTo(-1);
        assertThat(packet.link().etherType()).isEqualTo(-1);
    }
}
