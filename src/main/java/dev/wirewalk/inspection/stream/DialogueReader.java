package dev.wirewalk.inspection.stream;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.flow.Conversation;
import dev.wirewalk.inspection.FrameIndex;
import dev.wirewalk.inspection.Sender;
import dev.wirewalk.packet.Innermost;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import java.util.ArrayList;
import java.util.List;

/** Reads the packets of one conversation and puts what they carry in order. One object for one reading. */
public final class DialogueReader {
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_PACKETS = 100_000;

    private final Conversation conversation;
    private final SentBytes client = new SentBytes();
    private final SentBytes server = new SentBytes();
    private final List<SentPart> parts = new ArrayList<>();
    private final Innermost innermost = new Innermost();
    private long bytes;
    private long unplaced;

    private DialogueReader(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Whether a conversation of this protocol can be followed. */
    public static boolean follows(Conversation conversation) {
        return conversation.protocol() == PacketView.TCP || conversation.protocol() == PacketView.UDP;
    }

    /**
     * The beginning of a conversation, at most 256 KiB of it.
     *
     * @param indices of its packets in the index, in file order
     */
    public static Dialogue read(CaptureFile file, FrameIndex frames, long[] indices, Conversation conversation) {
        DialogueReader reader = new DialogueReader(conversation);
        int most = Math.min(indices.length, MOST_PACKETS);
        int read = 0;
        while (read < most && reader.bytes < MOST_BYTES) {
            long index = indices[read++];
            if ((frames.flags(index) & FrameIndex.COPY) == 0) {
                file.visit(frames.place(index), frames.number(index), reader::add);
            }
        }
        boolean cut = read < indices.length;
        Turns turns = new Turns(reader.client, reader.server, conversation.protocol() == PacketView.TCP);
        int used = 0;
        while (used < reader.parts.size() && turns.take(reader.parts.get(used))) {
            used++;
        }
        boolean full = used < reader.parts.size();
        if (!cut && !full) {
            turns.end();
        }
        return new Dialogue(
                turns.list(), full ? Math.min(used, indices.length - 1) : read, indices.length, reader.unplaced);
    }

    private void add(Frame frame) {
        PacketView packet = Sender.packetOf(frame.packet(), conversation, innermost);
        boolean fromClient = Sender.isClient(packet, conversation);
        int told = Math.max(0, packet.payloadLength());
        if (conversation.protocol() != PacketView.TCP) {
            keep(new SentPart(fromClient, frame.number(), 0, data(packet), told));
            return;
        }
        TcpView tcp = packet.tcp();
        SentBytes own = fromClient ? client : server;
        SentBytes other = fromClient ? server : client;
        if (!tcp.present() || tcp.sequence() < 0) {
            unplaced += told > 0 ? 1 : 0;
            return;
        }
        addTcp(frame, tcp, own, new SentPart(fromClient, frame.number(), 0, data(packet), told));
        if (tcp.has(TcpView.ACK) && tcp.acknowledgement() >= 0 && !tcp.has(TcpView.RST)) {
            long acknowledged = other.position(tcp.acknowledgement());
            if (!other.isFar()) {
                other.sentUntil(acknowledged);
            }
        }
    }

    private void addTcp(Frame frame, TcpView tcp, SentBytes own, SentPart part) {
        boolean opens = tcp.has(TcpView.SYN);
        if (opens) {
            own.open(tcp.sequence());
        }
        long start = own.position(opens ? tcp.sequence() + 1 & 0xFFFF_FFFFL : tcp.sequence());
        if (own.isFar()) {
            unplaced += part.told() > 0 ? 1 : 0;
            return;
        }
        if (tcp.has(TcpView.FIN)) {
            own.finish(start + part.told());
        }
        own.sentUntil(start + part.told());
        own.hold(start, start + part.bytes().length);
        keep(new SentPart(part.fromClient(), frame.number(), start, part.bytes(), part.told()));
    }

    private void keep(SentPart part) {
        if (part.told() > 0) {
            parts.add(part);
            bytes += part.bytes().length;
        }
    }

    /** The data as far as every byte is known: what was cut off, or what a text did not tell, is not in the capture. */
    private static byte[] data(PacketView packet) {
        int length = Math.max(0, Math.min(packet.capturedPayloadLength(), packet.payloadLength()));
        byte[] data = new byte[length];
        for (int at = 0; at < length; at++) {
            long octet = packet.load(packet.payloadOffset() + at, 1);
            if (octet < 0) {
                return java.util.Arrays.copyOf(data, at);
            }
            data[at] = (byte) octet;
        }
        return data;
    }
}
