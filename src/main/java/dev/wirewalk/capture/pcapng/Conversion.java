package dev.wirewalk.capture.pcapng;

import dev.wirewalk.capture.CaptureFile;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.ReadReport;
import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
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
    private final Map<Long, List<String>> comments = new HashMap<>();
    private final Map<Place, Integer> interfaces = new HashMap<>();
    private byte[] bytes = new byte[1 << 16];
    private long commented;

    private record Place(int id, String name, String position, LinkType linkType) {}

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
    }

    /** Reads the file twice: comments stand before the bytes of later packets, and are known only at the end. */
    public static Summary convert(CaptureFile file, OutputStream out) throws IOException {
        Conversion conversion = new Conversion(file.read(_ -> {}), out);
        try {
            file.read(conversion::write);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        if (conversion.interfaces.isEmpty()) {
            for (LinkType linkType : conversion.report.linkTypes()) {
                conversion.writer.addInterface(linkType, 0, "", "");
            }
        }
        return new Summary(conversion.report, conversion.interfaces.size(), conversion.commented);
    }

    private void write(Frame frame) {
        try {
            PacketView packet = frame.packet();
            int length = packet.capturedLength();
            if (bytes.length < length) {
                bytes = new byte[length];
            }
            packet.copyTo(bytes);
            List<String> said = comments(frame);
            writer.write(
                    interfaceOf(frame),
                    frame.timeNanos(),
                    bytes,
                    length,
                    frame.originalLength(),
                    frame.position().orElse(""),
                    said);
            commented += said.isEmpty() ? 0 : 1;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> comments(Frame frame) {
        List<String> said = new ArrayList<>(comments.getOrDefault(frame.number(), List.of()));
        if (!frame.hasTime()) {
            said.add("the input does not tell the time of this packet");
        }
        List<String> untold = UntoldFields.of(frame.packet());
        if (!untold.isEmpty()) {
            said.add("line " + frame.line() + "; not told by the text, and zero or made up here: "
                    + String.join(", ", untold));
        }
        return said;
    }

    private int interfaceOf(Frame frame) throws IOException {
        String position = frame.position().filter(where -> !isDirection(where)).orElse("");
        Place place = new Place(frame.interfaceId(), frame.interfaceName().orElse(""), position, frame.linkType());
        Integer known = interfaces.get(place);
        if (known == null) {
            String between = place.name.isEmpty() || position.isEmpty() ? "" : ":";
            known = writer.addInterface(
                    place.linkType,
                    report.snapLength().orElse(0),
                    place.name + between + position,
                    position.isEmpty() ? "" : "position " + position);
            interfaces.put(place, known);
        }
        return known;
    }

    /** A direction is told by each packet's flags, and is no part of an interface's name. */
    private static boolean isDirection(String position) {
        return position.equals("in") || position.equals("out");
    }
}
