package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.CaptureBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Packets of every kind that text can show, in conversations as hosts have them; the same for the same seed. */
final class RandomTraffic {
    private static final int SYN = 0x02;
    private static final int ACK = 0x10;

    private final Random random;
    private final CaptureBytes file =
            new CaptureBytes(ByteOrder.LITTLE_ENDIAN).pcapHeader(CaptureBytes.MICROSECONDS, 262144, 1);
    private long micros = 1_700_000_000_000_000L;

    RandomTraffic(long seed) {
        random = new Random(seed);
    }

    /** A capture on Ethernet. */
    CaptureBytes capture(int conversations) {
        for (int i = 0; i < conversations; i++) {
            boolean version6 = random.nextInt(4) == 0;
            switch (random.nextInt(6)) {
                case 0 -> datagrams(version6);
                case 1 -> pings(version6);
                case 2 -> neighbours();
                case 3 -> errors();
                default -> connection(version6, random.nextInt(3) > 0);
            }
        }
        return file;
    }

    private void connection(boolean version6, boolean fromTheStart) {
        byte[] client = host(version6);
        byte[] server = host(version6);
        int port = 1024 + random.nextInt(60000);
        int service = random.nextBoolean() ? 80 : 443;
        int up = random.nextInt();
        int down = random.nextInt();
        int vlan = random.nextInt(3) == 0 ? 1 + random.nextInt(4000) : 0;
        if (fromTheStart) {
            send(client, server, vlan, 6, tcp(port, service, up, 0, SYN, handshakeOptions(), ""));
            send(server, client, vlan, 6, tcp(service, port, down, up + 1, SYN | ACK, handshakeOptions(), ""));
            up++;
            down++;
            send(client, server, vlan, 6, tcp(port, service, up, down, ACK, new byte[0], ""));
        }
        for (int i = random.nextInt(8); i >= 0; i--) {
            String data =
                    random.nextInt(3) == 0 ? "GET /" + i + " HTTP/1.1\r\nHost: a\r\n\r\n" : text(random.nextInt(300));
            send(client, server, vlan, 6, tcp(port, service, up, down, ACK | 8, time(), data));
            up += data.length();
            byte[] options = random.nextInt(3) == 0 ? sack(up + 100, up + 200) : time();
            send(
                    server,
                    client,
                    vlan,
                    6,
                    tcp(service, port, down, up, ACK, options, random.nextInt(3) == 0 ? text(40) : ""));
        }
        int end = random.nextInt(3);
        send(
                client,
                server,
                vlan,
                6,
                tcp(port, service, up, down, end == 0 ? 0x04 : end == 1 ? ACK | 1 : ACK | 4, new byte[0], ""));
    }

    private void datagrams(boolean version6) {
        byte[] client = host(version6);
        byte[] server = host(version6);
        int port = 1024 + random.nextInt(30000);
        if (random.nextBoolean()) {
            send(
                    client,
                    server,
                    0,
                    17,
                    udp(
                            port,
                            40000 + random.nextInt(9000),
                            text(random.nextInt(200)).getBytes(StandardCharsets.US_ASCII)));
            return;
        }
        int id = random.nextInt(0x10000);
        send(client, server, 0, 17, udp(port, 53, dns(id, 0x0100)));
        send(
                server,
                client,
                0,
                17,
                udp(53, port, dns(id, 0x8180 | (random.nextBoolean() ? 3 : 0) | (random.nextBoolean() ? 0x400 : 0))));
    }

    private byte[] dns(int id, int flags) {
        byte[] name = ("\004host" + (char) 7 + "example" + (char) 0).getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(12 + name.length + 4)
                .putShort((short) id)
                .putShort((short) flags)
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(0)
                .put(name)
                .putShort((short) 1)
                .putShort((short) 1)
                .array();
    }

    private void pings(boolean version6) {
        byte[] client = host(version6);
        byte[] server = host(version6);
        for (int i = 0; i < 3; i++) {
            int type = version6 ? 128 + i % 2 : i % 2 == 0 ? 8 : 0;
            byte[] echo = ByteBuffer.allocate(8 + 56)
                    .put((byte) type)
                    .putInt(3, 0)
                    .putShort(4, (short) 77)
                    .putShort(6, (short) i)
                    .array();
            send(client, server, 0, version6 ? 58 : 1, echo);
        }
    }

    private void errors() {
        byte[] client = host(false);
        byte[] server = host(false);
        byte[] about = ip(client, server, 17, udp(5000 + random.nextInt(1000), 6000, new byte[20]));
        int[] kind = new int[][] {{3, 1}, {3, 3}, {3, 4}, {3, 13}, {11, 0}}[random.nextInt(5)];
        send(
                server,
                client,
                0,
                1,
                ByteBuffer.allocate(8 + about.length)
                        .put((byte) kind[0])
                        .put((byte) kind[1])
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putShort((short) (kind[1] == 4 ? 1400 : 0))
                        .put(about)
                        .array());
        byte[] carried = ip(client, server, 17, udp(5000, 6000, new byte[20]));
        send(
                host(false),
                host(false),
                0,
                47,
                ByteBuffer.allocate(4 + carried.length)
                        .putShort((short) 0)
                        .putShort((short) 0x0800)
                        .put(carried)
                        .array());
    }

