package dev.wirewalk.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import org.junit.jupiter.api.Test;

class IcmpAndArpTest {
    @Test
    void fragmentationNeededQuotesThePacketThatWasTooBig() {
        PacketView packet = Bytes.ethernet(0x0800)
                .ipv4(PacketView.ICMP, 36)
                .hex("03 04 0000 0000 0578")
                .ipv4(PacketView.TCP, 1480)
                .hex("0400 0050 00000007")
                .view(LinkType.ETHERNET);
        assertThat(packet.icmp().type()).isEqualTo(3);
        assertThat(packet.icmp().code()).isEqualTo(4);
        assertThat(packet.icmp().nextHopMtu()).isEqualTo(1400);
        assertThat(packet.icmp().identifier()).isEqualTo(-1);
        PacketView quoted = new PacketView();
        assertThat(packet.quoted(quoted)).isTrue();
        assertThat(quoted.ip().destinationAddress()).contains(IpAddress.v4(0x0A00_0002L));
        assertThat(quoted.sourcePort()).isEqualTo(1024);
        assertThat(quoted.tcp().sequence()).isEqualTo(7);
        assertThat(quoted.tcp().flags()).isEqualTo(-1);
        assertThat(packet.payloadLength()).isEqualTo(28);
    }

    @Test
    void aPacketWithoutQuoteLeavesTheOtherViewAlone() {
        PacketView other = Bytes.of("").ipv4(PacketView.TCP, 0).view(LinkType.RAW);
        PacketView echo = Bytes.of("")
                .ipv4(PacketView.ICMP, 8)
                .hex("08 00 0000 0102 0304")
                .view(LinkType.RAW);
        assertThat(echo.quoted(other)).isFalse();
        assertThat(other.ip().present()).isTrue();
        assertThat(echo.icmp().identifier()).isEqualTo(0x0102);
        assertThat(echo.icmp().sequence()).isEqualTo(0x0304);
        PacketView cut = Bytes.of("")
                .ipv4(PacketView.ICMP, 36)
                .hex("0b00 0000 00000000")
                .zeros(28)
                .view(LinkType.RAW, 28);
        assertThat(cut.quoted(other)).isFalse();
    }

    @Test
    void packetTooBigOfIpv6() {
        PacketView packet = new Bytes()
                .ipv6(PacketView.ICMPV6, 56)
                .hex("02 00 0000 00000500")
                .ipv6(PacketView.UDP, 1000)
                .hex("0035 1000 03e8 0000")
                .view(LinkType.IPV6);
        assertThat(packet.icmp().nextHopMtu()).isEqualTo(1280);
        PacketView quoted = new PacketView();
        assertThat(packet.quoted(quoted)).isTrue();
        assertThat(quoted.sourcePort()).isEqualTo(53);
        assertThat(quoted.payloadLength()).isEqualTo(992);
    }

    @Test
    void neighbourDiscovery() {
        PacketView asks = new Bytes()
                .ipv6(PacketView.ICMPV6, 32)
                .hex("87 00 0000 00000000 20010db800000000000000000000000f 0101 020000000001")
                .view(LinkType.IPV6);
        assertThat(asks.icmp().neighbourSolicitation()).isTrue();
        assertThat(asks.icmp().targetAddress()).hasToString("Optional[2001:db8::f]");
        assertThat(asks.icmp().neighbourMac()).isEqualTo(0x0200_0000_0001L);
        PacketView answers = new Bytes()
                .ipv6(PacketView.ICMPV6, 40)
                .hex("88 00 0000 60000000 20010db800000000000000000000000f 0e01 000000000000 0201 020000000007")
                .view(LinkType.IPV6);
        assertThat(answers.icmp().neighbourAdvertisement()).isTrue();
        assertThat(answers.icmp().neighbourMac()).isEqualTo(0x0200_0000_0007L);
        PacketView broken = new Bytes()
                .ipv6(PacketView.ICMPV6, 32)
                .hex("88 00 0000 60000000 20010db800000000000000000000000f 0100 000000000000")
                .view(LinkType.IPV6);
        assertThat(broken.icmp().neighbourMac()).as("an option of length 0").isEqualTo(-1);
    }

    @Test
    void arp() {
        Bytes request = Bytes.ethernet(0x0806).hex("0001 0800 06 04 0001 020000000001 0a000001 000000000000 0a000009");
        ArpView arp = request.view(LinkType.ETHERNET).arp();
        assertThat(arp.operation()).isEqualTo(ArpView.REQUEST);
        assertThat(arp.senderMac()).isEqualTo(0x0200_0000_0001L);
        assertThat(arp.senderAddress()).isEqualTo(0x0A00_0001L);
        assertThat(arp.targetMac()).isZero();
        assertThat(arp.targetAddress()).isEqualTo(0x0A00_0009L);
        assertThat(arp.reverse()).isFalse();
        PacketView cut = request.view(LinkType.ETHERNET, 38);
        assertThat(cut.truncated()).isTrue();
        assertThat(cut.arp().senderAddress()).isEqualTo(0x0A00_0001L);
        assertThat(cut.arp().targetAddress()).isEqualTo(-1);
        assertThat(cut.payloadLength()).isEqualTo(-1);
    }

    @Test
    void arpOfOtherAddressesKeepsOnlyItsOperation() {
        ArpView arp = Bytes.ethernet(0x8035)
                .hex("0001 0800 08 04 0003")
                .zeros(30)
                .view(LinkType.ETHERNET)
                .arp();
        assertThat(arp.reverse()).isTrue();
        assertThat(arp.operation()).isEqualTo(3);
        assertThat(arp.senderAddress()).isEqualTo(-1);
    }
}
