package dev.wirewalk.inspect.ui;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.flow.Conversation;
import dev.wirewalk.inspection.FrameIndex;
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
    /** The number of the frame alone, when the file was closed meanwhile. */
    static final PacketRow GONE = new PacketRow(0, OptionalLong.empty(), true, 0, "the file is no longer open", 0);

    static PacketRow read(CaptureFile file, FrameIndex frames, long index, Conversation conversation) {
        AtomicReference<PacketRow> row = new AtomicReference<>(GONE);
        file.visit(
                frames.place(index),
                frames.number(index),
                frame -> row.set(of(frame, frames.flags(index), conversation)));
        return row.get();
    }

    private static PacketRow of(Frame frame, int flags, Conversation conversation) {
        boolean fromClient = fromClient(frame.packet(), conversation);
        long client = conversation.forward().openingSequence().orElse(-1);
        long server = conversation.backward().openingSequence().orElse(-1);
        return new PacketRow(
                frame.number(),
                frame.hasTime() ? OptionalLong.of(frame.timeNanos()) : OptionalLong.empty(),
                fromClient,
                frame.originalLength(),
                PacketWords.summary(frame, fromClient ? client : server, fromClient ? server : client),
                flags);
    }

    /** Whether the client of the conversation sent this packet; where both have one address, the port tells. */
    static boolean fromClient(PacketView packet, Conversation conversation) {
        boolean address = packet.ip()
                .sourceAddress()
                .filter(conversation.client().address()::equals)
                .isPresent();
        boolean same =
                conversation.client().address().equals(conversation.server().address());
        return same ? packet.sourcePort() == conversation.client().port() : address;
    }
}
