package dev.wirewalk.capture.text;

import dev.wirewalk.capture.text.checkpoint.KernelDebugFormat;
import dev.wirewalk.capture.text.checkpoint.MonitorFormat;
import dev.wirewalk.capture.text.fortigate.FlowFormat;
import dev.wirewalk.capture.text.fortigate.SnifferFormat;
import java.util.List;

/** All texts that are read. A new one is one line here. */
final class TextFormats {
    private TextFormats() {}

    static List<TextFormat> standard() {
        return List.of(new MonitorFormat(), new KernelDebugFormat(), new FlowFormat(), new SnifferFormat());
    }
}
