package dev.wirewalk.capture.text.ios;

import dev.wirewalk.capture.TextEvent.Kind;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;

/** Counters become notes: they tell of the device, since whenever it began to count, and of no packet. */
final class CounterParser implements TextParser {
    private final TextOutput output;
    private boolean drops;

    CounterParser(TextOutput output) {
        this.output = output;
    }

    @Override
    public LineKind line(TextLine line) {
        String text = line.text();
        if (CounterFormat.isStatus(text) || CounterFormat.isStatistics(text)) {
            drops = false;
            return LineKind.NOISE;
        }
        if (CounterFormat.isDrops(text)) {
            drops = true;
            return LineKind.NOISE;
        }
        if (line.blank()) {
            return LineKind.NOISE;
        }
        if (drops) {
            return drop(line);
        }
        return line.indented() ? capture(line) : LineKind.UNKNOWN;
    }

    /** {@code Ipv4NoRoute   181   7964}: packets and bytes. */
    private LineKind drop(TextLine line) {
        LineScanner scanner = new LineScanner(line.text());
        String name = scanner.word();
        scanner.blanks();
        long packets = scanner.number();
        scanner.blanks();
        long bytes = scanner.number();
        if (name.isEmpty() || packets < 0 || bytes < 0) {
            return LineKind.UNKNOWN;
        }
        if (packets > 0) {
            output.event(
                    line.number(),
                    0,
                    Kind.NOTE,
                    "the data plane dropped " + packets + " packets (" + bytes + " bytes) for " + name
                            + " since its counters were cleared");
        }
        return LineKind.EVENT;
    }

    /** {@code packets dropped - 12} of a capture: as many are missing from it. */
    private LineKind capture(TextLine line) {
        LineScanner scanner = new LineScanner(line.text());
        scanner.blanks();
        if (scanner.accept("packets dropped - ") && scanner.number() > 0) {
            output.event(
                    line.number(),
                    0,
                    Kind.NOTE,
                    "the capture itself: " + line.text().strip());
            output.warn(line, "the capture missed packets: " + line.text().strip());
            return LineKind.EVENT;
        }
        return LineKind.NOISE;
    }

    @Override
    public void end() {}
}
