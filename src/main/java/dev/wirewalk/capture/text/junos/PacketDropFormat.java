package dev.wirewalk.capture.text.junos;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.TextEvent.Kind;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.ShownClock;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;

/**
 * {@code monitor security packet-drop}: {@code HH:MM:SS.ffffff:LSYS-ID-N A/p-->B/p;PROTO,ipid-N,IF,Dropped by MODULE:REASON}, after the
 * vendor's description of the command. Each line is a packet that was dropped.
 */
public final class PacketDropFormat implements TextFormat {
    private static final CaptureFormat FORMAT = CaptureFormat.ofText("junos-packet-drop-text");
    private static final String SYSTEM = ":LSYS-ID-";

    @Override
    public CaptureFormat format() {
        return FORMAT;
    }

    @Override
    public String lineName() {
        return "a line of monitor security packet-drop";
    }

    @Override
    public int recognise(String line) {
        return line.contains(SYSTEM) && line.contains("-->") && line.contains(";") ? SURE : 0;
    }

    @Override
    public boolean aside(String line) {
        return line.startsWith("Starting packet drop");
    }

    @Override
    public boolean partial(String command) {
        return command.startsWith("monitor security packet-drop");
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new Parser(output);
    }

    private static final class Parser implements TextParser {
        private final TextOutput output;
        private final ShownClock clock = new ShownClock();

        Parser(TextOutput output) {
            this.output = output;
        }

        @Override
        public LineKind line(TextLine line) {
            LineScanner scanner = new LineScanner(line.text());
            scanner.blanks();
            long time = scanner.timeOfDay();
            if (time < 0 || !scanner.accept(SYSTEM) || scanner.word().isEmpty() || !scanner.blanks()) {
                return line.blank() ? LineKind.NOISE : LineKind.UNKNOWN;
            }
            PacketSketch sketch = new PacketSketch(line).time(clock.timeOfDay(time));
            if (!TracedPacket.dropped(scanner, sketch)) {
                return LineKind.UNKNOWN;
            }
            long id = scanner.accept(",ipid-") ? scanner.number() : -1;
            if (id >= 0) {
                sketch.identification(id);
            }
            scanner.accept(",");
            int reason = scanner.rest().indexOf(',');
            sketch.on(reason < 0 ? "" : scanner.rest().substring(0, reason)).at("drop");
            String words = reason < 0 ? scanner.rest() : scanner.rest().substring(reason + 1);
            output.event(line.number(), output.packet(sketch), Kind.DROP, words.strip());
            return LineKind.PACKET;
        }

        @Override
        public void end() {}
    }
}
