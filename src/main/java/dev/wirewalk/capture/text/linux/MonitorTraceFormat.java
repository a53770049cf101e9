package dev.wirewalk.capture.text.linux;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;

/** {@code xtables-monitor --trace}: {@code PACKET: FAMILY ID IN=… …} and, for each rule, {@code TRACE: FAMILY ID table:chain:…}. */
public final class MonitorTraceFormat implements TextFormat {
    private static final CaptureFormat FORMAT = CaptureFormat.ofText("iptables-trace-text");

    @Override
    public CaptureFormat format() {
        return FORMAT;
    }

    @Override
    public String lineName() {
        return "a packet of xtables-monitor";
    }

    @Override
    public int recognise(String line) {
        return !packetId(line).isEmpty() || !traceId(line).isEmpty() ? SURE + 5 : 0;
    }

    /** Family and number of the packet that the line shows; empty in other lines. */
    static String packetId(String line) {
        return id(line, "PACKET: ");
    }

    static String traceId(String line) {
        return id(line, "TRACE: ");
    }

    private static String id(String line, String label) {
        LineScanner scanner = new LineScanner(line);
        scanner.blanks();
        if (!scanner.accept(label)) {
            return "";
        }
        long family = scanner.number();
        boolean known = family >= 0 && scanner.accept(" ") && scanner.hex() >= 0 && scanner.peek() == ' ';
        return known ? line.substring(line.indexOf(label) + label.length(), scanner.position()) : "";
    }

    @Override
    public boolean aside(String line) {
        return line.strip().startsWith("EVENT: ");
    }

    @Override
    public boolean partial(String command) {
        return command.contains("xtables-monitor");
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new MonitorTraceParser(output);
    }
}
