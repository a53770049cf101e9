package dev.wirewalk.dialect;

import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Frames in which a display filter finds more than a capture filter: random packets behind a VLAN tag, in tunnels, quoted by an
 * ICMP error, behind an IPv6 extension header, and cut into fragments that Wireshark puts together again.
 */
final class TrapFrames {
    private static final int ETHERNET = 14;

    private final Random random;

    private TrapFrames(long seed) {
        random = new Random(seed);
    }

    static List<byte[]> some(long seed, int packets) {
        TrapFrames traps = new TrapFrames(seed);
        List<byte[]> frames = new ArrayList<>();
        for (TestPacket packet : RandomPackets.some(seed, packets)) {
            frames.addAll(traps.around(packet));
        }
        return frames;
    }

    private List<byte[]> around(TestPacket packet) {
        byte[] frame = packet.frame();
        boolean four = packet.network() == Network.IPV4;
        boolean six = packet.network() == Network.IPV6;
        byte[] inside = java.util.Arrays.copyOfRange(frame, ETHERNET, frame.length);
        return switch (random.nextInt(9)) {
            case 0 -> List.of(tagged(frame, 0x8100));
            case 1 -> List.of(tagged(tagged(frame, 0x8100), 0x88A8));
            case 2 -> four || six ? List.of(ip4(four ? 4 : 41, inside)) : List.of(tagged(frame, 0x8100));
            case 3 -> four || six ? List.of(ip6(four ? 4 : 41, inside)) : List.of(frame);
            case 4 -> four ? List.of(ip4(1, joined(new byte[] {3, 3, 0, 0, 0, 0, 0, 0}, inside))) : List.of(frame);
            case 5 -> List.of(ip4(17, joined(vxlan(frame.length), frame)));
            case 6 -> six ? List.of(behindOptions(frame)) : List.of(frame);
            default -> four && packet.transportAt() >= 0 ? fragments(frame) : List.of(frame);
        };
    }

    private static byte[] tagged(byte[] frame, int type) {
        return ByteBuffer.allocate(frame.length + 4)
                .put(frame, 0, 12)
                .putShort((short) type)
                .putShort((short) 100)
                .put(frame, 12, frame.length - 12)
                .array();
    }

    private static byte[] ethernet(int type, byte[] inside) {
        return ByteBuffer.allocate(ETHERNET + inside.length)
                .putInt(0x02000000)
                .position(12)
                .putShort((short) type)
                .put(inside)
                .array();
    }

    private byte[] ip4(int protocol, byte[] inside) {
        ByteBuffer packet = ByteBuffer.allocate(20 + inside.length);
        packet.putShort((short) 0x4500).putShort((short) packet.capacity()).putInt(random.nextInt() & 0xFFFF0000);
        packet.put((byte) 64).put((byte) protocol).putShort((short) 0);
        packet.putInt(0x0A090909).putInt(0x0A020202).put(inside);
        return ethernet(0x0800, packet.array());
    }

    private static byte[] ip6(int next, byte[] inside) {
        ByteBuffer packet = ByteBuffer.allocate(40 + inside.length);
        packet.putInt(0x6000_0000)
                .putShort((short) inside.length)
                .put((byte) next)
                .put((byte) 64);
        packet.putLong(0x20010DB8_00000000L)
                .putLong(9)
                .putLong(0x20010DB8_00000000L)
                .putLong(2)
                .put(inside);
        return ethernet(0x86DD, packet.array());
    }

    private static byte[] vxlan(int length) {
        return ByteBuffer.allocate(16)
                .putShort((short) 53)
                .putShort((short) 4789)
                .putShort((short) (16 + length))
                .putShort((short) 0)
                .putInt(0x0800_0000)
                .putInt(0x0000_6400)
                .array();
    }

    /** Hop-by-hop options with one padding option in front of what is there. */
    private static byte[] behindOptions(byte[] frame) {
        ByteBuffer longer = ByteBuffer.allocate(frame.length + 8).put(frame, 0, ETHERNET + 40);
        longer.put(frame[ETHERNET + 6])
                .put((byte) 0)
                .put((byte) 1)
                .put((byte) 4)
                .putInt(0);
        longer.put(frame, ETHERNET + 40, frame.length - ETHERNET - 40);
        longer.put(ETHERNET + 6, (byte) 0);
        return longer.putShort(ETHERNET + 4, (short) (frame.length - ETHERNET - 40 + 8))
                .array();
    }

    /** Two fragments that make the whole again, in one order or the other. */
    private List<byte[]> fragments(byte[] frame) {
        int header = (frame[ETHERNET] & 0x0F) * 4;
        int cut = 24 + 8 * random.nextInt(6);
        int payload = frame.length - ETHERNET - header;
        short name = (short) random.nextInt();
        List<byte[]> fragments =
                new ArrayList<>(List.of(fragment(frame, name, 0, cut), fragment(frame, name, cut, payload - cut)));
        if (random.nextBoolean()) {
            Collections.reverse(fragments);
        }
        return fragments;
    }

    private static byte[] fragment(byte[] frame, short name, int from, int length) {
        int header = ETHERNET + (frame[ETHERNET] & 0x0F) * 4;
        ByteBuffer fragment =
                ByteBuffer.allocate(header + length).put(frame, 0, header).put(frame, header + from, length);
        fragment.putShort(ETHERNET + 2, (short) (header - ETHERNET + length)).putShort(ETHERNET + 4, name);
        return fragment.putShort(ETHERNET + 6, (short) (from == 0 ? 0x2000 : from / 8))
                .array();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
