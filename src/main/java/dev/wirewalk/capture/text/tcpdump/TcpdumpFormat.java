package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.CaptureFormat;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.TextFormat;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;

/** The text of tcpdump, of every release, and of tools that print as it does: F5, Junos, pf's log, Check Point's cppcap. */
public final class TcpdumpFormat implements TextFormat {
    private static final CaptureFormat FORMAT = CaptureFormat.ofText("tcpdump-text");
    private static final int LONGEST_JUDGED = 400;

    /** The year 1973. */
    private static final long LEAST_EPOCH = 100_000_000_000_000_000L;

    private static final int PLAIN = 80;
    private static final int NO_TIME = 60;

    @Override
    public CaptureFormat format() {
        return FORMAT;
    }

    @Override
    public String lineName() {
        return "a line of tcpdump";
    }

    @Override
    public int recognise(String line) {
        if (line.isEmpty()) {
            return 0;
        }
        char first = line.charAt(0);
        boolean digit = first >= '0' && first <= '9';
        if (digit || first == ' ' || first == '-' || first == '[') {
            return digit || line.length() > 1 && " 0123456789[abcdefghijklmnopqrstuvwxyz".indexOf(line.charAt(1)) >= 0
                    ? head(line)
                    : 0;
        }
        if (line.startsWith("tcpdump: listening on ")
                || ((line.startsWith("listening on ") || line.startsWith("reading from file "))
                        && line.contains("link-type "))
                || (line.startsWith("Listening on ") && line.contains("capture size "))) {
            return SURE + 5;
        }
        if (line.startsWith("tcpdump: verbose output")
                || line.startsWith("Address resolution is O")
                || line.startsWith("tcpdump: data link type")) {
            return LIKELY;
        }
        boolean worded = line.startsWith("IP ") || line.startsWith("IP6 ") || line.startsWith("ARP, ");
        return worded || Character.isUpperCase(first) ? head(line) : 0;
    }

    private static int head(String line) {
        HeadColumns columns = new HeadColumns();
        columns.read(line.length() > LONGEST_JUDGED ? line.substring(0, LONGEST_JUDGED) : line);
        boolean timed = columns.form() != TimeColumn.Form.NONE;
        LineScanner rest = columns.rest();
        if (!HeadStart.isPacket(rest)) {
            return 0;
        }
        if (!timed) {
            return columns.numbered() ? PLAIN : HeadStart.isWorded(rest) ? NO_TIME : 0;
        }
        if (columns.form() == TimeColumn.Form.EPOCH && columns.nanos() < LEAST_EPOCH) {
            // Other tools count seconds from their start.
            return LIKELY;
        }
        boolean told = HeadStart.isWorded(rest) || !columns.position().isEmpty() || HeadStart.isLinked(rest);
        return told ? SURE : PLAIN;
    }

    @Override
    public boolean partial(String command) {
        return command.startsWith("monitor traffic ");
    }

    @Override
    public TextParser parser(TextOutput output) {
        return new TcpdumpParser(output);
    }
}
