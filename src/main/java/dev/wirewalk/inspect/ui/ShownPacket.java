package dev.wirewalk.inspect.ui;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.inspection.FrameIndex;
import dev.wirewalk.inspection.PacketWords;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One packet, copied out of its file to be shown.
 *
 * @param octets 0 to 255 each; -1 for a byte that a text did not tell
 * @param line of the text that told it; 0 for binary formats
 */
record ShownPacket(
        long number,
        Optional<Instant> time,
        LinkType linkType,
        int[] octets,
        int originalLength,
        long line,
        String place,
        String summary) {
    /** What is shown of a packet at most; captures with longer ones are rare, and the rest is said. */
    private static final int MOST = 16 * 1024;

    static Optional<ShownPacket> read(CaptureFile file, FrameIndex frames, long number) {
        AtomicReference<Optional<ShownPacket>> shown = new AtomicReference<>(Optional.empty());
        long index = frames.indexOf(number);
        if (index >= 0) {
            file.visit(frames.place(index), number, frame -> shown.set(Optional.of(of(frame))));
        }
        return shown.get();
    }

    private static ShownPacket of(Frame frame) {
        PacketView packet = frame.packet();
        int[] octets = new int[Math.min(frame.capturedLength(), MOST)];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (int) packet.load(i, 1);
        }
        String at = frame.interfaceName().orElse("")
                + frame.position().map(where -> " " + where).orElse("");
        Optional<Instant> time = frame.hasTime() ? Optional.of(Frame.instant(frame.timeNanos())) : Optional.empty();
        return new ShownPacket(
                frame.number(),
                time,
                frame.linkType(),
                octets,
                frame.originalLength(),
                frame.line(),
                at.strip(),
                PacketWords.summary(packet, -1, -1));
    }

    /** Whether every byte is known, so that the packet can be taken apart as it was on the wire. */
    boolean whole() {
        for (int octet : octets) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    byte[] bytes() {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) Math.max(0, octets[i]);
        }
        return bytes;
    }

    /** Sixteen bytes a line: offset, bytes in hexadecimal ({@code ??} where unknown), and what is printable of them. */
    String hex() {
        return HexText.of(octets.length, at -> octets[at]);
    }
}
