package dev.wirewalk.capture.text.fortigate;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;

/** {@code diagnose debug flow}: {@code [time ]id=N trace_id=N [func=… line=N ]msg="…"}, also behind a prompt or a blade's number. */
public final class FlowFormat implements TextFormat {
    private static final CaptureFormat FORMAT = CaptureFormat.ofText("fortigate-flow-text");

    @Override
    public CaptureFormat format() {
        return FORMAT;
    }

    @Override
    public String lineName() {
        return "a message of diagnose debug flow";
    }

    @Override
    public int recognise(String line) {
        if (FlowParser.isPppDebug(line)) {
            return LIKELY;
        }
        if (line.indexOf(FlowRecord.TRACE) < 0) {
            return 0;
        }
        int records = FlowRecord.beginnings(line).size();
        if (records == 0) {
            return 0;
        }
        return line.indexOf("msg=") > 0 || line.indexOf("func=") > 0 ? SURE : LIKELY;
    }

    @Override
    public boolean aside(String line) {
        return DeviceText.is(line);
    }

    @Override
    public boolean partial(String command) {
        return command.startsWith("diag") && command.contains(" deb") && command.contains(" flow");
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new FlowParser(output);
    }
}
