package dev.wirewalk.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacketViewTest {
    @Test
    void tcpFieldsAndOptions() {
        String options = "020405b4 0402 080a 00000065 00000066 01 030307";
        PacketView packet = Bytes.ethernet(0x0800)
                .ipv4(PacketView.TCP, 40)
                .tcp(40000, 443, 0xFFFF_FFF0L, 0x8000_0001L, TcpView.SYN | TcpView.ACK, options)
                .view(LinkType.ETHERNET);
        TcpView tcp = packet.tcp();
        assertThat(packet.sourcePort()).isEqualTo(40000);
        assertThat(tcp.sequence()).isEqualTo(0xFFFF_FFF0L);
        assertThat(tcp.acknowledgement()).isEqualTo(0x8000_0001L);
        assertThat(tcp.flags()).isEqualTo(0x12);
        assertThat(tcp.window()).isEqualTo(512);
        assertThat(tcp.headerLength()).isEqualTo(40);
        assertThat(tcp.maximumSegmentSize()).isEqualTo(1460);
        assertThat(tcp.windowScale()).isEqualTo(7);
        assertThat(tcp.sackPermitted()).isTrue();
        assertThat(tcp.timestamp()).isEqualTo(0x65);
        assertThat(tcp.timestampEcho()).isEqualTo(0x66);
        assertThat(tcp.opens()).isFalse();
        assertThat(packet.ip().ttl()).isEqualTo(64);
        assertThat(packet.ip().identification()).isEqualTo(0x1234);
        assertThat(packet.ip().dontFragment()).isTrue();
    }

    @Test
    void sackBlocks() {
        TcpView tcp = Bytes.of("")
                .ipv4(PacketView.TCP, 40)
                .tcp(1, 2, 3, 4, TcpView.ACK, "0101 0512 00000010 00000020 80000000 80000001")
                .view(LinkType.RAW)
                .tcp();
        assertThat(tcp.sackBlocks()).isEqualTo(2);
        assertThat(tcp.sackLeft(0)).isEqualTo(0x10);
        assertThat(tcp.sackRight(1)).isEqualTo(0x8000_0001L);
        assertThat(tcp.sackLeft(2)).isEqualTo(-1);
        assertThat(tcp.sackPermitted()).isFalse();
    }

    @Test
    void damagedOptionsEndTheScan() {
        for (String options : new String[] {"00000000", "03010000", "08ff0000", "05000000", "00020405 b4000000"}) {
            TcpView tcp = Bytes.of("")
                    .ipv4(PacketView.TCP, 28)
                    .tcp(1, 2, 3, 4, TcpView.SYN, options)
                    .view(LinkType.RAW)
                    .tcp();
            assertThat(tcp.maximumSegmentSize()).as(options).isEqualTo(-1);
            assertThat(tcp.windowScale()).as(options).isEqualTo(-1);
            assertThat(tcp.timestamp()).as(options).isEqualTo(-1);
            assertThat(tcp.sackBlocks()).as(options).isZero();
        }
    }

    @Test
    void paddingIsNoPayload() {
        PacketView packet = Bytes.ethernet(0x0800)
                .ipv4(PacketView.TCP, 23)
                .tcp(1, 2, 3, 4, TcpView.ACK, "")
                .hex("616263")
                .zeros(3)
                .view(LinkType.ETHERNET);
        assertThat(packet.payloadOffset()).isEqualTo(54);
        assertThat(packet.payloadLength()).isEqualTo(3);
        assertThat(packet.capturedPayloadLength()).isEqualTo(3);
        assertThat(packet.load(54, 2)).isEqualTo(0x6162);
    }

    @Test
    void payloadCountsOnTheWireNotInTheCapture() {
        Bytes whole = Bytes.ethernet(0x0800)
                .ipv4(PacketView.TCP, 1020)
                .tcp(1, 2, 3, 4, TcpView.ACK, "")
                .zeros(1000);
        PacketView packet = whole.view(LinkType.ETHERNET, 60);
        assertThat(packet.payloadLength()).isEqualTo(1000);
        assertThat(packet.capturedPayloadLength()).isEqualTo(6);
        assertThat(packet.truncated()).as("no header is cut").isFalse();
    }

    @Test
    void lengthZeroIsSegmentationOffload() {
        byte[] offloaded = Bytes.ethernet(0x0800)
                .ipv4(PacketView.TCP, 3020)
                .tcp(1, 2, 3, 4, TcpView.ACK, "")
                .zeros(3000)
                .toArray();
        offloaded[16] = 0;
        offloaded[17] = 0;
        PacketView packet = new Bytes().bytes(offloaded).view(LinkType.ETHERNET, 80);
        assertThat(packet.payloadLength()).isEqualTo(3000);
        PacketView ipv6 = Bytes.ethernet(0x86DD)
                .ipv6(PacketView.TCP, 0)
                .tcp(1, 2, 3, 4, TcpView.ACK, "")
                .zeros(3000)
                .view(LinkType.ETHERNET, 80);
        assertThat(ipv6.payloadLength()).isEqualTo(3000);
    }

    @Test
    void aPacketShorterThanItsHeaderCarriesNothing() {
        byte[] packet = Bytes.of("")
                .ipv4(PacketView.TCP, 20)
                .tcp(1, 2, 3, 4, TcpView.ACK, "")
                .toArray();
        packet[3] = 19;
        PacketView view = new Bytes().bytes(packet).view(LinkType.RAW);
        assertThat(view.ip().present()).isTrue();
        assertThat(view.transport()).isEqualTo(-1);
        assertThat(view.sourcePort()).isEqualTo(-1);
    }

    @Test
    void udpPayloadIsByItsOwnLength() {
        PacketView packet = Bytes.of("")
                .ipv4(PacketView.UDP, 20)
                .u16(53)
                .u16(4000)
                .u16(13)
                .u16(0)
                .zeros(12)
                .view(LinkType.RAW);
        assertThat(packet.udpLength()).isEqualTo(13);
        assertThat(packet.payloadLength()).isEqualTo(5);
        assertThat(packet.tcp().flags()).isEqualTo(-1);
    }

    @Test
    void sctpHasPorts() {
        PacketView packet =
                Bytes.of("").ipv4(PacketView.SCTP, 12).u16(5).u16(6).zeros(8).view(LinkType.RAW);
        assertThat(packet.sourcePort()).isEqualTo(5);
        assertThat(packet.destinationPort()).isEqualTo(6);
        assertThat(packet.payloadLength()).isZero();
    }

    @Test
    void everyCutIsSeenAndNothingBehindItIsRead() {
        Bytes whole = Bytes.ethernet(0x0800)
                .ipv4(PacketView.TCP, 32)
                .tcp(1024, 80, 7, 8, TcpView.SYN, "020405b4 01030307 01010402");
        int length = whole.toArray().length;
        IntStream.range(0, length)
                .forEach(captured -> assertThat(
                                whole.view(LinkType.ETHERNET, captured).truncated())
                        .as("captured " + captured)
                        .isTrue());
        assertThat(whole.view(LinkType.ETHERNET, length).truncated()).isFalse();
        PacketView portsOnly = whole.view(LinkType.ETHERNET, 38);
        assertThat(portsOnly.destinationPort()).isEqualTo(80);
        assertThat(portsOnly.tcp().sequence()).isEqualTo(-1);
        assertThat(portsOnly.tcp().maximumSegmentSize()).isEqualTo(-1);
        assertThat(portsOnly.payloadLength()).isEqualTo(-1);
        assertThat(whole.view(LinkType.ETHERNET, 33).ip().present()).isFalse();
    }

    @Test
    void bytesOutsideTheMemoryAreRefused() {
        PacketView view = new PacketView();
        MemorySegment ten = MemorySegment.ofArray(new byte[10]);
        assertThatThrownBy(() -> view.place(ten, 4, 7, 7, LinkType.RAW)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> view.place(ten, 0, -1, 7, LinkType.RAW)).isInstanceOf(IndexOutOfBoundsException.class);
        view.place(ten, 4, 6, 6, LinkType.RAW);
        assertThat(view.load(5, 1)).isZero();
        assertThat(view.load(6, 1)).isEqualTo(-1);
        assertThat(view.load(-1, 1)).isEqualTo(-1);
    }
}
