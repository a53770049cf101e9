package dev.wirewalk.capture.text.checkpoint;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.capture.text.DatedTime;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.Prompt;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.Optional;

/** Finds the dropped packets in the kernel debug. Messages about anything else are kept as remarks, up to a number. */
final class KernelDebugParser implements TextParser {
    private static final int NOTES_KEPT = 1000;
    private static final int LONGEST_RECORD = 1000;

    private final TextOutput output;
    private final DatedTime clock = new DatedTime();
    private final RecentDrops recent = new RecentDrops();
    private Optional<Wrapped> wrapped = Optional.empty();
    private int notes;
    private boolean lossTold;

    /** A drop whose end stands in the next line. */
    private record Wrapped(TextLine line, String text) {}

    KernelDebugParser(TextOutput output) {
        this.output = output;
    }

    @Override
    public LineKind line(TextLine line) {
        String text = line.text();
        if (text.contains("messages lost")) {
            finish();
            tellLoss(line);
            return LineKind.EVENT;
        }
        Optional<DebugMessage> message =
                KernelDebugFormat.isEcho(text) ? Optional.empty() : DebugMessage.parse(text, clock);
        if (message.isPresent()) {
            finish();
            return take(line, text, message.get());
        }
        if (wrapped.isPresent() && !line.blank() && join(text, wrapped.get())) {
            return LineKind.PACKET;
        }
        finish();
        return line.blank() || KernelDebugFormat.isBanner(text) || KernelDebugFormat.isEcho(text)
                ? LineKind.NOISE
                : LineKind.UNKNOWN;
    }

    private void tellLoss(TextLine line) {
        output.event(line.number(), 0, TextEvent.Kind.NOTE, line.text().strip());
        if (!lossTold) {
            output.warn(line, "the debug buffer ran over: that a drop is missing here does not prove anything");
        }
        lossTold = true;
    }

    private boolean join(String text, Wrapped begun) {
        String joined = begun.text().stripTrailing() + " " + text.strip();
        if (joined.length() > LONGEST_RECORD || Prompt.command(text).isPresent()) {
            return false;
        }
        wrapped = Optional.of(new Wrapped(begun.line(), joined));
        if (!endsTooEarly(joined)) {
            finish();
        }
        return true;
    }

    private void finish() {
        Optional<Wrapped> whole = wrapped;
        wrapped = Optional.empty();
        whole.ifPresent(begun ->
                DebugMessage.parse(begun.text(), clock).ifPresent(message -> interpret(begun.line(), message)));
    }

    private static boolean endsTooEarly(String text) {
        return text.contains("proto=") && !text.contains("eason");
    }

    private LineKind take(TextLine line, String text, DebugMessage message) {
        if (message.function().isEmpty() && message.text().isBlank()) {
            return LineKind.NOISE;
        }
        if (DropLine.speaksOfDrop(message) || message.function().startsWith("fw_log_drop")) {
            if (endsTooEarly(text)) {
                wrapped = Optional.of(new Wrapped(line, text));
                return LineKind.PACKET;
            }
            return interpret(line, message);
        }
        if (notes++ < NOTES_KEPT) {
            output.event(line.number(), 0, TextEvent.Kind.NOTE, sentence(message));
        } else if (notes == NOTES_KEPT + 1) {
            output.warn(line, "more than " + NOTES_KEPT + " messages that are no drops: later ones are left out");
        }
        return LineKind.EVENT;
    }

    private static String sentence(DebugMessage message) {
        return message.function().isEmpty() ? message.text() : message.function() + ": " + message.text();
    }

    private LineKind interpret(TextLine line, DebugMessage message) {
        Optional<DropLine> drop = DropLine.parse(message);
        if (drop.isEmpty()) {
            output.event(line.number(), 0, TextEvent.Kind.DROP, sentence(message));
            return LineKind.EVENT;
        }
        Optional<IpAddress> from = drop.get().source().address();
        Optional<IpAddress> to = drop.get().destination().address();
        String words = reason(drop.get().text());
        if (from.isEmpty() || to.isEmpty() || drop.get().protocol() < 0) {
            output.event(line.number(), 0, TextEvent.Kind.DROP, sentence(message));
            output.warn(
                    line,
                    "a drop without a readable address, port or protocol is kept as a remark only: "
                            + "was it masked?");
            return LineKind.EVENT;
        }
        long before = recent.reportedByAnother(drop.get(), message.nanos(), line.number());
        if (before > 0) {
            output.event(line.number(), before, TextEvent.Kind.NOTE, sentence(message));
            return LineKind.EVENT;
        }
        long frame = output.packet(sketch(line, message, drop.get(), from.get(), to.get()));
        output.event(line.number(), frame, TextEvent.Kind.DROP, words);
        recent.add(drop.get(), message.nanos(), line.number(), frame);
        return LineKind.PACKET;
    }

    /** Module and reason: what stands behind the addresses, or, in the other forms, all. */
    private static String reason(String text) {
        int at = text.indexOf("dropped by");
        return at < 0 ? text : text.substring(at);
    }

    private static PacketSketch sketch(
            TextLine line, DebugMessage message, DropLine drop, IpAddress from, IpAddress to) {
        PacketSketch sketch = new PacketSketch(line).at("drop").addresses(from, to);
        if (message.nanos() != Frame.NO_TIME) {
            sketch.time(message.nanos());
        }
        int source = drop.source().port();
        int destination = drop.destination().port();
        switch (drop.protocol()) {
            case ProtocolName.TCP -> sketch.tcp(source, destination, -1);
            case ProtocolName.UDP -> sketch.udp(source, destination);
            case ProtocolName.ICMP, ProtocolName.ICMPV6 -> icmp(sketch, drop.protocol(), source, destination);
            default -> sketch.protocol(drop.protocol());
        }
        return sketch;
    }

    /**
     * Type and code stand in the places of the ports; or the first four bytes of the message are read as ports, and then the
     * first number holds both, and the second is the checksum.
     */
    private static void icmp(PacketSketch sketch, int protocol, int first, int second) {
        boolean apart = first <= 255 && second <= 255;
        sketch.protocol(protocol).icmp(apart ? first : first >> 8, apart ? second : first & 0xFF);
    }

    @Override
    public void end() {
        finish();
    }
}
