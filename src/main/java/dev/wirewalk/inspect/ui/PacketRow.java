package dev.wirewalk.inspect.ui;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.flow.Conversation;
import dev.wirewalk.inspection.FrameIndex;
import dev.wirewalk.inspection.PacketWords;
import dev.wirewalk.inspection.Sender;
import dev.wirewalk.packet.Innermost;
import dev.wirewalk.packet.PacketView;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One packet as a row of a list.
 *
 * @param fromClient whether the client of the conversation sent it
 * @param flags of the sequence analysis and the marks of {@link FrameIndex}
 */
record PacketRow(long number, OptionalLong nanos, boolean fromClient, int length, String summary, int flags) {
    /** What a row says when the file was closed meanwhile. */
    static final PacketRow GONE = new PacketRow(0, OptionalLong.empty(), true, 0, "the file is no longer open", 0);

    static PacketRow read(
            CaptureFile file, FrameIndex frames, long index, Conversation conversation, SequenceBases bases) {
        AtomicReference<PacketRow> row = new AtomicReference<>(GONE);
        file.visit(
                frames.place(index),
                frames.number(index),
                frame -> row.set(of(frame, frames.flags(index), conversation, bases)));
        return row.get();
    }

    private static PacketRow of(Frame frame, int flags, Conversation conversation, SequenceBases bases) {
        PacketView packet = Sender.packetOf(frame.packet(), conversation, new Innermost());
        boolean fromClient = Sender.isClient(packet, conversation);
        return new PacketRow(
                frame.number(),
                frame.hasTime() ? OptionalLong.of(frame.timeNanos()) : OptionalLong.empty(),
                fromClient,
                frame.originalLength(),
                PacketWords.summary(
                        packet,
                        fromClient ? bases.client() : bases.server(),
                        fromClient ? bases.server() : bases.client()),
                flags);
    }
}
