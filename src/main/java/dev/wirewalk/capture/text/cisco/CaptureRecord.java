package dev.wirewalk.capture.text.cisco;

import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.tcpdump.PacketText;

/** One packet of a capture, with the lines that belong to it: hardware addresses, the packet, a drop reason, a dump. */
final class CaptureRecord {
    private static final String REASON = "Drop-reason:";
    private static final int LONGEST = 2000;
    /** Lines of this length or longer were cut by the terminal, not by somebody who writes. */
    private static final int TERMINAL = 76;

    private final TextLine at;
    private final RecordHead head;
    private final StringBuilder text;
    private final DumpRows rows = new DumpRows();
    private int lengthOfLastLine;

    CaptureRecord(TextLine at, RecordHead head) {
        this.at = at;
        this.head = head;
        text = new StringBuilder(head.rest());
        lengthOfLastLine = at.text().length();
    }

    /** Takes a line that continues the packet; false when it cannot. */
    boolean goesOn(TextLine line) {
        boolean cutByTerminal = lengthOfLastLine >= TERMINAL;
        if (!line.indented() && !cutByTerminal) {
            return false;
        }
        lengthOfLastLine = line.text().length();
        if (text.length() < LONGEST) {
            text.append(line.indented() ? " " + line.text().strip() : line.text());
        }
        return true;
    }

    void dump(String row) {
        rows.add(row);
    }

    /** @return the number of the frame */
    long handOut(ShownCapture capture, PacketText packets, TextOutput output) {
        String whole = withSingleBlanks(text);
        int reasonAt = whole.indexOf(REASON);
        LineScanner line = new LineScanner(reasonAt < 0 ? whole : whole.substring(0, reasonAt));
        PacketSketch sketch = new PacketSketch(at).time(head.nanos());
        if (capture.drops() || reasonAt >= 0) {
            sketch.at("drop");
        } else {
            sketch.on(capture.interfaceName());
        }
        long frameLength = link(line, sketch);
        boolean understood = packets.read(line, sketch, output);
        if (rows.present()) {
            rows.into(sketch, frameLength);
        } else if (!understood) {
            output.warn(at, "what packet " + head.number() + " carries cannot be read: " + shortened(line.rest()));
        }
        long frame = output.packet(sketch);
        if (understood) {
            packets.remarks(at.number(), frame, output);
        }
        if (reasonAt >= 0) {
            String reason = whole.substring(reasonAt + REASON.length()).strip();
            output.event(at.number(), frame, TextEvent.Kind.DROP, reason);
        } else if (capture.drops()) {
            output.event(at.number(), frame, TextEvent.Kind.DROP, "in a capture of dropped packets, without a reason");
        }
        return frame;
    }

    /** The device sets two blanks behind some colons and before fragments, and people set them where lines were wrapped. */
    private static String withSingleBlanks(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i) == '\t' ? ' ' : text.charAt(i);
            if (c != ' ' || out.isEmpty() || out.charAt(out.length() - 1) != ' ') {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String shortened(String words) {
        String text = words.strip();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /** {@code SRCMAC DSTMAC 0x0800 Length: 74}, of {@code detail}; returns the length, or 0. */
    private static long link(LineScanner line, PacketSketch sketch) {
        int before = line.position();
        line.blanks();
        long source = line.mac();
        line.blanks();
        long destination = source < 0 ? -1 : line.mac();
        line.blanks();
        long etherType = destination < 0 ? -1 : line.hex();
        if (etherType < 0) {
            line.moveTo(before);
            return 0;
        }
        sketch.macs(source, destination).etherType((int) etherType & 0xFFFF);
        line.blanks();
        long length = line.accept("Length:") && line.blanks() ? line.number() : -1;
        if (length >= 0) {
            sketch.frameLength(length);
        }
        line.blanks();
        return Math.max(0, length);
    }
}
