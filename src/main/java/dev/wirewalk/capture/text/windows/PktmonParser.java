package dev.wirewalk.capture.text.windows;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.TextEvent.Kind;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.ShownClock;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import dev.wirewalk.capture.text.tcpdump.PacketText;
import java.util.Optional;

/** Reads the line of an appearance, and below it the packet in the words of tcpdump. */
final class PktmonParser implements TextParser {
    private final TextOutput output;
    private final PacketText packets = new PacketText();
    private final ShownClock clock = new ShownClock();
    private Optional<Open> open = Optional.empty();

    /** An appearance whose packet comes with the next line, or has come. */
    private record Open(TextLine line, Appearance appearance, PacketSketch sketch, boolean told) {}

    PktmonParser(TextOutput output) {
        this.output = output;
    }

    @Override
    public LineKind line(TextLine line) {
        Optional<Appearance> found = Appearance.of(line.text());
        if (found.isPresent()) {
            end();
            Appearance appearance = found.get();
            PacketSketch sketch = new PacketSketch(line)
                    .time(time(appearance.before()))
                    .on(appearance.interfaceName())
                    .at(appearance.position());
            open = Optional.of(new Open(line, appearance, sketch, false));
            return LineKind.PACKET;
        }
        if (line.blank()) {
            return LineKind.NOISE;
        }
        return open.isPresent() && line.indented() ? packet(line, open.get()) : LineKind.UNKNOWN;
    }

    private LineKind packet(TextLine line, Open now) {
        LineScanner scanner = new LineScanner(line.text());
        if (now.told) {
            if (packets.awaitsInner()) {
                packets.readInner(scanner, output);
            }
            return LineKind.PACKET;
        }
        if (!packets.read(scanner, now.sketch, output)) {
            return LineKind.UNKNOWN;
        }
        open = Optional.of(new Open(now.line, now.appearance, now.sketch, true));
        return LineKind.PACKET;
    }

    /** {@code HH:MM:SS.nnnnnnnnn}, or in a converted log {@code [cpu]pid.tid::YYYY-MM-DD HH:MM:SS.nnnnnnnnn}, or with the month first. */
    private long time(String before) {
        LineScanner scanner = new LineScanner(before);
        scanner.blanks();
        long ofDay = scanner.timeOfDay();
        if (ofDay >= 0) {
            return clock.timeOfDay(ofDay);
        }
        if (!scanner.skipTo("::")) {
            return Frame.NO_TIME;
        }
        long first = scanner.number();
        boolean slashes = scanner.accept("/");
        long second = slashes || scanner.accept("-") ? scanner.number() : -1;
        long third = scanner.accept(slashes ? "/" : "-") ? scanner.number() : -1;
        boolean timed = scanner.blanks() || scanner.accept("-") || scanner.accept("T");
        ofDay = timed ? scanner.timeOfDay() : -1;
        if (third < 0 || ofDay < 0) {
            return Frame.NO_TIME;
        }
        return slashes ? ShownClock.date(third, first, second, ofDay) : ShownClock.date(first, second, third, ofDay);
    }

    @Override
    public void end() {
        open.ifPresent(now -> {
            long frame = output.packet(now.sketch);
            long line = now.line.number();
            if (now.appearance.dropped()) {
                String reason = now.appearance.reason().isEmpty() ? "" : ": " + now.appearance.reason();
                output.event(line, frame, Kind.DROP, "dropped by " + now.appearance.interfaceName() + reason);
            }
            packets.remarks(line, frame, output);
        });
        open = Optional.empty();
    }
}
