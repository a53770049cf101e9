package dev.wirewalk.capture.text.tcpdump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.ReadSketches;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import org.junit.jupiter.api.Test;

/** Packets in the words of tcpdump, old and new. */
class PacketTextTest {
    private final ReadSketches out = new ReadSketches();
    private PacketText text = new PacketText();
    private LineScanner line = new LineScanner("");

    private PacketView read(String words) {
        line = new LineScanner(words);
        PacketSketch sketch = new PacketSketch(new TextLine(1, 0, words));
        assertThat(text.read(line, sketch, out)).as(words).isTrue();
        text.remarks(1, 1, out);
        return ReadSketches.view(sketch);
    }

    private static IpAddress ip(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    @Test
    void relativeNumbersBecomeThoseOfTheWire() {
        TcpView tcp =
                read("IP 10.0.0.1.4000 > 10.0.0.2.443: Flags [S], seq 4294967290, win 64240, options [mss 1460,sackOK,TS val 7 ecr 0,nop,wscale 10], length 0")
                        .tcp();
        assertThat(tcp.sequence()).isEqualTo(4294967290L);
        assertThat(tcp.windowScale()).isEqualTo(10);
        assertThat(tcp.headerLength()).isEqualTo(40);
        tcp =
                read("IP 10.0.0.2.443 > 10.0.0.1.4000: Flags [S.], seq 70000, ack 4294967291, win 65160, options [mss 1400], length 0")
                        .tcp();
        assertThat(tcp.acknowledgement()).isEqualTo(4294967291L);
        PacketView data = read("IP 10.0.0.1.4000 > 10.0.0.2.443: Flags [P.], seq 1:80, ack 1, win 63, length 79");
        assertThat(data.tcp().sequence()).isEqualTo(4294967291L);
        assertThat(data.tcp().acknowledgement()).isEqualTo(70001);
        assertThat(data.payloadLength()).isEqualTo(79);
        tcp =
                read("IP 10.0.0.2.443 > 10.0.0.1.4000: Flags [.], ack 1, win 64, options [nop,nop,sack 1 {40:80}], length 0")
                        .tcp();
        assertThat(tcp.sequence()).isEqualTo(-1);
        assertThat(tcp.acknowledgement()).isEqualTo(4294967291L);
        assertThat(tcp.sackLeft(0)).isEqualTo(34);
    }

    @Test
    void absoluteNumbersAreRecognisedAndKept() {
        read("IP 10.0.0.1.4000 > 10.0.0.2.443: Flags [S], seq 2000000000, win 1, length 0");
        read("IP 10.0.0.2.443 > 10.0.0.1.4000: Flags [S.], seq 1000000000, ack 2000000001, win 1, length 0");
        TcpView tcp = read("IP 10.0.0.1.4000 > 10.0.0.2.443: Flags [.], ack 1000000001, win 1, length 0")
                .tcp();
        assertThat(tcp.acknowledgement()).isEqualTo(1000000001L);
        tcp =
                read("IP 10.0.0.1.4000 > 10.0.0.2.443: Flags [P.], seq 2000000001:2000000002, ack 1000000001, win 1, length 1")
                        .tcp();
        assertThat(tcp.sequence()).isEqualTo(2000000001L);
    }

    @Test
    void aConversationSeenFromTheMiddleCountsFromItsFirstSegment() {
        read(
                "IP 10.0.0.1.4000 > 10.0.0.2.443: Flags [P.], seq 3000000000:3000000100, ack 500000000, win 1, length 100");
        TcpView tcp = read("IP 10.0.0.2.443 > 10.0.0.1.4000: Flags [P.], seq 1:11, ack 100, win 1, length 10")
                .tcp();
        assertThat(tcp.sequence()).isEqualTo(500000000L);
        assertThat(tcp.acknowledgement()).isEqualTo(3000000100L);
    }

    @Test
    void aNumberWhoseBaseWasNotShownIsUnknown() {
        TcpView tcp = read("IP 10.0.0.1.4000 > 10.0.0.2.443: Flags [P.], seq 1:11, ack 1, win 1, length 10")
                .tcp();
        assertThat(tcp.sequence()).isEqualTo(-1);
        assertThat(tcp.acknowledgement()).isEqualTo(-1);
        read("IP 10.0.0.1.5000 > 10.0.0.2.443: Flags [.], ack 3000000000, win 1, length 0");
        tcp = read("IP 10.0.0.1.5000 > 10.0.0.2.443: Flags [P.], seq 0:10, ack 1, win 1, length 10")
                .tcp();
        assertThat(tcp.sequence()).isEqualTo(-1);
        assertThat(tcp.acknowledgement()).isEqualTo(3000000000L);
    }

    @Test
    void oldReleases() {
        PacketView syn = read(
                "10.0.0.1.4000 > server.example.org.www: S 928549246:928549246(0) win 32767 <mss 16396,sackOK,timestamp 13 0,nop,wscale 2> (DF) [tos 0x10]  (ttl 64, id 42376, len 60)");
        assertThat(syn.tcp().opens()).isTrue();
        assertThat(syn.destinationPort()).isEqualTo(80);
        assertThat(syn.tcp().timestamp()).isEqualTo(13);
        assertThat(syn.ip().dontFragment()).isTrue();
        assertThat(syn.ip().ttl()).isEqualTo(64);
        assertThat(syn.ip().identification()).isEqualTo(42376);
        assertThat(syn.payloadLength()).isZero();
        PacketView refused = read("IP 10.0.0.2.80 > 10.0.0.1.4000: R 0:0(0) ack 5 win 0 in slot1/tmm0 lis=/Common/vs");
        assertThat(refused.tcp().flags()).isEqualTo(0x14);
        assertThat(line.rest()).isEqualTo(" in slot1/tmm0 lis=/Common/vs");
        PacketView ack = read("10.0.0.1.4000 > 10.0.0.3.80: . ack 6 win 8192");
        assertThat(ack.tcp().flags()).isEqualTo(0x10);
        assertThat(ack.payloadLength()).isZero();
        PacketView fragment = read("10.0.0.1 > 10.0.0.2: (frag 218:52@1480)");
        assertThat(fragment.ip().fragmentOffset()).isEqualTo(1480);
        assertThat(fragment.ip().moreFragments()).isFalse();
        PacketView quoted = new PacketView();
        assertThat(read("10.0.0.2 > 10.0.0.1: icmp: 10.0.0.2 udp port 53 unreachable")
                        .quoted(quoted))
                .isTrue();
        assertThat(quoted.destinationPort()).isEqualTo(53);
        assertThat(quoted.ip().sourceAddress()).contains(ip("10.0.0.1"));
    }

    @Test
    void detailOfTheHeaders() {
        PacketView packet = read(
                "IP (tos 0x10, ttl 63, id 7056, offset 0, flags [DF], proto TCP (6), length 52)     10.0.0.1.4000 > 10.0.0.2.443: Flags [S], cksum 0x7d0b (incorrect -> 0x156e), seq 5, win 1, options [mss 1460,nop,nop,sackOK,nop,wscale 10], length 0");
        assertThat(packet.ip().ttl()).isEqualTo(63);
        assertThat(packet.payloadLength()).isZero();
        packet = read(
                "IP6 (class 0xc0, flowlabel 0x06343, hlim 1, next-header: TCP (6), length: 91) fe80::1.60541 > fe80::2.179: P 1:60(59) ack 1 win 17136 <nop,nop,timestamp 6 2>: BGP, length: 59");
        assertThat(packet.ip().ttl()).isEqualTo(1);
        assertThat(packet.destinationPort()).isEqualTo(179);
        assertThat(packet.payloadLength()).isEqualTo(59);
        packet = read(
                "02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1Q (0x8100), length 78: vlan 70, p 0, ethertype IPv4 (0x0800), 10.0.0.1.4000 > 10.0.0.2.53: 25071+ A? host.example. (30)");
        assertThat(packet.link().vlanId()).isEqualTo(70);
        assertThat(packet.originalLength()).isEqualTo(78);
        assertThat(packet.load(packet.payloadOffset(), 2)).isEqualTo(25071);
        assertThat(packet.load(packet.payloadOffset() + 12, 4)).isEqualTo(0x04686f73);
        packet = read(
                "0:0:d1:9d:7b:a8 ff:ff:ff:ff:ff:ff 8100 46: 802.1Q vlan#200 P0 arp who-has 192.168.0.1 tell 192.168.0.5");
        assertThat(packet.arp().targetAddress()).isEqualTo(ip("192.168.0.1").low());
        assertThat(packet.link().vlanId()).isEqualTo(200);
    }

    @Test
    void otherProtocols() {
        PacketView answer = read("IP 10.0.0.2.53 > 10.0.0.1.4000: 3622 NXDomain*- 0/1/0 (62)");
        assertThat(answer.load(answer.payloadOffset() + 2, 2)).isEqualTo(0x8403);
        assertThat(answer.payloadLength()).isEqualTo(62);
        PacketView echo = read("IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 9, seq 2, length 64");
        assertThat(echo.icmp().identifier()).isEqualTo(9);
        assertThat(echo.payloadLength()).isEqualTo(56);
        PacketView tooBig =
                read("IP 10.0.0.9 > 10.0.0.1: ICMP 10.0.0.2 unreachable - need to frag (mtu 1400), length 556");
        assertThat(tooBig.icmp().code()).isEqualTo(4);
        assertThat(tooBig.icmp().nextHopMtu()).isEqualTo(1400);
        PacketView sought =
                read("IP6 fe80::1 > ff02::1:ff00:1: ICMP6, neighbor solicitation, who has fe80::2, length 32");
        assertThat(sought.icmp().targetAddress()).contains(ip("fe80::2"));
        PacketView quiet = read("IP 10.0.0.1.4000 > 10.0.0.2.80: tcp 79");
        assertThat(quiet.tcp().flags()).isEqualTo(-1);
        assertThat(quiet.payloadLength()).isEqualTo(79);
        assertThat(read("IP 10.0.0.1 > 10.0.0.2: ESP(spi=0x0000000a,seq=0x2), length 100")
                        .payloadLength())
                .isEqualTo(100);
        assertThat(
                        read("IP 10.0.0.1 > 10.0.0.2: GREv0, length 88: IP 10.1.0.1 > 10.1.0.2: ICMP echo request, id 9, seq 2, length 64")
                                .ip()
                                .protocol())
                .isEqualTo(47);
    }

    @Test
    void theTextOfAResetIsKept() {
        read(
                "IP 10.0.0.2.80 > 10.0.0.1.4000: Flags [R.], cksum 0x8471 (correct), seq 1617159969:1617160027, ack 1936660873, win 5785, length 58 [RST+ BIG-IP: [0x1:2] {peer]");
        assertThat(out.events).singleElement().extracting("text").isEqualTo("BIG-IP: [0x1:2] {peer");
    }

    @Test
    void whatIsNoPacketIsLeftAlone() {
        for (String words :
                new String[] {"", "something > else", "a > b", "10.0.0.1", "10.0.0.1 > ", "IP", "5 packets captured"}) {
            line = new LineScanner(words);
            PacketSketch sketch = new PacketSketch(new TextLine(1, 0, words));
            if (!words.equals("IP")) {
                assertThat(text.read(line, sketch, out)).as(words).isFalse();
            }
            assertThat(line.position()).isZero();
        }
    }
}
