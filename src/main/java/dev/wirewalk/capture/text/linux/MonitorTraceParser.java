package dev.wirewalk.capture.text.linux;

import dev.wirewalk.capture.TextEvent.Kind;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.Optional;

/**
 * Reads {@code xtables-monitor --trace}. A packet is printed anew at each hook, under the same number; only the first makes a frame. The
 * numbers come again with later packets, which are told by going back to an earlier chain or by another identification.
 */
final class MonitorTraceParser implements TextParser {
    private final TextOutput output;
    private final Trails<Trail> trails = new Trails<>(trail -> {});
    private Optional<Shown> shown = Optional.empty();

    /** A packet whose place in the rules comes with the next line. */
    private record Shown(String id, TextLine line, KernelFields fields) {}

    MonitorTraceParser(TextOutput output) {
        this.output = output;
    }

    @Override
    public LineKind line(TextLine line) {
        String packet = MonitorTraceFormat.packetId(line.text());
        if (!packet.isEmpty()) {
            end();
            int behind = line.text().indexOf(packet) + packet.length();
            shown = Optional.of(
                    new Shown(packet, line, new KernelFields(line.text().substring(behind))));
            return LineKind.PACKET;
        }
        String trace = MonitorTraceFormat.traceId(line.text());
        if (trace.isEmpty()) {
            return line.blank() ? LineKind.NOISE : LineKind.UNKNOWN;
        }
        int from = line.text().indexOf(trace) + trace.length() + 1;
        Optional<TracePoint> point = TracePoint.at(line.text(), from);
        if (point.isEmpty()) {
            return LineKind.UNKNOWN;
        }
        Optional<Trail> now = follow(trace, point.get(), line);
        tell(
                line,
                now.map(Trail::frame).orElse(0L),
                point.get(),
                line.text().substring(from).strip());
        if (point.get().verdict().equals("DROP")) {
            trails.remove(trace);
        }
        return LineKind.EVENT;
    }

    private Optional<Trail> follow(String id, TracePoint point, TextLine line) {
        Optional<Trail> known = trails.of(id);
        Optional<Shown> packet = shown.filter(waiting -> waiting.id.equals(id));
        if (packet.isEmpty()) {
            known.ifPresent(trail -> trails.put(id, trail.to(point, line.number(), trail.ends())));
            return known;
        }
        shown = Optional.empty();
        KernelFields fields = packet.get().fields;
        boolean same = known.isPresent()
                && known.get().identity().equals(fields.identity())
                && known.get().leadsTo(point);
        Trail now = same
                ? known.get().to(point, line.number(), fields.ends())
                : Trail.begin(frame(packet.get()), line.number(), point, fields);
        if (same && !now.ends().equals(known.get().ends())) {
            output.event(
                    packet.get().line.number(),
                    now.frame(),
                    Kind.NAT,
                    known.get().ends() + " became " + now.ends());
        }
        trails.put(id, now);
        return Optional.of(now);
    }

    private long frame(Shown packet) {
        PacketSketch sketch = new PacketSketch(packet.line);
        packet.fields.place(sketch);
        return packet.fields.read(sketch) ? output.packet(sketch) : 0;
    }

    private void tell(TextLine line, long frame, TracePoint point, String text) {
        boolean drop = point.verdict().equals("DROP");
        boolean translated = point.table().equals("nat")
                && (text.contains("-j DNAT")
                        || text.contains("-j SNAT")
                        || text.contains("-j MASQUERADE")
                        || text.contains("-j REDIRECT"));
        output.event(line.number(), frame, drop ? Kind.DROP : translated ? Kind.NAT : Kind.POLICY, text);
        if (text.contains("-j REJECT")) {
            output.event(line.number(), frame, Kind.REJECT, text);
        }
    }

    /** A packet of which no rule is shown is one all the same, unless its number is on its way. */
    @Override
    public void end() {
        shown.ifPresent(packet -> {
            boolean known = trails.of(packet.id)
                    .filter(trail -> trail.identity().equals(packet.fields.identity()))
                    .isPresent();
            if (!known) {
                frame(packet);
            }
        });
        shown = Optional.empty();
    }
}
