package dev.wirewalk.capture.text.junos;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;

/** {@code Mon DD HH:MM:SS HH:MM:SS.ffffff:CID-N:[THREAD_ID-N:|LSYS_ID-N:]RT:TEXT}. */
public final class FlowTraceFormat implements TextFormat {
    private static final CaptureFormat FORMAT = CaptureFormat.ofText("junos-flow-trace-text");

    @Override
    public CaptureFormat format() {
        return FORMAT;
    }

    @Override
    public String lineName() {
        return "a line of a flow trace of Junos";
    }

    @Override
    public int recognise(String line) {
        return TraceLine.of(line).isPresent() ? SURE + 5 : 0;
    }

    @Override
    public boolean partial(String command) {
        return command.startsWith("show log ") || command.startsWith("monitor start ");
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new FlowTraceParser(output);
    }
}
