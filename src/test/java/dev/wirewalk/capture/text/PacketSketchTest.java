package dev.wirewalk.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is told of a packet reads as told, and everything else as unknown. */
class PacketSketchTest {
    private static final IpAddress CLIENT = IpAddress.v4(0x0A000001);
    private static final IpAddress SERVER = IpAddress.v4(0x0A000002);
    private static final IpAddress CLIENT6 = IpAddress.v6(0x20010DB8_00000000L, -2);
    private static final IpAddress SERVER6 = IpAddress.v6(0x20010DB8_00000000L, 2);

    private static PacketSketch sketch() {
        return new PacketSketch(new TextLine(1, 0, ""));
    }

    private static PacketView view(PacketSketch sketch) {
        SketchLayout layout = new SketchLayout();
        layout.lay(sketch);
        byte[] both = Arrays.copyOf(layout.bytes, layout.length * 2);
        System.arraycopy(layout.mask, 0, both, layout.length, layout.length);
        PacketView view = new PacketView();
        view.placePartlyTold(
                MemorySegment.ofArray(both), 0, layout.length, layout.wireLength, layout.linkType, layout.length);
        return view;
    }

    @Test
    void addressesAndFlagsAloneLeaveTheRestUnknown() {
        PacketView packet = view(sketch().addresses(CLIENT, SERVER).tcp(40000, 443, TcpView.SYN));
        assertThat(packet.ip().sourceAddress()).contains(CLIENT);
        assertThat(packet.ip().destinationAddress()).contains(SERVER);
        assertThat(packet.sourcePort()).isEqualTo(40000);
        assertThat(packet.destinationPort()).isEqualTo(443);
        assertThat(packet.tcp().opens()).isTrue();
        assertThat(packet.tcp().sequence()).isEqualTo(-1);
        assertThat(packet.tcp().window()).isEqualTo(-1);
        assertThat(packet.tcp().optionsKnown()).isFalse();
        assertThat(packet.ip().ttl()).isEqualTo(-1);
        assertThat(packet.ip().identification()).isEqualTo(-1);
        assertThat(packet.ip().dontFragmentKnown()).isFalse();
        assertThat(packet.ip().fragmentationKnown()).isFalse();
        assertThat(packet.ip().endOnWire()).isEqualTo(-1);
        assertThat(packet.payloadLength()).isEqualTo(-1);
        assertThat(packet.payloadLengthInFrame()).isEqualTo(-1);
        assertThat(packet.link().sourceMac()).isEqualTo(-1);
        assertThat(packet.truncated()).isFalse();
    }

    @Test
    void flagsThatAreNotShownAreNoFlags() {
        PacketView packet =
                view(sketch().addresses(CLIENT, SERVER).tcp(40000, 443, -1).payloadLength(79));
        assertThat(packet.tcp().present()).isTrue();
        assertThat(packet.tcp().flags()).isEqualTo(-1);
        assertThat(packet.tcp().opens()).isFalse();
        assertThat(packet.payloadLength()).isEqualTo(79);
        assertThat(packet.capturedPayloadLength()).isZero();
    }

    @Test
    void everythingToldOfASegmentIsRead() {
        PacketView packet = view(sketch().macs(0x020000000001L, 0x020000000002L)
                .vlan(70)
                .addresses(CLIENT, SERVER)
                .ttl(63)
                .identification(7056)
                .dontFragment(true)
                .fragment(0, false)
                .ipLength(52 + 8)
                .tcp(40000, 80, TcpView.SYN)
                .sequence(0xFFFF_FFFEL)
                .window(29200)
                .optionsTold()
                .segmentSize(1460)
                .sackPermitted()
                .timestamps(7, 0)
                .windowScale(10)
                .payloadLength(0));
        assertThat(packet.link().vlanId()).isEqualTo(70);
        assertThat(packet.link().sourceMac()).isEqualTo(0x020000000001L);
        assertThat(packet.ip().ttl()).isEqualTo(63);
        assertThat(packet.ip().identification()).isEqualTo(7056);
        assertThat(packet.ip().dontFragment()).isTrue();
        assertThat(packet.ip().fragment()).isFalse();
        assertThat(packet.tcp().sequence()).isEqualTo(0xFFFF_FFFEL);
        assertThat(packet.tcp().acknowledgement()).isZero();
        assertThat(packet.tcp().optionsKnown()).isTrue();
        assertThat(packet.tcp().maximumSegmentSize()).isEqualTo(1460);
        assertThat(packet.tcp().windowScale()).isEqualTo(10);
        assertThat(packet.tcp().timestamp()).isEqualTo(7);
        assertThat(packet.tcp().sackPermitted()).isTrue();
        assertThat(packet.payloadLength()).isZero();
    }

