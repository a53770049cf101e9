package dev.wirewalk.capture.text.fortigate;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;

/** {@code diagnose sniffer packet}: {@code TIME [IF in|out|--] PACKET}, the addresses with {@code ->} between. */
public final class SnifferFormat implements TextFormat {
    private static final CaptureFormat FORMAT = CaptureFormat.ofText("fortigate-sniffer-text");
    private static final int PROBABLE = 70;

    @Override
    public CaptureFormat format() {
        return FORMAT;
    }

    @Override
    public String lineName() {
        return "a packet of diagnose sniffer packet";
    }

    @Override
    public int recognise(String line) {
        return SnifferHead.of(line)
                .map(head ->
                        head.interfaceName().isEmpty() && !SnifferPacket.hasArrow(head.packet()) ? PROBABLE : SURE + 5)
                .orElse(0);
    }

    @Override
    public boolean aside(String line) {
        return DeviceText.is(line);
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new SnifferParser(output);
    }
}
