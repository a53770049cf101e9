package dev.wirewalk.capture.text.linux;

import dev.wirewalk.capture.TextEvent.Kind;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code nft monitor trace}. A packet is printed at each base chain; the first time makes the frame. Its number may come again with a
 * later packet, which is known by what a packet on its way cannot do: change its identification, gain hops, come in again
 * after a way out was chosen, or meet a chain twice. An accept ends its chain alone, a drop ends the packet.
 */
final class NftTraceParser implements TextParser {
    private static final int MOST_CHAINS = 64;

    private final TextOutput output;
    private final Trails<Way> ways = new Trails<>(way -> {});
    private int braces;

    /** What is known of a packet on its way. */
    private static final class Way {
        final long frame;
        final Set<String> chains = new HashSet<>();
        NftFields last;

        Way(long frame, NftFields first) {
            this.frame = frame;
            last = first;
        }

        boolean leadsTo(NftFields next, String chain) {
            boolean sameId = last.text("ip id").equals(next.text("ip id"));
            boolean hopsGained = next.hops() > last.hops();
            boolean backInside = !last.text("oif").isEmpty() && next.text("oif").isEmpty();
            return sameId && !hopsGained && !backInside && !chains.contains(chain) && chains.size() < MOST_CHAINS;
        }
    }

    NftTraceParser(TextOutput output) {
        this.output = output;
    }

    @Override
    public LineKind line(TextLine line) {
        Optional<NftLine> found = NftLine.of(line.text());
        if (found.isEmpty()) {
            return rules(line.text());
        }
        braces = 0;
        NftLine trace = found.get();
        if (trace.packet()) {
            packet(trace, line);
            return LineKind.PACKET;
        }
        long frame = ways.of(trace.id()).map(way -> way.frame).orElse(0L);
        tell(trace, line, frame);
        if (trace.verdict().equals("drop")) {
            ways.remove(trace.id());
        }
        return LineKind.EVENT;
    }

    private void packet(NftLine trace, TextLine line) {
        NftFields fields = new NftFields(trace.rest());
        Optional<Way> known = ways.of(trace.id()).filter(way -> way.leadsTo(fields, trace.place()));
        if (known.isPresent()) {
            Way way = known.get();
            if (!way.last.ends().equals(fields.ends())) {
                output.event(line.number(), way.frame, Kind.NAT, way.last.ends() + " became " + fields.ends());
            }
            way.last = fields;
            way.chains.add(trace.place());
            return;
        }
        PacketSketch sketch = new PacketSketch(line);
        fields.place(sketch);
        Way way = new Way(fields.read(sketch) ? output.packet(sketch) : 0, fields);
        way.chains.add(trace.place());
        ways.put(trace.id(), way);
    }

    private void tell(NftLine trace, TextLine line, long frame) {
        String rule = ' ' + trace.rest() + ' ';
        boolean translated = rule.contains(" dnat ")
                || rule.contains(" snat ")
                || rule.contains(" masquerade ")
                || rule.contains(" redirect ");
        Kind kind = trace.verdict().equals("drop")
                ? Kind.DROP
                : trace.kind().startsWith("conntrack") ? Kind.SESSION : translated ? Kind.NAT : Kind.POLICY;
        output.event(line.number(), frame, kind, trace.text());
        if (rule.contains(" reject ") && kind == Kind.DROP) {
            output.event(line.number(), frame, Kind.REJECT, trace.text());
        }
    }

    /** Rule sets are shown to tell what the traces speak of; they say nothing of a packet. */
    private LineKind rules(String line) {
        if (braces == 0 && !NftTraceFormat.isTable(line)) {
            return line.isBlank() ? LineKind.NOISE : LineKind.UNKNOWN;
        }
        for (int i = 0; i < line.length(); i++) {
            braces += line.charAt(i) == '{' ? 1 : line.charAt(i) == '}' ? -1 : 0;
        }
        braces = Math.max(0, braces);
        return LineKind.NOISE;
    }

    @Override
    public void end() {}
}
