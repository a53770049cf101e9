package dev.wirewalk.finding;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.CaptureBytes;
import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.inspection.Inspection;
import dev.wirewalk.inspection.InspectionResult;
import dev.wirewalk.inspection.Inspector;
import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes a capture packet by packet, as a test tells what happened, and says what is found in it. Ends are {@code 10.0.0.1:80}. */
public final class Script {
    public static final int SYN = TcpView.SYN;
    public static final int SYN_ACK = TcpView.SYN | TcpView.ACK;
    public static final int ACK = TcpView.ACK;
    public static final int RST = TcpView.RST;
    public static final int RST_ACK = TcpView.RST | TcpView.ACK;
    public static final int FIN_ACK = TcpView.FIN | TcpView.ACK;
    public static final int PUSH_ACK = TcpView.PSH | TcpView.ACK;

    private static final long START = 1_700_000_000L;
    private static final long MILLIS = 1000;

    private final CaptureBytes file = new CaptureBytes(ByteOrder.LITTLE_ENDIAN);
    private final int snapLength;
    private long micros = START * 1_000_000;
    private int ttl = 64;
    private int window = 512;
    private int identification = 100;
    private long frames;

    public Script() {
        this(65535);
    }

    public Script(int snapLength) {
        this.snapLength = snapLength;
        file.pcapHeader(CaptureBytes.MICROSECONDS, snapLength, 1);
    }

    /** The next packet is captured so many seconds behind the beginning; those after it a millisecond apart. */
    public Script at(double seconds) {
        micros = START * 1_000_000 + Math.round(seconds * 1_000_000);
        return this;
    }

    /** The next packets carry this TTL. */
    public Script ttl(int value) {
        ttl = value;
        return this;
    }

    /** The next TCP packets carry this window. */
    public Script window(int value) {
        window = value;
        return this;
    }

    /** The next packet carries this IP identification, those after it the following ones. */
    public Script identification(int value) {
        identification = value;
        return this;
    }

    /** The number of the last frame. */
    public long frames() {
        return frames;
    }

    public Script frame(Bytes packet) {
        byte[] bytes = packet.toArray();
        file.pcapRecord(
                micros / 1_000_000,
                micros % 1_000_000,
                Arrays.copyOf(bytes, Math.min(bytes.length, snapLength)),
                bytes.length);
        micros += MILLIS;
        frames++;
        return this;
    }

    public Script ip(String from, String to, int protocol, byte[] payload) {
        return frame(Bytes.ethernet(0x0800).bytes(ipBytes(from, to, protocol, payload, 0x4000)));
    }

    /** A fragment; the offset in bytes. */
    public Script fragment(String from, String to, int protocol, int id, int offset, boolean more, byte[] payload) {
        identification = id;
        return frame(
                Bytes.ethernet(0x0800).bytes(ipBytes(from, to, protocol, payload, offset / 8 | (more ? 0x2000 : 0))));
    }

    /** An IPv4 packet without the link header, as ICMP errors quote it. */
    public byte[] ipBytes(String from, String to, int protocol, byte[] payload, int fragmentField) {
        return Bytes.of("4500")
                .u16(20 + payload.length)
                .u16(identification++)
                .u16(fragmentField)
                .u8(ttl)
                .u8(protocol)
                .u16(0)
                .u32(address(from))
                .u32(address(to))
                .bytes(payload)
                .toArray();
    }

    private static long address(String end) {
        String text = end.contains(":") ? end.substring(0, end.indexOf(':')) : end;
        return IpAddress.parse(text).orElseThrow().low();
    }

    private static int port(String end) {
        return Integer.parseInt(end.substring(end.indexOf(':') + 1));
    }

    public Script tcp(String from, String to, int flags, long sequence, long acknowledgement, int payload) {
        return tcp(from, to, flags, sequence, acknowledgement, new byte[payload]);
    }

    public Script tcp(String from, String to, int flags, long sequence, long acknowledgement, String payload) {
        return tcp(from, to, flags, sequence, acknowledgement, payload.getBytes(StandardCharsets.US_ASCII));
    }

