package dev.wirewalk.capture.text.ios;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;

/** {@code show platform packet-trace packet N|all}: {@code Packet: N CBUG ID: N}. */
public final class PacketTraceFormat implements TextFormat {
    private static final CaptureFormat FORMAT = CaptureFormat.ofText("cisco-ios-packet-trace-text");

    @Override
    public CaptureFormat format() {
        return FORMAT;
    }

    @Override
    public String lineName() {
        return "a packet of show platform packet-trace";
    }

    @Override
    public int recognise(String line) {
        return isPacket(line) ? SURE + 5 : 0;
    }

    static boolean isPacket(String line) {
        LineScanner scanner = new LineScanner(line);
        if (!scanner.accept("Packet: ") || scanner.number() < 0) {
            return false;
        }
        scanner.blanks();
        return scanner.accept("CBUG ID:");
    }

    @Override
    public boolean partial(String command) {
        return command.contains("packet-trace");
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new PacketTraceParser(output);
    }
}
