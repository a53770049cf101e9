package dev.wirewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets with checksums that are computed from nothing before, and checked by adding everything up afterwards. */
class PacketPseudonymsTest {
    private static final int[] CLIENT = {10, 1, 2, 3};
    private static final int[] SERVER = {198, 51, 100, 7};
    private static final int[] ROUTER = {203, 0, 113, 9};

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void checksumsStayRightAndAddressesGo(int kind) {
        Random random = new Random(kind);
        for (int i = 0; i < 200; i++) {
            byte[] packet = switch (kind) {
                case 0 -> ip4(CLIENT, SERVER, 6, tcp(CLIENT, SERVER, random, new byte[0]));
                case 1 -> ip4(CLIENT, SERVER, 17, udp(CLIENT, SERVER, random, 53));
                case 2 ->
                    ip4(ROUTER, CLIENT, 1, error(ip4(CLIENT, SERVER, 6, tcp(CLIENT, SERVER, random, new byte[0]))));
                case 3 -> ip4(ROUTER, SERVER, 4, ip4(CLIENT, SERVER, 6, tcp(CLIENT, SERVER, random, new byte[0])));
                case 4 ->
                    ip4(
                            CLIENT,
                            SERVER,
                            6,
                            tcp(CLIENT, SERVER, random, HexFormat.of().parseHex("fe08001bc6336407")));
                default ->
                    ip4(
                            CLIENT,
                            SERVER,
                            6,
                            tcp(CLIENT, SERVER, random, HexFormat.of().parseHex("080a0000000100000002" + "0101")));
            };
            byte[] after = replaced(packet, true);
            assertThat(sum(after, 0, 20, 0)).as("IP header").isEqualTo(0xFFFF);
            transport(after, 0);
            assertThat(holds(after, CLIENT) || holds(after, SERVER) || holds(after, ROUTER))
                    .isFalse();
            assertThat(after).hasSameSizeAs(packet);
        }
    }

    @Test
    void whatWasWrongStaysAsWrong() {
        byte[] packet = ip4(CLIENT, SERVER, 6, tcp(CLIENT, SERVER, new Random(1), new byte[0]));
        packet[36] ^= 0x55;
        packet[10] ^= 0x11;
        byte[] after = replaced(packet, true);

        assertThat(sum(after, 0, 20, 0)).isNotEqualTo(0xFFFF);
        assertThat(sum(after, 20, after.length, pseudoHeader(after, 6))).isNotEqualTo(0xFFFF);
    }

    @Test
    void aDatagramWithoutAChecksumStaysWithout() {
        byte[] packet = ip4(CLIENT, SERVER, 17, udp(CLIENT, SERVER, new Random(1), 53));
        packet[26] = 0;
        packet[27] = 0;
        byte[] after = replaced(packet, true);
        assertThat(after[26]).isZero();
        assertThat(after[27]).isZero();
    }

    @Test
    void optionsThatMayNameSomebodyBecomePadding() {
        byte[] packet = ip4(
                CLIENT,
                SERVER,
                6,
                tcp(CLIENT, SERVER, new Random(1), HexFormat.of().parseHex("fe08001bc6336407")));
        assertThat(HexFormat.of().formatHex(replaced(packet, true), 40, 48)).isEqualTo("0101010101010101");
    }

    @Test
    void whatMayHoldAddressesInUnknownWaysIsRefused() {
        replaced(ip4(CLIENT, SERVER, 89, new byte[24]), false);
        byte[] routed = new byte[40 + 24 + 20];
        routed[0] = 0x60;
        routed[5] = 44;
        routed[6] = 43;
        routed[40] = 6;
        routed[41] = 2;
        routed[40 + 24 + 12] = 0x50;
        replaced(routed, false);
    }

    private static byte[] replaced(byte[] packet, boolean expected) {
        PacketView view = new PacketView();
        view.place(MemorySegment.ofArray(packet), 0, packet.length, packet.length, LinkType.RAW);
        PacketBytes bytes = new PacketBytes(packet, packet.length);
        assertThat(new PacketPseudonyms(Pseudonyms.fresh(), bytes).replace(view))
                .isEqualTo(expected);
        return bytes.after();
    }

