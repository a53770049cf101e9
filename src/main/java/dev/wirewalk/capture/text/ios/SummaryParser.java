package dev.wirewalk.capture.text.ios;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.TextEvent.Kind;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.Optional;

/** Reads one-line summaries, and on routers the dumps below them. */
final class SummaryParser implements TextParser {
    private final TextOutput output;
    private final WordRows rows = new WordRows();
    private Optional<Open> open = Optional.empty();

    /** A packet whose dump may follow. */
    private record Open(TextLine line, PacketSketch sketch, String remark) {}

    SummaryParser(TextOutput output) {
        this.output = output;
    }

    @Override
    public LineKind line(TextLine line) {
        Optional<SummaryLine> summary = SummaryLine.of(line.text());
        if (summary.isPresent()) {
            end();
            PacketSketch sketch =
                    new PacketSketch(line).time(summary.get().nanos()).on(CommandedCapture.place(output.commands()));
            read(summary.get(), sketch);
            open = Optional.of(new Open(line, sketch, remark(summary.get().info())));
            return LineKind.PACKET;
        }
        if (isFirstRow(line.text()) && !(rows.isEmpty() && open.isPresent())) {
            end();
            open = Optional.of(
                    new Open(line, new PacketSketch(line).on(CommandedCapture.place(output.commands())), ""));
        }
        if (open.isPresent() && rows.add(line.text())) {
            return LineKind.PACKET;
        }
        if (line.blank()) {
            return LineKind.NOISE;
        }
        return isHeading(line.text()) ? LineKind.NOISE : LineKind.UNKNOWN;
    }

    /** A dump alone shows no summary before its rows. */
    static boolean isFirstRow(String line) {
        String text = line.strip();
        return text.startsWith("0000: ") && new WordRows().add(text);
    }

    private static boolean isHeading(String line) {
        String text = line.strip();
        return text.startsWith("#") && text.contains("size") && text.contains("source")
                || new LineScanner(text).number() >= 0 && text.length() < 7;
    }

    /** {@code [TCP Retransmission] 49152 -> 443 …}: what tshark found is a remark, as it knew more of the flow than is printed. */
    private static String remark(String info) {
        int end = info.indexOf(']');
        return info.startsWith("[TCP ") && end > 0 ? info.substring(1, end) : "";
    }

    private static void read(SummaryLine line, PacketSketch sketch) {
        Optional<IpAddress> from = IpAddress.parse(line.source());
        Optional<IpAddress> to = IpAddress.parse(line.destination());
        if (from.isPresent() && to.isPresent()) {
            sketch.addresses(from.get(), to.get());
            SummaryInfo.read(line, sketch, from.get().version().bits() == 128);
            return;
        }
        sketch.frameLength(line.length());
        sketch.macs(new LineScanner(line.source()).mac(), new LineScanner(line.destination()).mac());
        if (line.protocol().startsWith("0x")) {
            long type = new LineScanner(line.protocol()).hex();
            if (type >= 0) {
                sketch.etherType((int) type & 0xFFFF);
            }
        } else if (line.protocol().equals("ARP")) {
            SummaryInfo.arp(line.info(), sketch);
        }
    }

    @Override
    public void end() {
        open.ifPresent(packet -> {
            rows.into(packet.sketch);
            long frame = output.packet(packet.sketch);
            if (!packet.remark.isEmpty()) {
                output.event(packet.line.number(), frame, Kind.NOTE, packet.remark);
            }
        });
        open = Optional.empty();
        rows.clear();
    }
}
