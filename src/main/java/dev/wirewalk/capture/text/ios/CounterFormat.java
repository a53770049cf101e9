package dev.wirewalk.capture.text.ios;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;

/**
 * Tables beside captures: {@code show monitor capture}, its statistics, and the data plane's drop counters ({@code show platform hardware
 * qfp active statistics drop}).
 */
public final class CounterFormat implements TextFormat {
    private static final CaptureFormat FORMAT = CaptureFormat.ofText("cisco-ios-counters-text");

    @Override
    public CaptureFormat format() {
        return FORMAT;
    }

    @Override
    public String lineName() {
        return "a table of capture or drop counters";
    }

    @Override
    public int recognise(String line) {
        return isStatus(line) || isStatistics(line) || isDrops(line) ? SURE : 0;
    }

    static boolean isStatus(String line) {
        return line.startsWith("Status Information for Capture ");
    }

    static boolean isStatistics(String line) {
        return line.startsWith("capture statistics collected at ")
                || line.startsWith("Capture statistics collected at ");
    }

    static boolean isDrops(String line) {
        return line.startsWith("Global Drop Stats ");
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new CounterParser(output);
    }
}
