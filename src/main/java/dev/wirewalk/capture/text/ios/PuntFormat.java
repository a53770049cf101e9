package dev.wirewalk.capture.text.ios;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;

/** {@code show platform software fed … punt|inject packet-capture brief|detailed}: {@code ------ Punt Packet Number: N, Timestamp: … ------}. */
public final class PuntFormat implements TextFormat {
    private static final CaptureFormat FORMAT = CaptureFormat.ofText("cisco-ios-punt-text");

    @Override
    public CaptureFormat format() {
        return FORMAT;
    }

    @Override
    public String lineName() {
        return "a packet punted to the processor of a switch";
    }

    @Override
    public int recognise(String line) {
        return isPacket(line) ? SURE + 5 : 0;
    }

    static boolean isPacket(String line) {
        return line.startsWith("------ ")
                && (line.contains("Punt Packet Number:") || line.contains("Inject Packet Number:"));
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new PuntParser(output);
    }
}
