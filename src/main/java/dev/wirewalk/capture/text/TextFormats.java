package dev.wirewalk.capture.text;

import dev.wirewalk.capture.text.checkpoint.KernelDebugFormat;
import dev.wirewalk.capture.text.checkpoint.MonitorFormat;
import dev.wirewalk.capture.text.cisco.AsaFormat;
import dev.wirewalk.capture.text.fortigate.FlowFormat;
import dev.wirewalk.capture.text.fortigate.SnifferFormat;
import dev.wirewalk.capture.text.ios.CounterFormat;
import dev.wirewalk.capture.text.ios.DetailFormat;
import dev.wirewalk.capture.text.ios.PacketTraceFormat;
import dev.wirewalk.capture.text.ios.PuntFormat;
import dev.wirewalk.capture.text.ios.SummaryFormat;
import dev.wirewalk.capture.text.junos.FlowTraceFormat;
import dev.wirewalk.capture.text.junos.PacketDropFormat;
import dev.wirewalk.capture.text.linux.LogTraceFormat;
import dev.wirewalk.capture.text.linux.MonitorTraceFormat;
import dev.wirewalk.capture.text.linux.NftTraceFormat;
import dev.wirewalk.capture.text.pan.FlowBasicFormat;
import dev.wirewalk.capture.text.tcpdump.TcpdumpFormat;
import dev.wirewalk.capture.text.windows.PktmonFormat;
import java.util.List;

/** All texts that are read. A new one is one line here. */
final class TextFormats {
    private TextFormats() {}

    static List<TextFormat> standard() {
        return List.of(
                new MonitorFormat(),
                new KernelDebugFormat(),
                new AsaFormat(),
                new FlowFormat(),
                new SnifferFormat(),
                new LogTraceFormat(),
                new MonitorTraceFormat(),
                new NftTraceFormat(),
                new FlowTraceFormat(),
                new PacketDropFormat(),
                new FlowBasicFormat(),
                new SummaryFormat(),
                new DetailFormat(),
                new PacketTraceFormat(),
                new PuntFormat(),
                new CounterFormat(),
                new PktmonFormat(),
                new TcpdumpFormat());
    }
}
