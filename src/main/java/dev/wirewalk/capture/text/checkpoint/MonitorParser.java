package dev.wirewalk.capture.text.checkpoint;

import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.capture.text.DatedTime;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.Prompt;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.Optional;

/** Puts the two lines of a packet together. A packet is handed out when its second line came, or cannot come any more. */
final class MonitorParser implements TextParser {
    private static final int LONGEST_RECORD = 400;
    private static final String CUT = "a packet of fw monitor without readable addresses is left out";

    private final TextOutput output;
    private final DatedTime clock = new DatedTime();
    private Optional<Held> held = Optional.empty();
    private final EchoOrder echoOrder = new EchoOrder();

    /** A packet whose second line is awaited, or, without a sketch, the beginning of a first line that was wrapped. */
    private record Held(TextLine line, String text, MonitorHead head, Optional<PacketSketch> sketch) {}

    MonitorParser(TextOutput output) {
        this.output = output;
    }

    @Override
    public LineKind line(TextLine line) {
        String text = line.text();
        Optional<MonitorHead> head = MonitorHead.parse(text, clock);
        if (head.isPresent()) {
            release();
            hold(line, text, head.get());
            return LineKind.PACKET;
        }
        if (line.blank() || MonitorFormat.isBanner(text) || MonitorFormat.isEcho(text)) {
            return LineKind.NOISE;
        }
        if (held.isPresent() && goesOn(line, held.get())) {
            return LineKind.PACKET;
        }
        return LineKind.UNKNOWN;
    }

    private void hold(TextLine line, String text, MonitorHead head) {
        Optional<PacketSketch> sketch = MonitorPacket.sketch(line, head, output);
        held = Optional.of(new Held(line, text, head, sketch));
        // People who shorten logs put both lines into one.
        int detail = head.rest().indexOf(") len=") < 0 ? -1 : head.rest().indexOf(": ");
        if (sketch.isPresent() && detail > 0) {
            detail(line, head.rest().substring(head.rest().lastIndexOf(' ', detail) + 1), sketch.get());
        }
    }

    private boolean detail(TextLine line, String text, PacketSketch sketch) {
        if (!MonitorPacket.readDetail(text, sketch, echoOrder)) {
            return false;
        }
        if (echoOrder.noticed()) {
            output.warn(line, "ICMP sequence numbers are printed with their bytes swapped; they are turned back");
        }
        release();
        return true;
    }

    private boolean goesOn(TextLine line, Held packet) {
        if (packet.sketch().isEmpty()) {
            return join(line, packet);
        }
        return detail(line, line.text(), packet.sketch().get()) || MonitorPacket.isHexRow(line.text());
    }

    private boolean join(TextLine line, Held packet) {
        String joined = packet.text().stripTrailing() + " " + line.text().strip();
        if (joined.length() > LONGEST_RECORD || Prompt.command(line.text()).isPresent()) {
            return false;
        }
        MonitorHead.parse(joined, clock).ifPresent(head -> hold(packet.line(), joined, head));
        return true;
    }

    private void release() {
        held.ifPresent(packet ->
                packet.sketch().ifPresentOrElse(sketch -> hand(packet, sketch), () -> output.warn(packet.line(), CUT)));
        held = Optional.empty();
    }

    private void hand(Held packet, PacketSketch sketch) {
        long frame = output.packet(sketch);
        MonitorHead head = packet.head();
        if (!head.module().isEmpty()) {
            output.event(
                    packet.line().number(),
                    frame,
                    TextEvent.Kind.INSPECT,
                    "at " + head.interfaceName() + ":" + head.point() + " chain module " + head.module());
        }
    }

    @Override
    public void end() {
        release();
    }
}