    private Script tcp(String from, String to, int flags, long sequence, long acknowledgement, byte[] payload) {
        return ip(from, to, PacketView.TCP, tcpBytes(from, to, flags, sequence, acknowledgement, payload));
    }

    public byte[] tcpBytes(String from, String to, int flags, long sequence, long acknowledgement, byte[] payload) {
        return new Bytes()
                .u16(port(from))
                .u16(port(to))
                .u32(sequence)
                .u32(acknowledgement)
                .u8(5 << 4)
                .u8(flags)
                .u16(window)
                .u32(0)
                .bytes(payload)
                .toArray();
    }

    /** SYN, SYN/ACK and ACK from sequence numbers 1000 and 5000, a millisecond apart. */
    public Script handshake(String client, String server) {
        return tcp(client, server, SYN, 1000, 0, 0)
                .tcp(server, client, SYN_ACK, 5000, 1001, 0)
                .tcp(client, server, ACK, 1001, 5001, 0);
    }

    /** FIN from both ends at these numbers. */
    public Script close(String client, String server, long clientNext, long serverNext) {
        return tcp(client, server, FIN_ACK, clientNext, serverNext, 0)
                .tcp(server, client, FIN_ACK, serverNext, clientNext + 1, 0)
                .tcp(client, server, ACK, clientNext + 1, serverNext + 1, 0);
    }

    public Script udp(String from, String to, byte[] payload) {
        return ip(from, to, PacketView.UDP, udpBytes(from, to, payload));
    }

    public byte[] udpBytes(String from, String to, byte[] payload) {
        return new Bytes()
                .u16(port(from))
                .u16(port(to))
                .u16(8 + payload.length)
                .u16(0)
                .bytes(payload)
                .toArray();
    }

    /** A DNS question for a name, or with {@code flags} its answer. */
    public Script dns(String from, String to, int id, int flags, String name) {
        Bytes message = new Bytes().u16(id).u16(flags).u16(1).u16(0).u16(0).u16(0);
        for (String label : name.split("\\.")) {
            message.u8(label.length()).bytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        return udp(from, to, message.u8(0).u16(1).u16(1).toArray());
    }

    /** An ICMP message; {@code rest} stands behind the checksum. */
    public Script icmp(String from, String to, int type, int code, byte[] rest) {
        return ip(
                from,
                to,
                PacketView.ICMP,
                new Bytes().u8(type).u8(code).u16(0).bytes(rest).toArray());
    }

    public Script echo(String from, String to, boolean request, int id, int sequence) {
        return icmp(
                from,
                to,
                request ? 8 : 0,
                0,
                new Bytes().u16(id).u16(sequence).zeros(32).toArray());
    }

    /** An ICMP error that quotes a packet. */
    public Script icmpError(String from, String to, int type, int code, int lastField, byte[] quoted) {
        return icmp(
                from, to, type, code, new Bytes().u32(lastField).bytes(quoted).toArray());
    }

    /** An ARP message; hardware addresses are 02:00:00:00:00:{@code mac}. */
    public Script arp(int operation, int senderMac, String sender, String target) {
        return frame(Bytes.of("ffffffffffff 0200000000")
                .u8(senderMac)
                .hex("0806 0001 0800 06 04")
                .u16(operation)
                .hex("0200000000")
                .u8(senderMac)
                .u32(address(sender))
                .hex("000000000000")
                .u32(address(target))
                .zeros(18));
    }

    public InspectionResult result() {
        try {
            Path path = Files.createTempFile("script", ".pcap");
            try (CaptureFile capture = CaptureFile.open(file.write(path));
                    Inspection inspection = Inspector.silent().inspect(capture, "script.pcap")) {
                return inspection.result();
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableCapture e) {
            throw new AssertionError(e);
        }
    }

    public byte[] bytes() {
        return file.toArray();
    }

    /** The findings of this id. */
    public List<Finding> found(String id) {
        return result().findings().stream()
                .filter(finding -> finding.id().equals(id))
                .toList();
    }

    /** The numbers of the frames that show a finding. */
    public static List<Long> evidence(Finding finding) {
        return finding.evidence().stream().map(Evidence::frame).toList();
    }
}
