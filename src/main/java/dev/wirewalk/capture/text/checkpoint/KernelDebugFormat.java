package dev.wirewalk.capture.text.checkpoint;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.DatedTime;
import dev.wirewalk.capture.text.Prompt;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.List;

/** The text of {@code fw ctl zdebug} and {@code fw ctl kdebug}. */
public final class KernelDebugFormat implements TextFormat {
    private static final List<String> BANNERS = List.of(
            "Initialized kernel debugging buffer",
            "Updated kernel's debug variable",
            "Debug state was reset",
            "Defaulting all kernel debugging options",
            "Kernel debugging buffer size",
            "PPAK 0: Get before set operation succeeded of simple_debug_filter",
            "FW-1: ");

    @Override
    public CaptureFormat format() {
        return CaptureFormat.ofText("fw-ctl-text");
    }

    @Override
    public String lineName() {
        return "a message of the Check Point kernel debug, or its start";
    }

    @Override
    public int recognise(String line) {
        if (line.indexOf("fw_log_drop") >= 0 || isEcho(line)) {
            return SURE + 5;
        }
        if (line.startsWith(";") || line.startsWith("@;")) {
            return line.length() > 2 && line.indexOf(':') > 0 ? SURE : LIKELY;
        }
        boolean stamped = line.indexOf(";[") > 0
                && line.charAt(0) < 128
                && Character.isLetterOrDigit(line.charAt(0))
                && DebugMessage.parse(line, new DatedTime()).isPresent();
        return stamped ? SURE : isBanner(line) ? LIKELY + 5 : 0;
    }

    /** Words of the command itself, from its start or end. */
    static boolean isBanner(String line) {
        String text = line.strip();
        return BANNERS.stream().anyMatch(text::startsWith);
    }

    static boolean isEcho(String line) {
        return line.contains("debug")
                && Prompt.command(line)
                        .filter(command -> command.contains("fw ctl zdebug")
                                || command.contains("fw ctl kdebug")
                                || command.contains("fw ctl debug"))
                        .isPresent();
    }

    @Override
    public boolean partial(String command) {
        return command.startsWith("fw ctl ") && command.contains("debug");
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new KernelDebugParser(output);
    }
}
