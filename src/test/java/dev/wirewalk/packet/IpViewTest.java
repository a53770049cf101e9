package dev.wirewalk.packet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IpViewTest {
    @Test
    void optionsPushTheTransportHeaderBack() {
        PacketView packet = Bytes.of("47000030 0001 0000 40 06 0000 0a000001 0a000002 0101010101010100")
                .tcp(1, 2, 3, 4, TcpView.ACK, "")
                .view(LinkType.IPV4);
        assertThat(packet.ip().transportOffset()).isEqualTo(28);
        assertThat(packet.destinationPort()).isEqualTo(2);
        assertThat(packet.payloadLength()).isZero();
    }

    @Test
    void laterFragmentsHaveNoPorts() {
        PacketView first = Bytes.of("4500002c 0001 2000 40 11 0000 0a000001 0a000002")
                .hex("0035 1000 0100 0000")
                .zeros(16)
                .view(LinkType.IPV4);
        assertThat(first.ip().fragment()).isTrue();
        assertThat(first.sourcePort()).isEqualTo(53);
        PacketView later = Bytes.of("4500002c 0001 2003 40 11 0000 0a000001 0a000002")
                .zeros(24)
                .view(LinkType.IPV4);
        assertThat(later.ip().fragmentOffset()).isEqualTo(24);
        assertThat(later.ip().moreFragments()).isTrue();
        assertThat(later.ip().protocol()).isEqualTo(PacketView.UDP);
        assertThat(later.transport()).isEqualTo(-1);
        assertThat(later.sourcePort()).isEqualTo(-1);
        assertThat(later.payloadLength()).isEqualTo(24);
    }

    @Test
    void extensionHeadersAreWalked() {
        PacketView packet = new Bytes()
                .ipv6(0, 56)
                .hex("2b 00 0000 00000000")
                .hex("2c 01 0000 00000000 0000000000000000")
                .hex("3a 00 0000 00000009")
                .hex("80 00 0000 0001 0002")
                .zeros(16)
                .view(LinkType.IPV6);
        assertThat(packet.ip().nextHeader()).isZero();
        assertThat(packet.ip().protocol()).isEqualTo(PacketView.ICMPV6);
        assertThat(packet.ip().identification()).isEqualTo(9);
        assertThat(packet.icmp().echoRequest()).isTrue();
        assertThat(packet.icmp().sequence()).isEqualTo(2);
        assertThat(packet.ip().ttl()).isEqualTo(63);
        assertThat(packet.payloadLength()).isEqualTo(16);
    }

    @Test
    void laterIpv6FragmentEndsTheWalk() {
        PacketView packet = new Bytes()
                .ipv6(44, 24)
                .hex("3c 00 0009 00000009")
                .hex("0600000000000000 0000000000000000")
                .view(LinkType.IPV6);
        assertThat(packet.ip().fragmentOffset()).isEqualTo(8);
        assertThat(packet.ip().moreFragments()).isTrue();
        assertThat(packet.ip().protocol()).isEqualTo(60);
        assertThat(packet.transport()).isEqualTo(-1);
        assertThat(packet.payloadOffset()).isEqualTo(48);
    }

    @Test
    void anotherVersionThanTheEtherTypeSaysIsNoHeader() {
        assertThat(Bytes.of("65000014 0001 0000 40 06 0000 0a000001 0a000002")
                        .view(LinkType.IPV4)
                        .ip()
                        .present())
                .isFalse();
        assertThat(Bytes.of("43000014 0001 0000 40 06 0000 0a000001 0a000002")
                        .view(LinkType.IPV4)
                        .ip()
                        .present())
                .as("a header of 12 bytes")
                .isFalse();
    }

    @Test
    void absentHeaderAnswersWithAbsentFields() {
        IpView ip = Bytes.of("00").view(LinkType.RAW).ip();
        assertThat(ip.version()).isEqualTo(-1);
        assertThat(ip.sourceAddress()).isEmpty();
        assertThat(ip.sourceLow()).isEqualTo(-1);
        assertThat(ip.ttl()).isEqualTo(-1);
        assertThat(ip.identification()).isEqualTo(-1);
        assertThat(ip.fragmentOffset()).isEqualTo(-1);
        assertThat(ip.fragment()).isFalse();
        assertThat(ip.nextHeader()).isEqualTo(-1);
        assertThat(ip.dontFragment()).isFalse();
    }
}
