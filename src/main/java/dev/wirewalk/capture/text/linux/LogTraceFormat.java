package dev.wirewalk.capture.text.linux;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;

/** The target TRACE of iptables in the kernel's log: {@code TRACE: table:chain:rule|return|policy:N IN=… OUT=… …}. */
public final class LogTraceFormat implements TextFormat {
    private static final CaptureFormat FORMAT = CaptureFormat.ofText("iptables-trace-text");

    @Override
    public CaptureFormat format() {
        return FORMAT;
    }

    @Override
    public String lineName() {
        return "a line of the iptables target TRACE";
    }

    @Override
    public int recognise(String line) {
        return TracePoint.ofLog(line).isPresent() ? SURE + 5 : 0;
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new LogTraceParser(output);
    }
}
