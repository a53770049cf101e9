package dev.wirewalk.capture.text.windows;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.List;

/** {@code pktmon start … --log-mode real-time} and {@code pktmon etl2txt}: a line with {@code PktGroupId N, …}, and the packet below it. */
public final class PktmonFormat implements TextFormat {
    private static final CaptureFormat FORMAT = CaptureFormat.ofText("pktmon-text");

    private static final List<String> BANNERS = List.of(
            "Active measurement started",
            "Processing...",
            "Logger Parameters:",
            "Logger name:",
            "Logging mode:",
            "Log file:",
            "Max file size:",
            "Memory used:",
            "Collected Data:",
            "Packet counters",
            "Capture Type:",
            "All packets",
            "Monitored Components:",
            "Packet Filters:",
            "Filter added.",
            "Packet Monitor",
            "Microsoft Windows [Version",
            "(c) Microsoft Corporation");

    @Override
    public CaptureFormat format() {
        return FORMAT;
    }

    @Override
    public String lineName() {
        return "an appearance of a packet in pktmon";
    }

    @Override
    public int recognise(String line) {
        return Appearance.of(line).isPresent() ? SURE + 5 : 0;
    }

    @Override
    public boolean aside(String line) {
        String text = line.strip();
        return BANNERS.stream().anyMatch(text::startsWith);
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new PktmonParser(output);
    }
}
