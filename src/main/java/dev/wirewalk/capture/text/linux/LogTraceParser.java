package dev.wirewalk.capture.text.linux;

import dev.wirewalk.capture.TextEvent.Kind;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.Optional;

/**
 * Reads the kernel's log. It names each rule that a packet meets, but not what the rule said: where a packet is seen last is told, and
 * that no verdict is printed.
 */
final class LogTraceParser implements TextParser {
    private static final int LINES_OF_RECORD = 12;

    private final TextOutput output;
    private final Trails<Trail> trails = new Trails<>(this::over);
    private Optional<Logged> open = Optional.empty();

    /** A line of the log, which may be wrapped. */
    private record Logged(TextLine head, String text, int lines) {}

    LogTraceParser(TextOutput output) {
        this.output = output;
    }

    @Override
    public LineKind line(TextLine line) {
        Optional<TracePoint> point = TracePoint.ofLog(line.text());
        if (point.isPresent()) {
            finish();
            open = Optional.of(new Logged(line, line.text(), 1));
            return point.get().order() == 0 ? LineKind.PACKET : LineKind.EVENT;
        }
        if (line.blank()) {
            finish();
            return LineKind.NOISE;
        }
        if (open.isPresent()
                && open.get().lines < LINES_OF_RECORD
                && continues(line.text().strip())) {
            Logged record = open.get();
            open = Optional.of(
                    new Logged(record.head, record.text + ' ' + line.text().strip(), record.lines + 1));
            return LineKind.PACKET;
        }
        finish();
        return LineKind.UNKNOWN;
    }

    /** {@code KEY=…}, or a word of capitals: {@code SYN URGP=0}, {@code OPT (…)}. */
    private static boolean continues(String text) {
        int at = 0;
        while (at < text.length() && (Character.isUpperCase(text.charAt(at)) || Character.isDigit(text.charAt(at)))) {
            at++;
        }
        return at > 1 && (at == text.length() || text.charAt(at) == '=' || text.charAt(at) == ' ')
                || text.startsWith("(") && text.endsWith(")");
    }

    private void finish() {
        open.ifPresent(this::take);
        open = Optional.empty();
    }

    private void take(Logged record) {
        TracePoint point = TracePoint.ofLog(record.text).orElseThrow();
        KernelFields fields = new KernelFields(record.text.substring(point.end()));
        String name = fields.identity();
        Optional<Trail> known = trails.of(name).filter(trail -> trail.leadsTo(point));
        Trail now;
        if (known.isPresent()) {
            now = known.get().to(point, record.head.number(), fields.ends());
            if (!now.ends().equals(known.get().ends())) {
                output.event(
                        record.head.number(), now.frame(), Kind.NAT, known.get().ends() + " became " + now.ends());
            }
        } else {
            trails.of(name).ifPresent(this::over);
            PacketSketch sketch = new PacketSketch(record.head).time(LogTime.nanos(record.text));
            fields.place(sketch);
            long frame = fields.read(sketch) ? output.packet(sketch) : 0;
            now = Trail.begin(frame, record.head.number(), point, fields);
        }
        trails.put(name, now);
        output.event(record.head.number(), now.frame(), Kind.POLICY, point.name());
    }

    /** Behind POSTROUTING a packet has left; anywhere else it may have been let in, dropped, or just not been logged further. */
    private void over(Trail trail) {
        if (trail.order() < Hook.POSTROUTING) {
            output.event(
                    trail.line(),
                    trail.frame(),
                    Kind.NOTE,
                    "last seen at " + trail.point().name() + ": this log prints no verdict");
        }
    }

    @Override
    public void end() {
        finish();
        trails.end();
    }
}
