package dev.wirewalk.capture.text.fortigate;

import dev.wirewalk.capture.TextEvent.Kind;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.Optional;

/** Reads head lines, and the dumps below them. The bytes of a whole dump are the packet; the head line is what is left of a damaged one. */
final class SnifferParser implements TextParser {
    private final TextOutput output;
    private final HexRows rows = new HexRows();
    private Optional<Open> open = Optional.empty();

    /** The packet whose dump may follow. */
    private record Open(TextLine line, PacketSketch sketch, SnifferPacket packet) {}

    SnifferParser(TextOutput output) {
        this.output = output;
    }

    @Override
    public LineKind line(TextLine line) {
        String text = line.text();
        if (HexRows.isRow(text) && open.isPresent()) {
            rows.add(text);
            return LineKind.PACKET;
        }
        Optional<SnifferHead> head = SnifferHead.of(text);
        if (head.isPresent()) {
            end();
            begin(line, head.get());
            return LineKind.PACKET;
        }
        if (line.blank()) {
            // Web pages put blank lines between all lines; the next head line ends the packet just as well.
            return LineKind.NOISE;
        }
        return counter(line);
    }

    private void begin(TextLine line, SnifferHead head) {
        PacketSketch sketch = new PacketSketch(line)
                .time(head.nanos())
                .on(head.interfaceName())
                .at(head.position());
        SnifferPacket packet = new SnifferPacket(sketch, output);
        packet.read(head.packet());
        open = Optional.of(new Open(line, sketch, packet));
    }

    /** {@code 28 packets received by filter}, {@code 3 packets dropped by kernel}: what was dropped is missing from this text. */
    private LineKind counter(TextLine line) {
        LineScanner scanner = new LineScanner(line.text());
        long packets = scanner.number();
        if (packets < 0 || !scanner.accept(" packets ")) {
            return LineKind.UNKNOWN;
        }
        end();
        if (scanner.startsWith("dropped") && packets > 0) {
            output.event(line.number(), 0, Kind.NOTE, line.text().strip());
            output.warn(line, "the sniffer itself missed " + packets + " packets");
            return LineKind.EVENT;
        }
        return scanner.startsWith("received") || scanner.startsWith("dropped") ? LineKind.NOISE : LineKind.UNKNOWN;
    }

    @Override
    public void end() {
        open.ifPresent(packet -> {
            if (rows.begun() && (!rows.whole() || !new DumpedFrame(rows.bytes(), packet.packet).into(packet.sketch))) {
                output.warn(
                        packet.line,
                        rows.whole()
                                ? "the dump below is of another packet than this line shows; the line is used"
                                : "rows of the dump are missing, repeated or cut; the line above it is used");
            }
            output.packet(packet.sketch);
        });
        open = Optional.empty();
        rows.clear();
    }
}
