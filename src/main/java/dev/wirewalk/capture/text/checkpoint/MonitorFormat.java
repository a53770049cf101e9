package dev.wirewalk.capture.text.checkpoint;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.DatedTime;
import dev.wirewalk.capture.text.Prompt;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.List;

/** The text of {@code fw monitor} and {@code fw6 monitor}. */
public final class MonitorFormat implements TextFormat {
    private static final List<String> BANNERS = List.of(
            "monitor: ",
            "monitorfilter:",
            "Compiled OK.",
            "PPAK 0:",
            "FW monitor will record only",
            "For capturing the whole packet",
            "fw: getting filter");

    @Override
    public CaptureFormat format() {
        return CaptureFormat.ofText("fw-monitor-text");
    }

    @Override
    public String lineName() {
        return "fw monitor: interface, inspection point and length of a packet, or its start";
    }

    @Override
    public int recognise(String line) {
        if (line.indexOf("->") > 0
                && MonitorHead.parse(line, new DatedTime())
                        .filter(head -> head.rest().contains("->"))
                        .isPresent()) {
            return SURE + 5;
        }
        return isEcho(line) ? SURE : isBanner(line) ? LIKELY : 0;
    }

    /** Words of the tool itself, from its start or end. */
    static boolean isBanner(String line) {
        String trimmed = line.strip();
        // Where the interrupt was typed, the terminal shows it before the tool's last words.
        String text = trimmed.startsWith("^C") ? trimmed.substring(2).strip() : trimmed;
        return BANNERS.stream().anyMatch(text::startsWith);
    }

    static boolean isEcho(String line) {
        return line.contains("monitor")
                && Prompt.command(line)
                        .filter(command -> command.startsWith("fw monitor")
                                || command.startsWith("fw6 monitor")
                                || command.startsWith("g_fw monitor"))
                        .isPresent();
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new MonitorParser(output);
    }
}