    /** The checksums of what is in the packet whose IP header begins there, and of what that holds. */
    private static void transport(byte[] packet, int at) {
        int protocol = packet[at + 9];
        int begin = at + 20;
        switch (protocol) {
            case 1 -> {
                assertThat(sum(packet, begin, packet.length, 0)).as("ICMP").isEqualTo(0xFFFF);
                inner(packet, begin + 8);
            }
            case 4 -> inner(packet, begin);
            default ->
                assertThat(sum(packet, begin, packet.length, pseudoHeader(slice(packet, at), protocol)))
                        .as("protocol " + protocol)
                        .isEqualTo(0xFFFF);
        }
    }

    private static void inner(byte[] packet, int at) {
        assertThat(sum(packet, at, at + 20, 0)).as("inner IP header").isEqualTo(0xFFFF);
        transport(packet, at);
    }

    private static byte[] slice(byte[] packet, int at) {
        return java.util.Arrays.copyOfRange(packet, at, packet.length);
    }

    private static boolean holds(byte[] packet, int[] address) {
        for (int i = 0; i + 4 <= packet.length; i++) {
            boolean same = true;
            for (int j = 0; j < 4; j++) {
                same &= (packet[i + j] & 0xFF) == address[j];
            }
            if (same) {
                return true;
            }
        }
        return false;
    }

    private static byte[] ip4(int[] source, int[] destination, int protocol, byte[] data) {
        ByteBuffer packet = ByteBuffer.allocate(20 + data.length);
        packet.put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (20 + data.length))
                .putInt(0x1234_4000)
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0);
        address(packet, source);
        address(packet, destination);
        packet.put(data);
        return seal(packet.array(), 0, 20, 10, 0);
    }

    private static byte[] tcp(int[] source, int[] destination, Random random, byte[] options) {
        ByteBuffer segment = ByteBuffer.allocate(20 + options.length);
        segment.putShort((short) random.nextInt())
                .putShort((short) 80)
                .putInt(random.nextInt())
                .putInt(random.nextInt());
        segment.put((byte) (5 + options.length / 4 << 4))
                .put((byte) 0x10)
                .putShort((short) random.nextInt())
                .putInt(0)
                .put(options);
        return seal(
                segment.array(), 0, segment.capacity(), 16, pseudoHeader(source, destination, 6, segment.capacity()));
    }

    private static byte[] udp(int[] source, int[] destination, Random random, int port) {
        ByteBuffer datagram = ByteBuffer.allocate(8 + 5);
        datagram.putShort((short) random.nextInt())
                .putShort((short) port)
                .putShort((short) 13)
                .putShort((short) 0);
        datagram.put((byte) random.nextInt()).putInt(random.nextInt());
        return seal(datagram.array(), 0, 13, 6, pseudoHeader(source, destination, 17, 13));
    }

    private static byte[] error(byte[] quoted) {
        ByteBuffer message = ByteBuffer.allocate(8 + quoted.length);
        message.put((byte) 3).put((byte) 13).putShort((short) 0).putInt(0).put(quoted);
        return seal(message.array(), 0, message.capacity(), 2, 0);
    }

    private static void address(ByteBuffer packet, int[] address) {
        for (int part : address) {
            packet.put((byte) part);
        }
    }

    private static byte[] seal(byte[] bytes, int from, int to, int checksum, long more) {
        int sum = ~sum(bytes, from, to, more) & 0xFFFF;
        bytes[checksum] = (byte) (sum >>> 8);
        bytes[checksum + 1] = (byte) sum;
        return bytes;
    }

    private static long pseudoHeader(int[] source, int[] destination, int protocol, int length) {
        return (long) (source[0] << 8)
                + source[1]
                + (source[2] << 8)
                + source[3]
                + (destination[0] << 8)
                + destination[1]
                + (destination[2] << 8)
                + destination[3]
                + protocol
                + length;
    }

    private static long pseudoHeader(byte[] packet, int protocol) {
        int[] parts = new int[8];
        for (int i = 0; i < 8; i++) {
            parts[i] = packet[12 + i] & 0xFF;
        }
        return pseudoHeader(
                new int[] {parts[0], parts[1], parts[2], parts[3]},
                new int[] {parts[4], parts[5], parts[6], parts[7]},
                protocol,
                packet.length - 20);
    }

    /** RFC 1071. */
    private static int sum(byte[] bytes, int from, int to, long more) {
        long sum = more;
        for (int i = from; i < to; i++) {
            sum += (long) (bytes[i] & 0xFF) << ((i - from & 1) == 0 ? 8 : 0);
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return (int) sum;
    }
}
