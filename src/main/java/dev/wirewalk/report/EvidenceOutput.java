package dev.wirewalk.report;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.pcapng.PcapngWriter;
import dev.wirewalk.packet.LinkType;
import dev.wirewalk.packet.PacketView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the packets of one point. */
final class EvidenceOutput {
    private final PcapngWriter writer;
    private final String point;
    private final EvidenceSettings settings;
    private final Map<LinkType, Integer> interfaces = new HashMap<>();
    private byte[] buffer = new byte[1 << 16];
    private long written;
    private long refused;

    EvidenceOutput(PcapngWriter writer, String point, EvidenceSettings settings) {
        this.writer = writer;
        this.point = point;
        this.settings = settings;
    }

    long written() {
        return written;
    }

    long refused() {
        return refused;
    }

    void write(Frame frame, List<String> comments) {
        PacketView packet = frame.packet();
        if (buffer.length < packet.capturedLength()) {
            buffer = new byte[packet.capturedLength()];
        }
        packet.copyTo(buffer);
        int end = settings.whole() ? packet.capturedLength() : HeaderEnd.of(packet);
        PacketBytes bytes = new PacketBytes(buffer, packet.capturedLength());
        boolean replaced = settings.pseudonyms()
                .map(other -> new PacketPseudonyms(other, bytes).replace(packet))
                .orElse(true);
        int begin = keepsLink(frame.linkType()) ? 0 : packet.ip().headerOffset();
        if (!replaced || (begin > 0 && !packet.ip().present())) {
            refused++;
            return;
        }
        byte[] kept = Arrays.copyOfRange(bytes.after(), begin, Math.max(begin, end));
        try {
            writer.write(
                    interfaceFor(begin == 0 ? frame.linkType() : LinkType.RAW),
                    frame.timeNanos(),
                    kept,
                    kept.length,
                    Math.max(kept.length, frame.originalLength() - begin),
                    frame.position().orElse(""),
                    remarks(frame, comments));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        written++;
    }

    /** With pseudonyms only the headers of links whose addresses are known are kept; others begin with IP. */
    private boolean keepsLink(LinkType type) {
        boolean file = type.number() <= 0xFFFF;
        return settings.pseudonyms().isEmpty()
                ? file
                : type.equals(LinkType.ETHERNET)
                        || type.equals(LinkType.LINUX_COOKED)
                        || type.equals(LinkType.LINUX_COOKED_2)
                        || type.equals(LinkType.RAW)
                        || type.equals(LinkType.IPV4)
                        || type.equals(LinkType.IPV6)
                        || type.equals(LinkType.NULL)
                        || type.equals(LinkType.LOOP);
    }

    private int interfaceFor(LinkType type) throws IOException {
        Integer known = interfaces.get(type);
        if (known == null) {
            known = writer.addInterface(type, 0, point, "");
            interfaces.put(type, known);
        }
        return known;
    }

    private List<String> remarks(Frame frame, List<String> comments) {
        List<String> remarks = new ArrayList<>();
        for (String comment : comments) {
            remarks.add(settings.pseudonyms().map(other -> other.text(comment)).orElse(comment));
        }
        if (frame.line() > 0) {
            remarks.add("Made from line " + frame.line() + " of a text: what it does not tell is zero here.");
        }
        if (!frame.hasTime()) {
            remarks.add("The input does not tell the time of this packet.");
        }
        return remarks;
    }
}
