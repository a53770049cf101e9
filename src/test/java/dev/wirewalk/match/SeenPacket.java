package dev.wirewalk.match;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.FrameCursor;
import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** Packets for tests, as frames without a link header. Addresses are the last number of 0.0.0.0/24, ports small numbers. */
final class SeenPacket {
    private SeenPacket() {}

    static Frame frame(Bytes packet, long nanos, LinkType type) {
        byte[] bytes = packet.toArray();
        FrameCursor frame = new FrameCursor(MemorySegment.ofArray(bytes));
        frame.onInterface(0, Optional.empty(), type);
        frame.moveTo(0, 0, bytes.length, bytes.length, nanos);
        return frame;
    }

    static Frame frame(Bytes packet, long nanos) {
        return frame(packet, nanos, LinkType.RAW);
    }

    static Bytes ip(int protocol, long from, long to, int length) {
        return ip(protocol, from, to, length, 0);
    }

    /** @param fragment the field of three flags and the offset in units of 8 bytes */
    static Bytes ip(int protocol, long from, long to, int length, int fragment) {
        return Bytes.of("4500")
                .u16(20 + length)
                .hex("0007")
                .u16(fragment)
                .hex("40")
                .u8(protocol)
                .hex("0000")
                .u32(from)
                .u32(to);
    }

    static Bytes tcp(long from, int fromPort, long to, int toPort, long sequence, int flags, String data) {
        return ip(PacketView.TCP, from, to, 20 + data.length() / 2)
                .tcp(fromPort, toPort, sequence, 0, flags, "")
                .hex(data);
    }

    static Bytes udp(long from, int fromPort, long to, int toPort, String data) {
        int length = 8 + data.length() / 2;
        return ip(PacketView.UDP, from, to, length)
                .u16(fromPort)
                .u16(toPort)
                .u16(length)
                .u16(0)
                .hex(data);
    }

    static Bytes echo(long from, long to, boolean request, int identifier) {
        return ip(PacketView.ICMP, from, to, 8)
                .hex(request ? "0800 0000" : "0000 0000")
                .u16(identifier)
                .u16(1);
    }
}
