package dev.wirewalk.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.FrameCursor;
import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConversationsTest {
    private static final int SYN_ACK = TcpView.SYN | TcpView.ACK;

    private final Conversations conversations = new Conversations();
    private long frames;

    private int add(Bytes packet, long nanos) {
        byte[] bytes = packet.toArray();
        FrameCursor frame = new FrameCursor(MemorySegment.ofArray(bytes));
        frame.onInterface(0, Optional.empty(), LinkType.RAW);
        for (long skipped = 0; skipped < frames; skipped++) {
            frame.skipNumber();
        }
        frames++;
        frame.moveTo(0, 0, bytes.length, bytes.length, nanos);
        return conversations.add(frame);
    }

    private static Bytes ip(int protocol, long from, long to, int length) {
        return Bytes.of("4500")
                .u16(20 + length)
                .hex("0000 0000 40")
                .u8(protocol)
                .hex("0000")
                .u32(from)
                .u32(to);
    }

    private static Bytes tcp(long from, int fromPort, long to, int toPort, long sequence, int flags, int payload) {
        return ip(PacketView.TCP, from, to, 20 + payload)
                .tcp(fromPort, toPort, sequence, 0, flags, "")
                .zeros(payload);
    }

    private static Endpoint end(long address, int port) {
        return new Endpoint(IpAddress.v4(address), port);
    }

    @Test
    void bothDirectionsAreOneConversationWhateverAddressIsLower() {
        for (long client : new long[] {5, 9}) {
            int first = add(tcp(client, 1000, 7, 80, 50, TcpView.SYN, 0), 10);
            assertThat(add(tcp(7, 80, client, 1000, 90, SYN_ACK, 0), 20)).isEqualTo(first);
            assertThat(add(tcp(client, 1000, 7, 80, 51, TcpView.ACK | TcpView.FIN, 30), 30))
                    .isEqualTo(first);
            assertThat(add(tcp(7, 80, client, 1000, 91, TcpView.RST, 0), 25)).isEqualTo(first);

            Conversation seen = conversations.get(first);
            assertThat(seen.client()).isEqualTo(end(client, 1000));
            assertThat(seen.server()).isEqualTo(end(7, 80));
            assertThat(seen.protocol()).isEqualTo(PacketView.TCP);
            Traffic forward = seen.forward();
            assertThat(List.of(forward.packets(), forward.bytes(), forward.dataPackets(), forward.dataBytes()))
                    .containsExactly(2L, 110L, 1L, 30L);
            assertThat(List.of(forward.firstNanos(), forward.lastNanos()))
                    .containsExactly(OptionalLong.of(10), OptionalLong.of(30));
            assertThat(List.of(forward.firstFrame(), forward.syns(), forward.synAcks(), forward.resets()))
                    .containsExactly(4L * first + 1, 1L, 0L, 0L);
            assertThat(forward.openingSequence()).hasValue(50);
            assertThat(forward.tcpFlags()).isEqualTo(0x13);
            assertThat(forward.fin()).isTrue();
            Traffic backward = seen.backward();
            assertThat(List.of(backward.packets(), backward.bytes(), backward.dataPackets(), backward.dataBytes()))
                    .containsExactly(2L, 80L, 0L, 0L);
            assertThat(List.of(backward.firstNanos(), backward.lastNanos()))
                    .containsExactly(OptionalLong.of(20), OptionalLong.of(25));
            assertThat(List.of(backward.firstFrame(), backward.syns(), backward.synAcks(), backward.resets()))
                    .containsExactly(4L * first + 2, 0L, 1L, 1L);
            assertThat(backward.openingSequence()).isEmpty();
            assertThat(backward.firstDataDigest()).isZero();
            assertThat(backward.tcpFlags()).isEqualTo(0x16);
            assertThat(backward.fin()).isFalse();
            assertThat(seen.opened()).isTrue();
            assertThat(seen.packets()).isEqualTo(4);
            assertThat(seen.bytes()).isEqualTo(190);
            assertThat(seen.firstFrame()).isEqualTo(4L * first + 1);
            assertThat(seen.firstNanos()).hasValue(10);
            assertThat(seen.lastNanos()).hasValue(30);
        }
    }

    @Test
    void aSynAckSeenFirstComesFromTheServer() {
        int index = add(ip(PacketView.TCP, 7, 5, 20).tcp(80, 1000, 90, 51, SYN_ACK, ""), 1);
        Conversation seen = conversations.get(index);
        assertThat(seen.client()).isEqualTo(end(5, 1000));
        assertThat(seen.forward().packets()).isZero();
        assertThat(seen.forward().firstFrame()).isZero();
        assertThat(seen.firstFrame()).isEqualTo(1);
        assertThat(seen.firstNanos()).hasValue(1);
        assertThat(add(tcp(5, 1000, 7, 80, 50, TcpView.SYN, 0), 2))
                .as("its SYN follows, out of order")
                .isEqualTo(index);
    }

    @Test
    void theSenderOfASynIsTheClientWhoeverWasSeenFirst() {
        int index = add(ip(PacketView.TCP, 7, 5, 20).tcp(80, 1000, 90, 51, TcpView.RST | TcpView.ACK, ""), 1);
        assertThat(conversations.get(index).client()).isEqualTo(end(7, 80));
        assertThat(conversations.get(index).opened()).isFalse();
        assertThat(add(tcp(5, 1000, 7, 80, 50, TcpView.SYN, 0), 2)).isEqualTo(index);
        assertThat(conversations.get(index).client()).isEqualTo(end(5, 1000));
        assertThat(conversations.get(index).opened()).isTrue();
        assertThat(conversations.get(index).backward().resets()).isEqualTo(1);
    }

    @Test
    void aSegmentWithoutANewByteIsRepeatedAlsoWhereNumbersWrap() {
        long last = 0xFFFF_FFFFL;
        int index = add(tcp(5, 1000, 7, 80, last - 9, TcpView.ACK, 10), 1);
        add(tcp(5, 1000, 7, 80, 0, TcpView.ACK, 10), 2);
        assertThat(conversations.get(index).forward().repeatedSegments()).isZero();
        add(tcp(5, 1000, 7, 80, last - 9, TcpView.ACK, 10), 3);
        add(tcp(7, 80, 5, 1000, 3, TcpView.ACK, 10), 4);
        add(tcp(5, 1000, 7, 80, 5, TcpView.ACK, 5), 5);
        add(tcp(5, 1000, 7, 80, 5, TcpView.ACK, 6), 6);
        add(tcp(5, 1000, 7, 80, 10, TcpView.ACK, 0), 7);
        Conversation seen = conversations.get(index);
        assertThat(seen.forward().repeatedSegments()).isEqualTo(2);
        assertThat(seen.forward().dataPackets()).isEqualTo(5);
        assertThat(seen.forward().dataBytes()).isEqualTo(41);
        assertThat(seen.backward().repeatedSegments()).isZero();
    }

    @Test
    void datagramsAreNoRepeatedSegments() {
        Bytes query = ip(PacketView.UDP, 5, 7, 10).hex("0400 0035 000a 0000 aabb");
        int index = add(query, 1);
        add(query, 2);
        assertThat(conversations.get(index).forward().dataPackets()).isEqualTo(2);
        assertThat(conversations.get(index).forward().repeatedSegments()).isZero();
    }

    @Test
    void theFirstDataIsKnownAgainElsewhere() {
        int here = add(ip(PacketView.UDP, 5, 7, 10).hex("0400 0035 000a 0000 aabb"), 1);
        add(ip(PacketView.UDP, 5, 7, 10).hex("0400 0035 000a 0000 ccdd"), 2);
        int translated = add(ip(PacketView.UDP, 6, 7, 10).hex("0401 0035 000a 0000 aabb"), 3);
        int other = add(ip(PacketView.UDP, 8, 7, 10).hex("0400 0035 000a 0000 aabc"), 4);
        long digest = conversations.get(here).forward().firstDataDigest();
        assertThat(conversations.get(translated).forward().firstDataDigest())
                .isEqualTo(digest)
                .isNotZero();
        assertThat(conversations.get(other).forward().firstDataDigest()).isNotEqualTo(digest);
    }

    @Test
    void anEchoReplySeenFirstComesFromTheServer() {
        int index = add(ip(PacketView.ICMP, 7, 5, 8).hex("0000 0000 0011 0001"), 1);
        assertThat(conversations.get(index).client()).isEqualTo(end(5, 0x11));
        int timestamp =
                add(ip(PacketView.ICMP, 5, 7, 20).hex("0d00 0000 0011 0001").zeros(12), 2);
        assertThat(timestamp).as("no echo has this identifier").isNotEqualTo(index);
    }

    @Test
    void aSynWithAnotherNumberIsAnotherConnection() {
        int first = add(tcp(5, 1000, 7, 80, 50, TcpView.SYN, 0), 1);
        add(tcp(7, 80, 5, 1000, 0, TcpView.RST, 0), 2);
        assertThat(add(tcp(5, 1000, 7, 80, 50, TcpView.SYN, 0), 3))
                .as("a repeated SYN")
                .isEqualTo(first);
        int second = add(tcp(5, 1000, 7, 80, 51, TcpView.SYN, 0), 4);
        assertThat(second).isNotEqualTo(first);
        assertThat(add(tcp(7, 80, 5, 1000, 9, SYN_ACK, 0), 5)).isEqualTo(second);
        add(tcp(5, 1001, 7, 80, 51, TcpView.SYN, 0), 6);

        List<Conversation> both = conversations.between(PacketView.TCP, end(7, 80), end(5, 1000));
        assertThat(both).extracting(Conversation::index).containsExactly(first, second);
        assertThat(both).extracting(Conversation::connection).containsExactly(1, 2);
        assertThat(both).extracting(Conversation::packets).containsExactly(3L, 2L);
        assertThat(conversations.between(PacketView.UDP, end(7, 80), end(5, 1000)))
                .isEmpty();
        assertThat(conversations.between(PacketView.TCP, end(7, 81), end(5, 1000)))
                .isEmpty();
    }

    @Test
    void aSynAfterTheMiddleOfAConnectionIsAnotherOne() {
        int first = add(tcp(5, 1000, 7, 80, 5000, TcpView.ACK, 10), 1);
        assertThat(add(tcp(5, 1000, 7, 80, 4999, TcpView.SYN, 0), 2)).isEqualTo(first);
        assertThat(add(tcp(5, 1000, 7, 80, 5000, TcpView.SYN, 0), 3)).isNotEqualTo(first);
    }

    @Test
    void echoesAreToldApartByTheirIdentifier() {
        int one = add(ip(PacketView.ICMP, 5, 7, 8).hex("0800 0000 0011 0001"), 1);
        assertThat(add(ip(PacketView.ICMP, 7, 5, 8).hex("0000 0000 0011 0001"), 2))
                .isEqualTo(one);
        assertThat(add(ip(PacketView.ICMP, 5, 7, 8).hex("0800 0000 0012 0001"), 3))
                .isNotEqualTo(one);
        int error = add(ip(PacketView.ICMP, 5, 7, 8).hex("0301 0000 0000 0000"), 4);
        assertThat(conversations.get(error).client().port()).isEqualTo(-1);
        assertThat(conversations.get(one).server()).isEqualTo(end(7, 0x11));
        assertThat(conversations.get(one).packets()).isEqualTo(2);
    }

    @Test
    void packetsWithoutIpBelongToNone() {
        assertThat(add(Bytes.of("00112233"), 1)).isEqualTo(-1);
        assertThat(conversations.count()).isZero();
    }

    @Test
    void timesMayBeMissing() {
        Conversation seen = conversations.get(add(tcp(5, 1, 7, 2, 3, TcpView.SYN, 0), Frame.NO_TIME));
        assertThat(seen.firstNanos()).isEmpty();
        assertThat(seen.lastNanos()).isEmpty();
    }

    @Test
    void endsOfTwoFamiliesHaveNothingInCommon() {
        assertThatThrownBy(() -> conversations.between(6, end(1, 1), new Endpoint(IpAddress.v6(0, 1), 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Endpoint(IpAddress.v6(0, 1), 80)).hasToString("[::1]:80");
        assertThat(end(0x0A00_0001L, -1)).hasToString("10.0.0.1");
    }

    /** The tables of numbers against a map of lists, over enough conversations to grow them several times. */
    @Test
    void countsLikeAMap() {
        Random random = new Random(11);
        Map<List<Long>, Integer> known = new HashMap<>();
        List<Long> packets = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            long from = random.nextInt(100);
            long to = random.nextInt(100);
            int fromPort = random.nextInt(3);
            int toPort = random.nextInt(3);
            boolean fromLower = from != to ? from < to : fromPort <= toPort;
            List<Long> key = fromLower
                    ? List.of(from, (long) fromPort, to, (long) toPort)
                    : List.of(to, (long) toPort, from, (long) fromPort);
            int expected = known.computeIfAbsent(key, _ -> {
                packets.add(0L);
                return packets.size() - 1;
            });
            packets.set(expected, packets.get(expected) + 1);
            frames = 0;
            assertThat(add(
                            ip(PacketView.UDP, from, to, 8)
                                    .u16(fromPort)
                                    .u16(toPort)
                                    .hex("0008 0000"),
                            i))
                    .isEqualTo(expected);
        }
        assertThat(conversations.count()).isEqualTo(packets.size()).isGreaterThan(10_000);
        assertThat(conversations.stream().map(Conversation::packets)).containsExactlyElementsOf(packets);
        known.forEach((key, index) -> assertThat(conversations.between(
                        PacketView.UDP,
                        end(key.get(0), key.get(1).intValue()),
                        end(key.get(2), key.get(3).intValue())))
                .extracting(Conversation::index)
                .containsExactly(index));
    }
}
