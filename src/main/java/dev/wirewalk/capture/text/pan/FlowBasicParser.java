package dev.wirewalk.capture.text.pan;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.TextEvent.Kind;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One block shows one packet at one stage. It is dumped again at later stages, which make no further frames: those blocks speak of the
 * frame of the first.
 */
final class FlowBasicParser implements TextParser {
    private static final int PACKETS_KEPT = 4096;

    private record Words(String beginning, Kind kind) {}

    private static final List<Words> KNOWN = List.of(
            new Words("policy lookup", Kind.POLICY),
            new Words("dos policy", Kind.POLICY),
            new Words("nat policy lookup", Kind.NAT),
            new Words("nat ", Kind.NAT),
            new Words("source nat", Kind.NAT),
            new Words("destination nat", Kind.NAT),
            new Words("pbf lookup", Kind.ROUTE),
            new Words("forwarding lookup", Kind.ROUTE),
            new Words("route lookup", Kind.ROUTE),
            new Words("route found", Kind.ROUTE),
            new Words("flow lookup", Kind.SESSION),
            new Words("flow fastpath", Kind.SESSION),
            new Words("session ", Kind.SESSION),
            new Words("created session", Kind.SESSION),
            new Words("allocated new session", Kind.SESSION),
            new Words("matched session", Kind.SESSION),
            new Words("slow path", Kind.SESSION),
            new Words("arp ", Kind.ARP),
            new Words("resolve arp", Kind.ARP),
            new Words("ipsec", Kind.VPN),
            new Words("tunnel", Kind.VPN),
            new Words("ctd ", Kind.INSPECT),
            new Words("transmit packet", Kind.NOTE));

    private final TextOutput output;
    private final Map<String, Long> frames = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > PACKETS_KEPT;
        }
    };
    private DumpedHeaders headers;
    private long nanos = Frame.NO_TIME;
    private long frame;
    private boolean warned;

    FlowBasicParser(TextOutput output) {
        this.output = output;
        headers = new DumpedHeaders();
    }

    @Override
    public LineKind line(TextLine line) {
        if (!warned) {
            warned = true;
            output.warn(
                    line,
                    "flow basic logs are read after their description, not after a real one: take packets and verdicts as hints");
        }
        long time = FlowBasicFormat.blockTime(line.text());
        if (time >= 0) {
            end();
            nanos = time;
            frame = 0;
            return LineKind.NOISE;
        }
        if (FlowBasicFormat.isStage(line.text())) {
            end();
            frame = 0;
            headers.begin(line, nanos);
            return LineKind.PACKET;
        }
        String text = line.text().strip();
        if (headers.read(text)) {
            return LineKind.PACKET;
        }
        return text.isEmpty() ? LineKind.NOISE : remark(line, text);
    }

    private LineKind remark(TextLine line, String text) {
        String low = text.toLowerCase(java.util.Locale.ROOT);
        boolean drop = low.contains("dropped") || low.contains(" drop") || low.startsWith("drop");
        Kind kind = drop ? Kind.DROP : null;
        for (Words words : KNOWN) {
            if (kind == null && low.startsWith(words.beginning)) {
                kind = words.kind;
            }
        }
        if (kind == null) {
            return line.indented() || headers.begun() ? LineKind.NOISE : LineKind.UNKNOWN;
        }
        hand();
        output.event(line.number(), frame, kind, text);
        return LineKind.EVENT;
    }

    /** The packet that was dumped, once its headers are over. */
    private void hand() {
        if (!headers.complete()) {
            return;
        }
        frame = frames.computeIfAbsent(headers.identity(), added -> output.packet(headers.sketch()));
        headers = new DumpedHeaders();
    }

    @Override
    public void end() {
        hand();
        headers = new DumpedHeaders();
    }
}
