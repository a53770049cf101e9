package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts lines together to records, and each record to a packet. */
final class TcpdumpParser implements TextParser {
    private static final long EARLIER = 1_000_000_000L;
    private static final long LATER = 60_000_000_000L;

    private final TextOutput out;
    private final Banner banner = new Banner();
    private final HeadColumns columns = new HeadColumns();
    private final HexDump dump = new HexDump();
    private final AsciiDump ascii = new AsciiDump();
    private final LoadBalancerSuffix suffix = new LoadBalancerSuffix();
    private final Times times;
    private PacketText packets = new PacketText();
    private Optional<PacketRecord> open = Optional.empty();
    private TimeColumn.Form form = TimeColumn.Form.NONE;
    private long asciiLength;
    private boolean warned;

    TcpdumpParser(TextOutput out) {
        this.out = out;
        times = new Times(out);
    }

    @Override
    public boolean holds(TextLine line) {
        return ascii.begun() && ascii.isInside(line, asciiLength) && !plausibleHead(line.text());
    }

    @Override
    public LineKind line(TextLine line) {
        String text = line.text();
        if (holds(line)) {
            ascii.add(line);
            return LineKind.PACKET;
        }
        if (line.blank()) {
            return blank(line);
        }
        if (banner.read(text)) {
            return banner(line);
        }
        if (isHead(text)) {
            finish();
            form = columns.form();
            ascii.clear();
            open = Optional.of(new PacketRecord(line, columns, interfaceName(), dump));
            return LineKind.PACKET;
        }
        return open.map(record -> goOn(record, line)).orElse(LineKind.UNKNOWN);
    }

    private LineKind blank(TextLine line) {
        if (ascii.begun()) {
            ascii.add(line);
            return LineKind.PACKET;
        }
        open.ifPresent(PacketRecord::blank);
        return LineKind.NOISE;
    }

    private LineKind banner(TextLine line) {
        if (banner.dropped() > 0) {
            out.warn(
                    line,
                    "tcpdump did not see " + banner.dropped() + " packets ("
                            + line.text().strip() + "): a gap in this text is no evidence of loss");
        }
        if (banner.begins()) {
            finish();
            times.restart();
            packets = new PacketText();
            form = TimeColumn.Form.NONE;
        }
        return LineKind.NOISE;
    }

    /** A head has a time of its own, or, in a text without times, the name of a protocol at the margin. */
    private boolean isHead(String text) {
        columns.read(text);
        LineScanner rest = columns.rest();
        boolean timed = columns.form() != TimeColumn.Form.NONE;
        if (timed && rest.atEnd()) {
            // Junos, extensive: the packet follows behind lines about the interface.
            return !columns.position().isEmpty();
        }
        if (timed) {
            boolean packet = HeadStart.isPacket(rest);
            return packet || (columns.form() == form && !ascii.seen() && form != TimeColumn.Form.OLD_DISTANCE);
        }
        boolean margin = columns.numbered()
                || rest.position() == 0
                || !columns.position().isEmpty();
        if (!margin || !HeadStart.isPacket(rest)) {
            return false;
        }
        boolean awaited = open.map(record -> record.empty() || Continuation.beginsInner(text, lastText(record)))
                .orElse(false);
        boolean worded = HeadStart.isWorded(rest) || HeadStart.isLinked(rest);
        return !awaited && worded && (form == TimeColumn.Form.NONE || !ascii.begun());
    }

    private static String lastText(PacketRecord record) {
        return record.texts().getLast();
    }

    /** Whether this is the head of the next packet, by its time too: a line of a payload may look like one. */
    private boolean plausibleHead(String text) {
        if (form == TimeColumn.Form.NONE || !isHead(text) || columns.form() != form) {
            return false;
        }
        long distance = columns.nanos() - open.map(record -> record.shown).orElse(0L);
        return form == TimeColumn.Form.DISTANCE || (distance >= -EARLIER && distance <= LATER);
    }

    private LineKind goOn(PacketRecord record, TextLine line) {
        String text = line.text();
        if (ascii.begun()) {
            ascii.add(line);
            return LineKind.PACKET;
        }
        if (record.empty()) {
            if (HeadStart.isPacket(new LineScanner(text.strip()))) {
                record.begin(text.strip());
            }
            return LineKind.PACKET;
        }
        boolean characters = ascii.seen() && text.charAt(0) != '\t' && !text.startsWith("    ");
        if (!characters && record.take(text) != PacketRecord.Part.FOREIGN) {
            return LineKind.PACKET;
        }
        if (characters || (dump.isEmpty() && ascii.canBegin(text))) {
            asciiLength = Math.min(AsciiDump.lengthBy(record.texts().getFirst()), banner.snapLength());
            ascii.add(line);
            return LineKind.PACKET;
        }
        return LineKind.UNKNOWN;
    }

    private void finish() {
        open.ifPresent(this::packet);
        open = Optional.empty();
    }

    private void packet(PacketRecord record) {
        PacketSketch sketch = new PacketSketch(record.head);
        sketch.on(record.interfaceName).at(record.position);
        List<String> texts = record.texts();
        LineScanner text = new LineScanner(suffix.cut(texts.getFirst()));
        boolean understood = packets.read(text, sketch, out);
        for (int i = 1; i < texts.size() && packets.awaitsInner(); i++) {
            packets.readInner(new LineScanner(suffix.cut(texts.get(i))), out);
        }
        suffix.tell(sketch);
        record.tellPayload(sketch);
        ascii.tellPayload(sketch);
        if (!dump.isEmpty() && dump.broken()) {
            out.warn(record.head, "the hexadecimal dump of this packet has gaps and is not used");
        } else {
            dump.tell(sketch, banner.linkType());
        }
        List<TextEvent> remarks = remarks(record, understood);
        times.packet(
                sketch,
                record.form,
                record.shown,
                frame -> remarks.forEach(remark -> out.event(remark.line(), frame, remark.kind(), remark.text())));
    }

    /** A name that the reading machine gave to the number of another machine's interface is none, where the number is there. */
    private String interfaceName() {
        boolean foreign = banner.foreignNames() && columns.rest().startsWith("ifindex ");
        return foreign ? "" : columns.interfaceName().isEmpty() ? banner.interfaceName() : columns.interfaceName();
    }

    /** What the record says in words; the number of the frame is not known yet. */
    private List<TextEvent> remarks(PacketRecord record, boolean understood) {
        long line = record.head.number();
        List<TextEvent> remarks = new ArrayList<>(packets.remarks(line));
        remarks.addAll(suffix.remarks(line));
        if (!record.verdict.isEmpty()) {
            boolean blocked = record.verdict.contains("block");
            remarks.add(new TextEvent(line, 0, blocked ? TextEvent.Kind.DROP : TextEvent.Kind.POLICY, record.verdict));
        }
        if (!understood && !warned) {
            warned = true;
            out.warn(
                    record.head,
                    "this packet, and maybe others, is of a protocol whose words are not understood; it is counted only");
        }
        return remarks;
    }

    @Override
    public void end() {
        finish();
        times.flush();
    }
}