    @Test
    void ipv6AndUdpWithItsFirstBytes() {
        PacketView packet = view(sketch().addresses(CLIENT6, SERVER6)
                .udp(53124, 53)
                .payloadLength(40)
                .payload(new byte[] {1, 2, 3}));
        assertThat(packet.ip().sourceAddress()).contains(CLIENT6);
        assertThat(packet.payloadLength()).isEqualTo(40);
        assertThat(packet.capturedPayloadLength()).isEqualTo(3);
        assertThat(packet.load(packet.payloadOffset() + 2, 1)).isEqualTo(3);
        assertThat(packet.originalLength()).isEqualTo(88);
    }

    @Test
    void anErrorQuotesAPacket() {
        PacketSketch quoted = sketch().addresses(CLIENT, SERVER).udp(53124, 53);
        PacketView error = view(sketch().addresses(SERVER, CLIENT).icmp(3, 3).inside(quoted));
        PacketView other = new PacketView();
        assertThat(error.icmp().error()).isTrue();
        assertThat(error.quoted(other)).isTrue();
        assertThat(other.destinationPort()).isEqualTo(53);
        assertThat(other.ip().ttl()).isEqualTo(-1);
        assertThat(other.payloadLength()).isEqualTo(-1);
    }

    @Test
    void neighbourMessages() {
        PacketView request =
                view(sketch().addresses(CLIENT, CLIENT).target(SERVER).arp(1, -1, -1));
        assertThat(request.arp().operation()).isEqualTo(1);
        assertThat(request.arp().senderAddress()).isEqualTo(CLIENT.low());
        assertThat(request.arp().targetAddress()).isEqualTo(SERVER.low());
        assertThat(request.arp().senderMac()).isEqualTo(-1);
        PacketView solicitation =
                view(sketch().addresses(CLIENT6, SERVER6).icmp(135, 0).target(SERVER6));
        assertThat(solicitation.icmp().neighbourSolicitation()).isTrue();
        assertThat(solicitation.icmp().targetAddress()).contains(SERVER6);
    }

    @Test
    void aDumpIsThePacket() {
        PacketView packet = view(sketch().addresses(CLIENT, SERVER)
                .tcp(1, 2, 0)
                .frame(LinkType.RAW, new byte[] {0x45, 0, 0, 20, 0, 9, 0, 0, 7, 17, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2}, 60));
        assertThat(packet.ip().ttl()).isEqualTo(7);
        assertThat(packet.ip().identification()).isEqualTo(9);
        assertThat(packet.originalLength()).isEqualTo(60);
    }

    @Test
    void aLaterFragmentHasNoPorts() {
        PacketView packet = view(sketch().addresses(CLIENT, SERVER).protocol(17).fragment(1480, true));
        assertThat(packet.ip().fragmentOffset()).isEqualTo(1480);
        assertThat(packet.ip().moreFragments()).isTrue();
        assertThat(packet.sourcePort()).isEqualTo(-1);
    }

    @Test
    void withoutOptionsThePayloadOfATcpSegmentIsUnknown() {
        PacketView syn = view(sketch().addresses(CLIENT, SERVER).ipLength(60).tcp(40000, 80, TcpView.SYN));
        assertThat(syn.ip().endOnWire()).isEqualTo(60);
        assertThat(syn.payloadLength()).isEqualTo(-1);
        PacketView bothLengths = view(sketch().addresses(CLIENT, SERVER)
                .ipLength(60)
                .tcp(40000, 80, TcpView.SYN)
                .payloadLength(0));
        assertThat(bothLengths.payloadLength()).isZero();
        assertThat(bothLengths.tcp().optionsKnown()).isFalse();
    }
}
