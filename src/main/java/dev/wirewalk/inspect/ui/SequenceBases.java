package dev.wirewalk.inspect.ui;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.flow.Conversation;
import dev.wirewalk.inspection.FrameIndex;
import dev.wirewalk.inspection.Sender;
import dev.wirewalk.packet.Innermost;
import dev.wirewalk.packet.PacketView;
import dev.wirewalk.packet.TcpView;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What the sequence numbers of a conversation count from, as packet lists show them: the number of each side's SYN, else one
 * before the first that was captured, so that the first byte is 1.
 *
 * @param client 32 bits, or -1 when no packet tells it
 * @param server likewise
 */
record SequenceBases(long client, long server) {
    static final SequenceBases NONE = new SequenceBases(-1, -1);

    /** A side that is silent for so many packets is shown as on the wire. */
    private static final int LOOK_AHEAD = 2000;

    static SequenceBases of(CaptureFile file, FrameIndex frames, long[] indices, Conversation conversation) {
        AtomicLongArray bases = new AtomicLongArray(new long[] {-1, -1});
        for (int at = 0; at < Math.min(indices.length, LOOK_AHEAD) && (bases.get(0) < 0 || bases.get(1) < 0); at++) {
            file.visit(frames.place(indices[at]), frames.number(indices[at]), frame -> {
                PacketView packet = Sender.packetOf(frame.packet(), conversation, new Innermost());
                TcpView tcp = packet.tcp();
                int side = Sender.isClient(packet, conversation) ? 0 : 1;
                if (tcp.present() && tcp.sequence() >= 0 && bases.get(side) < 0) {
                    bases.set(side, tcp.has(TcpView.SYN) ? tcp.sequence() : tcp.sequence() - 1 & 0xFFFF_FFFFL);
                }
            });
        }
        return new SequenceBases(bases.get(0), bases.get(1));
    }
}
