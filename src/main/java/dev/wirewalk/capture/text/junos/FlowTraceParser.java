package dev.wirewalk.capture.text.junos;

import dev.wirewalk.capture.TextEvent.Kind;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.Optional;

/**
 * A packet begins where a filter matches it, or, in traces without filters, where it arrives at an interface; it is handed out as soon as
 * the first line tells what is done with it. A packet without a word of passing or dropping has no verdict.
 */
final class FlowTraceParser implements TextParser {
    private final TextOutput output;
    private Optional<Open> open = Optional.empty();
    private long frame;
    private boolean dropped;

    /** A packet that is still being told of. */
    private record Open(PacketSketch sketch, boolean arrived) {}

    FlowTraceParser(TextOutput output) {
        this.output = output;
    }

    @Override
    public LineKind line(TextLine line) {
        Optional<TraceLine> trace = TraceLine.of(line.text());
        if (trace.isEmpty()) {
            return line.blank() ? LineKind.NOISE : LineKind.UNKNOWN;
        }
        String text = trace.get().text();
        if (TracedPacket.isFilterMatch(text)) {
            PacketSketch sketch = new PacketSketch(line).time(trace.get().nanos());
            if (TracedPacket.filterMatch(text, sketch)) {
                begin(new Open(sketch, false));
                return LineKind.PACKET;
            }
        }
        if (TracedPacket.isArrival(text)) {
            return arrival(line, trace.get());
        }
        if (open.isPresent() && TracedPacket.lengthAndId(text, open.get().sketch)) {
            return LineKind.PACKET;
        }
        return remark(line, text);
    }

    private void begin(Open packet) {
        end();
        open = Optional.of(packet);
        frame = 0;
        dropped = false;
    }

    private LineKind arrival(TextLine line, TraceLine trace) {
        if (open.isEmpty() || open.get().arrived) {
            PacketSketch sketch = new PacketSketch(line).time(trace.nanos());
            if (!TracedPacket.arrival(trace.text(), sketch)) {
                return LineKind.NOISE;
            }
            begin(new Open(sketch, true));
            return LineKind.PACKET;
        }
        PacketSketch sketch = open.get().sketch;
        if (TracedPacket.arrival(trace.text(), sketch)) {
            open = Optional.of(new Open(sketch, true));
        }
        return LineKind.PACKET;
    }

    /** Internals that say nothing of the packet's fate are left out. */
    private LineKind remark(TextLine line, String text) {
        Optional<Kind> kind = TraceWords.kind(text);
        if (kind.isEmpty()) {
            return LineKind.NOISE;
        }
        end();
        boolean again = dropped && text.contains("flow_process_pkt rc");
        output.event(line.number(), frame, again ? Kind.NOTE : kind.get(), text);
        dropped |= kind.get() == Kind.DROP;
        return LineKind.EVENT;
    }

    @Override
    public void end() {
        open.ifPresent(packet -> frame = output.packet(packet.sketch));
        open = Optional.empty();
    }
}
