package dev.wirewalk.capture.text.ios;

import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.Optional;

/**
 * Reads the data plane's trace of single packets. A trace is a frame where the packet came in and, where the bytes that went out
 * were kept, another where it left; its state is the verdict, its features are what was asked on the way.
 */
final class PacketTraceParser implements TextParser {
    private final TextOutput output;
    private Optional<TracedPacket> open = Optional.empty();

    PacketTraceParser(TextOutput output) {
        this.output = output;
    }

    @Override
    public LineKind line(TextLine line) {
        if (PacketTraceFormat.isPacket(line.text())) {
            end();
            open = Optional.of(new TracedPacket(line));
            return LineKind.PACKET;
        }
        if (line.blank()) {
            return LineKind.NOISE;
        }
        return open.isPresent() && open.get().line(line) ? LineKind.PACKET : LineKind.UNKNOWN;
    }

    @Override
    public void end() {
        open.ifPresent(packet -> packet.hand(output));
        open = Optional.empty();
    }
}