    private void neighbours() {
        byte[] asks = host(false);
        byte[] asked = host(false);
        ByteBuffer arp = ByteBuffer.allocate(14 + 28)
                .putLong(0xFFFF_FFFF_FFFF_0200L)
                .putInt(random.nextInt())
                .putShort((short) 0x0806);
        arp.putLong(0x0001_0800_0604_0001L)
                .putShort((short) 0x0200)
                .putInt(5)
                .put(asks)
                .putShort((short) 0)
                .putInt(0)
                .put(asked);
        record(arp.array());
    }

    private byte[] host(boolean version6) {
        return version6
                ? ByteBuffer.allocate(16)
                        .putLong(0x2001_0DB8_0000_0000L)
                        .putLong(1 + random.nextInt(50))
                        .array()
                : new byte[] {10, 0, (byte) random.nextInt(4), (byte) (1 + random.nextInt(250))};
    }

    private String text(int length) {
        return "some words, one after the other; ".repeat(10).substring(0, length);
    }

    private byte[] handshakeOptions() {
        return ByteBuffer.allocate(20)
                .putInt(0x0204_05B4)
                .putShort((short) 0x0402)
                .putShort((short) 0x080A)
                .putInt(random.nextInt())
                .putInt(0)
                .put((byte) 1)
                .put((byte) 3)
                .put((byte) 3)
                .put((byte) random.nextInt(15))
                .array();
    }

    private byte[] time() {
        return ByteBuffer.allocate(12)
                .putShort((short) 0x0101)
                .putShort((short) 0x080A)
                .putInt(random.nextInt())
                .putInt(random.nextInt())
                .array();
    }

    private static byte[] sack(int left, int right) {
        return ByteBuffer.allocate(12)
                .putShort((short) 0x0101)
                .putShort((short) 0x050A)
                .putInt(left)
                .putInt(right)
                .array();
    }

    private byte[] tcp(int from, int to, int sequence, int acknowledgement, int flags, byte[] options, String data) {
        return ByteBuffer.allocate(20 + options.length + data.length())
                .putShort((short) from)
                .putShort((short) to)
                .putInt(sequence)
                .putInt((flags & ACK) == 0 ? 0 : acknowledgement)
                .put((byte) ((20 + options.length) / 4 << 4))
                .put((byte) flags)
                .putShort((short) random.nextInt())
                .putInt(0)
                .put(options)
                .put(data.getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    private static byte[] udp(int from, int to, byte[] data) {
        return ByteBuffer.allocate(8 + data.length)
                .putShort((short) from)
                .putShort((short) to)
                .putShort((short) (8 + data.length))
                .putShort((short) 0)
                .put(data)
                .array();
    }

    private byte[] ip(byte[] from, byte[] to, int protocol, byte[] transport) {
        if (from.length == 16) {
            return ByteBuffer.allocate(40 + transport.length)
                    .putInt(6 << 28)
                    .putShort((short) transport.length)
                    .put((byte) protocol)
                    .put((byte) (1 + random.nextInt(255)))
                    .put(from)
                    .put(to)
                    .put(transport)
                    .array();
        }
        return ByteBuffer.allocate(20 + transport.length)
                .putShort((short) 0x4500)
                .putShort((short) (20 + transport.length))
                .putShort((short) random.nextInt())
                .putShort((short) (random.nextBoolean() ? 0x4000 : 0))
                .put((byte) (1 + random.nextInt(255)))
                .put((byte) protocol)
                .putShort((short) 0)
                .put(from)
                .put(to)
                .put(transport)
                .array();
    }

    private void send(byte[] from, byte[] to, int vlan, int protocol, byte[] transport) {
        byte[] packet = ip(from, to, protocol, transport);
        ByteBuffer frame = ByteBuffer.allocate(14 + (vlan > 0 ? 4 : 0) + packet.length)
                .putLong(0x0200_0000_0001_0200L)
                .putInt(random.nextInt(9));
        if (vlan > 0) {
            frame.putShort((short) 0x8100).putShort((short) vlan);
        }
        record(frame.putShort((short) (from.length == 16 ? 0x86DD : 0x0800))
                .put(packet)
                .array());
    }

    private void record(byte[] frame) {
        micros += random.nextInt(2_000_000);
        file.pcapRecord(micros / 1_000_000, micros % 1_000_000, frame, frame.length);
    }
}
