package dev.wirewalk.flow;

import dev.wirewalk.capture.CaptureBytes;
import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.TcpView;
import java.nio.ByteOrder;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Segments that are near to what both ends of a few connections would send, and often not quite: repeated, moved, cut, with
 * windows that close, numbers that wrap, and clocks that jump. Raw IP, version 4 and 6 mixed.
 */
final class RandomSegments {
    private static final int RAW = 101;
    private static final List<Integer> LENGTHS = List.of(1, 1, 2, 10, 100, 100, 1000, 1460);
    private static final List<Integer> WINDOWS = List.of(0, 0, 1, 500, 1000, 5840, 65535);
    private static final List<Long> PAUSES =
            List.of(1_000L, 50_000L, 900_000L, 2_500_000L, 3_500_000L, 15_000_000L, 25_000_000L, 220_000_000L);
    private static final List<Long> FIRSTS = List.of(0L, 1L, 0xFFFF_FFFFL, 0xFFFF_F000L, 0x7FFF_FF00L, 12_345L);

    private static final class End {
        final int host;
        final int port;
        long next;
        long acknowledged;
        int window = 1000;
        long repeatable;
        int repeatableLength;

        End(int host, int port, long first) {
            this.host = host;
            this.port = port;
            next = first;
        }
    }

    private final RandomGenerator random;
    private final int snapLength;
    private final CaptureBytes file = new CaptureBytes(ByteOrder.LITTLE_ENDIAN);
    private long nanos = 1_700_000_000_000_000_000L;

    RandomSegments(RandomGenerator random) {
        this.random = random;
        snapLength = random.nextInt(4) > 0 ? 65535 : 40 + random.nextInt(60);
        file.pcapHeader(CaptureBytes.NANOSECONDS, 65535, RAW);
    }

    /** A pcap file with that many packets of a few connections. */
    CaptureBytes file(int packets) {
        List<End[]> connections = List.of(connection(1), connection(2), connection(3));
        for (int i = 0; i < packets; i++) {
            End[] ends = pick(connections);
            boolean forward = random.nextBoolean();
            segment(ends[forward ? 0 : 1], ends[forward ? 1 : 0]);
        }
        return file;
    }

    private End[] connection(int number) {
        int server = random.nextInt(10) == 0 ? 1 : 2;
        return new End[] {new End(1, 1000 + number, pick(FIRSTS)), new End(server, 80, pick(FIRSTS))};
    }

    private void segment(End from, End to) {
        nanos += (long) (pick(PAUSES) * random.nextDouble() * 2) - (random.nextInt(100) == 0 ? 50_000_000L : 0);
        from.window = random.nextInt(5) == 0 ? pick(WINDOWS) : from.window;
        int flags = flags();
        int length = random.nextInt(5) < 2 && (flags & TcpView.SYN) == 0 ? pick(LENGTHS) : 0;
        long sequence = from.next;
        switch (random.nextInt(12)) {
            case 0, 1 -> {
                sequence = from.repeatable;
                length = length > 0 ? from.repeatableLength : 0;
            }
            case 2 -> sequence--;
            case 3 -> sequence += pick(LENGTHS);
            case 4 -> sequence = to.acknowledged;
            case 5 -> length = length > 0 ? Math.min(to.window, 1460) : 0;
            default -> {}
        }
        long acknowledgement = switch (random.nextInt(8)) {
            case 0, 1, 2 -> from.acknowledged;
            case 3 -> to.next + random.nextInt(-2, 3000);
            default -> to.next;
        };
        write(from, to, flags, sequence, acknowledgement, length);
        long end = sequence + length + ((flags & (TcpView.SYN | TcpView.FIN)) != 0 ? 1 : 0) & 0xFFFF_FFFFL;
        if ((int) (end - from.next) > 0 && (flags & TcpView.RST) == 0) {
            from.repeatable = sequence;
            from.repeatableLength = length;
            from.next = end;
        }
        from.acknowledged = acknowledgement & 0xFFFF_FFFFL;
    }

    private int flags() {
        return switch (random.nextInt(24)) {
            case 0 -> TcpView.SYN;
            case 1 -> TcpView.SYN | TcpView.ACK;
            case 2 -> TcpView.RST;
            case 3 -> TcpView.FIN | TcpView.ACK;
            case 4 -> random.nextInt(64);
            default -> TcpView.ACK;
        };
    }

    private void write(End from, End to, int flags, long sequence, long acknowledgement, int length) {
        String options = switch (random.nextInt(8)) {
            case 0 -> "01030307";
            case 1 -> "020405b4" + "0103030" + random.nextInt(10);
            case 2 -> "0101050a" + "00000064000000c8";
            case 3 -> "1e0820010a0b0c0d";
            case 4 -> "00ff00ff";
            default -> "";
        };
        Bytes tcp = new Bytes()
                .u16(from.port)
                .u16(to.port)
                .u32(sequence)
                .u32(acknowledgement)
                .u8(random.nextInt(200) == 0 ? random.nextInt(256) : 80 + options.length() * 2)
                .u8(flags)
                .u16(from.window)
                .zeros(4)
                .hex(options)
                .zeros(length);
        byte[] packet = ip(from, to, tcp.toArray());
        byte[] captured = java.util.Arrays.copyOf(packet, Math.min(packet.length, snapLength));
        file.pcapRecord(nanos / 1_000_000_000L, nanos % 1_000_000_000L, captured, packet.length);
    }

    private byte[] ip(End from, End to, byte[] tcp) {
        int told = random.nextInt(100) == 0 ? tcp.length - 1 : tcp.length;
        if (from.port + to.port == 1083) {
            return Bytes.of("60000000")
                    .u16(told)
                    .hex("0640")
                    .zeros(15)
                    .u8(from.host)
                    .zeros(15)
                    .u8(to.host)
                    .bytes(tcp)
                    .toArray();
        }
        return Bytes.of("4500")
                .u16(20 + told)
                .u16(random.nextInt(65536))
                .hex("4000 4006 0000 0a0000")
                .u8(from.host)
                .hex("0a0000")
                .u8(to.host)
                .bytes(tcp)
                .toArray();
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
