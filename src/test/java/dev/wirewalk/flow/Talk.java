package dev.wirewalk.flow;

import dev.wirewalk.capture.FrameCursor;
import dev.wirewalk.flow.sequence.SequenceFlag;
import dev.wirewalk.packet.Bytes;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.TcpView;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/** A client and a server talk TCP over IPv4, segment by segment, and an analysis listens. */
final class Talk {
    static final int SYN = TcpView.SYN;
    static final int ACK = TcpView.ACK;
    static final int FIN = TcpView.FIN;
    static final int RST = TcpView.RST;

    private static final long CLIENT = 0x0A000001;
    private static final long SERVER = 0x0A000002;

    final FrameAnalysis analysis = new FrameAnalysis();
    private final int clientPort;
    private long nanos = 1_700_000_000_000_000_000L;
    private long frames;
    private int identification = 100;
    private int window = 512;
    private int timeToLive = 64;
    private int interfaceId;
    private String options = "";

    Talk() {
        this(40000);
    }

    Talk(int clientPort) {
        this.clientPort = clientPort;
    }

    Talk after(long micros) {
        nanos += micros * 1000;
        return this;
    }

    Talk window(int value) {
        window = value;
        return this;
    }

    Talk options(String hex) {
        options = hex;
        return this;
    }

    /** The next segment has the IP identification of the last one. */
    Talk sameIdentification() {
        identification--;
        return this;
    }

    Talk identification(int value) {
        identification = value - 1;
        return this;
    }

    Talk timeToLive(int value) {
        timeToLive = value;
        return this;
    }

    Talk onInterface(int id) {
        interfaceId = id;
        return this;
    }

    /** SYN, SYN/ACK and ACK with 10 ms from first to last; both sides count from 0, so that data begins at 1. */
    Talk open() {
        client(SYN, 0, 0, 0);
        after(5_000).server(SYN | ACK, 0, 1, 0);
        after(5_000).client(ACK, 1, 1, 0);
        return after(1_000);
    }

    List<SequenceFlag> client(int flags, long sequence, long acknowledgement, int length) {
        return send(CLIENT, SERVER, clientPort, 80, flags, sequence, acknowledgement, length);
    }

    List<SequenceFlag> server(int flags, long sequence, long acknowledgement, int length) {
        return send(SERVER, CLIENT, 80, clientPort, flags, sequence, acknowledgement, length);
    }

    private List<SequenceFlag> send(
            long from, long to, int fromPort, int toPort, int flags, long sequence, long acknowledgement, int length) {
        return add(ip(6, from, to, tcp(fromPort, toPort, flags, sequence, acknowledgement, length)));
    }

    /** A segment of the client as IP packet, not yet sent. */
    byte[] clientPacket(int flags, long sequence, long acknowledgement, int length) {
        return ip(6, CLIENT, SERVER, tcp(clientPort, 80, flags, sequence, acknowledgement, length));
    }

    private byte[] tcp(int fromPort, int toPort, int flags, long sequence, long acknowledgement, int length) {
        return new Bytes()
                .u16(fromPort)
                .u16(toPort)
                .u32(sequence)
                .u32(acknowledgement)
                .u8(80 + options.length() * 2)
                .u8(flags)
                .u16(window)
                .zeros(4)
                .hex(options)
                .zeros(length)
                .toArray();
    }

    byte[] ip(int protocol, long from, long to, byte[] body) {
        identification++;
        return Bytes.of("4500")
                .u16(20 + body.length)
                .u16(identification)
                .u16(0x4000)
                .u8(timeToLive)
                .u8(protocol)
                .u16(0)
                .u32(from)
                .u32(to)
                .bytes(body)
                .toArray();
    }

    /** Adds an IP packet and says what is shown of it. */
    List<SequenceFlag> add(byte[] packet) {
        FrameCursor frame = new FrameCursor(MemorySegment.ofArray(packet));
        frame.onInterface(interfaceId, Optional.empty(), LinkType.RAW);
        frame.numberNext(++frames);
        frame.moveTo(0, 0, packet.length, packet.length, nanos);
        analysis.add(frame);
        return SequenceFlag.of(analysis.flags());
    }

    /** As {@link #add}, of a packet of which only the bits of a mask are known. */
    List<SequenceFlag> addPartlyTold(byte[] packet, byte[] mask) {
        byte[] both = new Bytes().bytes(packet).bytes(mask).toArray();
        FrameCursor frame = new FrameCursor(MemorySegment.ofArray(both));
        frame.onInterface(interfaceId, Optional.empty(), LinkType.RAW);
        frame.numberNext(++frames);
        frame.moveToTold(0, 1, 0, MemorySegment.ofArray(both), 0, packet.length, packet.length, packet.length, nanos);
        analysis.add(frame);
        return SequenceFlag.of(analysis.flags());
    }
}
