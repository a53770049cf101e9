package dev.wirewalk.inspection;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.pcapng.PacketOutput;
import dev.wirewalk.capture.pcapng.PcapngWriter;
import dev.wirewalk.packet.LinkType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chosen frames of an inspected file as pcapng, piece by piece, so that nobody holds the file open while a slow reader takes
 * what was written. One object for one extract.
 */
public final class Extract {
    /** A piece ends when it has so many bytes, or when so many frames were looked at for it. */
    private static final int PIECE_BYTES = 1 << 20;

    private static final int PIECE_FRAMES = 100_000;

    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private final PcapngWriter writer;
    private final PacketOutput packets;
    private final Choice choice;
    private long next;
    private boolean ended;

    /** Which frames are wanted. */
    @FunctionalInterface
    public interface Choice {
        /** @param index in the index of frames */
        boolean takes(FrameIndex frames, long index);
    }

    /** @param from what was found in the file that the frames come from; its remarks about them become comments */
    public Extract(InspectionResult from, Choice choice) {
        this.choice = choice;
        try {
            writer = new PcapngWriter(piece, List.of("chosen frames of " + from.file()));
        } catch (IOException failed) {
            throw noRoom(failed);
        }
        packets = new PacketOutput(writer, from.details().snapLength().orElse(0), comments(from));
    }

    private static Map<Long, List<String>> comments(InspectionResult from) {
        Map<Long, List<String>> comments = new HashMap<>();
        for (InspectionResult.Event event : from.events()) {
            if (event.frame() > 0) {
                comments.computeIfAbsent(event.frame(), _ -> new ArrayList<>()).add(event.kind() + ": " + event.text());
            }
        }
        return comments;
    }

    /** The next bytes of the pcapng file; about 1 MiB, or fewer. */
    public byte[] next(CaptureFile file, FrameIndex frames) {
        long until = Math.min(frames.size(), next + PIECE_FRAMES);
        while (next < until && piece.size() < PIECE_BYTES) {
            if (choice.takes(frames, next)) {
                file.visit(frames.place(next), frames.number(next), this::write);
            }
            next++;
        }
        ended = next >= frames.size();
        if (ended && packets.interfaces() == 0) {
            describeNothing();
        }
        byte[] bytes = piece.toByteArray();
        piece.reset();
        return bytes;
    }

    /** Whether there are no further bytes. */
    public boolean ended() {
        return ended;
    }

    private void write(Frame frame) {
        try {
            packets.write(frame);
        } catch (IOException failed) {
            throw noRoom(failed);
        }
    }

    /** A file of pcapng without an interface is refused by some readers. */
    private void describeNothing() {
        try {
            writer.addInterface(LinkType.ETHERNET, 0, "", "");
        } catch (IOException failed) {
            throw noRoom(failed);
        }
    }

    private static UncheckedIOException noRoom(IOException failed) {
        return new UncheckedIOException("memory was written to and refused it", failed);
    }
}
