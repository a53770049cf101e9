package dev.wirewalk.capture.pcapng;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.packet.LinkType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns any input into pcapng: packets with their times, an interface for each name, position and link type, and what the
 * input says in words as comments. What a text did not tell of a packet is zero there, and its comment says so.
 */
public final class Conversion {
    /** What is said of no packet in particular goes to the file; more of it than this is left in the input. */
    private static final int FILE_COMMENTS = 1000;

    private final ReadReport report;
    private final PcapngWriter writer;
    private final PacketOutput packets;

    /**
     * What was written.
     *
     * @param report of the input, with what was wrong with it
     * @param interfaces interfaces that were described
     * @param commented packets with a comment
     */
    public record Summary(ReadReport report, int interfaces, long commented) {}

    private Conversion(ReadReport report, OutputStream out) throws IOException {
        this.report = report;
        Map<Long, List<String>> comments = new HashMap<>();
        List<String> ofFile = new ArrayList<>();
        for (TextEvent event : report.events()) {
            String words = event.kind().label() + ": " + event.text();
            if (event.frame() > 0) {
                comments.computeIfAbsent(event.frame(), _ -> new ArrayList<>()).add(words);
            } else if (ofFile.size() < FILE_COMMENTS) {
                ofFile.add(words);
            }
        }
        writer = new PcapngWriter(out, ofFile);
        packets = new PacketOutput(writer, report.snapLength().orElse(0), comments);
    }

    /** Reads the file twice: comments stand before the bytes of later packets, and are known only at the end. */
    public static Summary convert(CaptureFile file, OutputStream out) throws IOException {
        Conversion conversion = new Conversion(file.read(_ -> {}), out);
        try {
            file.read(conversion::write);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        if (conversion.packets.interfaces() == 0) {
            for (LinkType linkType : conversion.report.linkTypes()) {
                conversion.writer.addInterface(linkType, 0, "", "");
            }
        }
        return new Summary(conversion.report, conversion.packets.interfaces(), conversion.packets.commented());
    }

    private void write(Frame frame) {
        try {
            packets.write(frame);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
