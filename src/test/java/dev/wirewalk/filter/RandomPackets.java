package dev.wirewalk.filter;

import static dev.wirewalk.filter.TrafficPool.pick;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Seeded random Ethernet frames: IPv4 (with and without options, whole, first and later fragments), IPv6 (with and without a
 * fragment header), ARP, RARP and a foreign EtherType; TCP, UDP, SCTP, ICMP, ICMPv6 and other protocols. Every frame is
 * longer than any test of {@link RandomFilters} reads, because a BPF load behind the end rejects the whole filter.
 */
public final class RandomPackets {
    private static final int LENGTH = 160;

    private final Random random;

    public RandomPackets(long seed) {
        random = new Random(seed);
    }

    public static List<TestPacket> some(long seed, int count) {
        RandomPackets packets = new RandomPackets(seed);
        List<TestPacket> result = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            result.add(packets.next());
        }
        return result;
    }

    /** The same kinds, besides that frames of all lengths, with MAC addresses, VLAN tags and labels of a few. */
    public static List<TestPacket> whole(long seed, int count) {
        RandomPackets packets = new RandomPackets(seed);
        List<TestPacket> result = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            result.add(packets.addressed(packets.carried(packets.next())));
        }
        return result;
    }

    private TestPacket carried(TestPacket packet) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> wrapped(packet, Encapsulation.VLAN);
            case 2 -> wrapped(wrapped(packet, Encapsulation.VLAN), Encapsulation.VLAN);
            case 3 ->
                packet.network() == Network.IPV4 || packet.network() == Network.IPV6
                        ? wrapped(packet, Encapsulation.MPLS)
                        : packet;
            default -> packet;
        };
    }

    /** With another header between the MAC addresses and what the frame carries. */
    private TestPacket wrapped(TestPacket packet, Encapsulation kind) {
        long id = pick(random, TrafficPool.IDS);
        boolean vlan = kind == Encapsulation.VLAN;
        byte[] inner = packet.frame();
        ByteBuffer frame = ByteBuffer.allocate(inner.length + 4).put(inner, 0, 12);
        frame.putShort((short) (vlan ? pick(random, List.of(0x8100, 0x88A8, 0x9100)) : 0x8847));
        if (vlan) {
            frame.putShort((short) (random.nextInt(16) << 12 | id)).put(inner, 12, inner.length - 12);
        } else {
            frame.putInt((int) (id << 12 | random.nextInt(8) << 9 | 0x100 | random.nextInt(256)));
            frame.put(inner, 14, inner.length - 14);
        }
        return withoutHeaders(
                frame.array(), Optional.of(new TestPacket.Carried(kind, id, packet.moved(frame.array(), 4))));
    }

    private TestPacket addressed(TestPacket packet) {
        byte[] longer = Arrays.copyOf(packet.frame(), packet.frame().length + random.nextInt(60));
        ByteBuffer frame = ByteBuffer.wrap(longer);
        for (int side = 0; side < 2; side++) {
            long mac = pick(random, TrafficPool.MACS).bits();
            frame.putShort((short) (mac >> 32)).putInt((int) mac);
        }
        return packet.moved(longer, 0);
    }

    public TestPacket next() {
        return switch (random.nextInt(20)) {
            case 0, 1 -> addressResolution(Network.ARP);
            case 2 -> addressResolution(Network.RARP);
            case 3 -> foreign();
            case 4, 5, 6, 7, 8 -> ipv6();
            default -> ipv4();
        };
    }

    private ByteBuffer frame(int etherType) {
        byte[] noise = new byte[LENGTH];
        random.nextBytes(noise);
        noise[0] = 2; // a unicast, locally administered MAC address
        return ByteBuffer.wrap(noise).position(12).putShort((short) etherType);
    }

    /** A frame that carries no IP, ARP or RARP itself. */
    private static TestPacket withoutHeaders(byte[] frame, Optional<TestPacket.Carried> carried) {
        return new TestPacket(
                frame,
                Network.OTHER,
                Optional.empty(),
                Optional.empty(),
                -1,
                -1,
                -1,
                -1,
                -1,
                -1,
                -1,
                TestPacket.NETWORK_AT,
                carried);
    }

    private TestPacket foreign() {
        ByteBuffer frame = frame(0x88CC);
        return withoutHeaders(frame.array(), Optional.empty());
    }

    private TestPacket addressResolution(Network network) {
        IpAddress sender = pick(random, TrafficPool.IPV4);
        IpAddress target = pick(random, TrafficPool.IPV4);
        ByteBuffer frame = frame(network.etherType());
        frame.putShort((short) 1).putShort((short) 0x0800).put((byte) 6).put((byte) 4);
        frame.putShort((short) (1 + random.nextInt(2)));
        put(frame.position(frame.position() + 6), sender);
        put(frame.position(frame.position() + 6), target);
        return new TestPacket(
                frame.array(),
                network,
                Optional.of(sender),
                Optional.of(target),
                -1,
                -1,
                -1,
                -1,
                -1,
                -1,
                -1,
                TestPacket.NETWORK_AT,
                Optional.empty());
    }

    private TestPacket ipv4() {
        int protocol = protocol(1);
        int words = random.nextInt(5) == 0 ? 6 + random.nextInt(3) : 5;
        boolean fragment = random.nextInt(4) == 0;
        int offset = fragment && random.nextBoolean() ? 1 + random.nextInt(0x1FFF) : 0;
        int more = fragment && (offset == 0 || random.nextBoolean()) ? 0x2000 : 0;
        IpAddress source = pick(random, TrafficPool.IPV4);
        IpAddress destination = pick(random, TrafficPool.IPV4);
        ByteBuffer frame = frame(Network.IPV4.etherType());
        frame.put((byte) (0x40 | words)).put((byte) 0).putShort((short) (LENGTH - 14));
        frame.putShort((short) random.nextInt()).putShort((short) (more | offset));
        frame.put((byte) 64).put((byte) protocol).putShort((short) 0);
        put(frame, source);
        put(frame, destination);
        frame.position(14 + 4 * words);
        return transport(frame, Network.IPV4, source, destination, protocol, offset == 0);
    }

    private TestPacket ipv6() {
        int protocol = protocol(58);
        boolean fragmented = random.nextInt(5) == 0;
        IpAddress source = pick(random, TrafficPool.IPV6);
        IpAddress destination = pick(random, TrafficPool.IPV6);
        ByteBuffer frame = frame(Network.IPV6.etherType());
        frame.putInt(0x6000_0000).putShort((short) (LENGTH - 54));
        frame.put((byte) (fragmented ? 44 : protocol)).put((byte) 64);
        put(frame, source);
        put(frame, destination);
        if (fragmented) {
            int offset = random.nextBoolean() ? 1 + random.nextInt(0x1FFF) : 0;
            frame.put((byte) protocol).put((byte) 0).putShort((short) (offset << 3 | 1));
            frame.putInt(random.nextInt());
        }
        return transport(frame, Network.IPV6, source, destination, protocol, !fragmented);
    }

    /** TCP most of all; never the fragment header, which is no protocol of its own. */
    private int protocol(int icmp) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> Transport.TCP.number();
            case 4, 5 -> Transport.UDP.number();
            case 6 -> Transport.SCTP.number();
            case 7, 8 -> icmp;
            default -> pick(random, List.of(2, 47, 50, 89, 112, 59 - icmp));
        };
    }

    private TestPacket transport(
            ByteBuffer frame, Network network, IpAddress source, IpAddress destination, int protocol, boolean shown) {
        int at = frame.position();
        int sourcePort = -1;
        int destinationPort = -1;
        int flags = -1;
        int type = -1;
        int code = -1;
        if (Transport.ANY.covers(protocol)) {
            sourcePort = pick(random, TrafficPool.PORTS);
            destinationPort = pick(random, TrafficPool.PORTS);
            frame.putShort((short) sourcePort).putShort((short) destinationPort);
        }
        if (protocol == Transport.TCP.number()) {
            flags = random.nextInt(4) == 0 ? random.nextInt(256) : pick(random, TrafficPool.TCP_FLAGS);
            frame.put(at + 12, (byte) 0x50).put(at + 13, (byte) flags);
        }
        if (protocol == (network == Network.IPV4 ? 1 : 58)) {
            type = pick(random, network == Network.IPV4 ? TrafficPool.ICMP_TYPES : TrafficPool.ICMP6_TYPES);
            code = pick(random, TrafficPool.ICMP_CODES);
            frame.put((byte) type).put((byte) code);
        }
        return new TestPacket(
                frame.array(),
                network,
                Optional.of(source),
                Optional.of(destination),
                protocol,
                shown ? sourcePort : -1,
                shown ? destinationPort : -1,
                shown ? flags : -1,
                shown ? type : -1,
                shown ? code : -1,
                shown ? at : -1,
                TestPacket.NETWORK_AT,
                Optional.empty());
    }

    private static void put(ByteBuffer frame, IpAddress address) {
        if (address.version() == IpVersion.V6) {
            frame.putLong(address.high()).putLong(address.low());
        } else {
            frame.putInt((int) address.low());
        }
    }
}
