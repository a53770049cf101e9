package dev.wirewalk.capture.text.cisco;

import dev.wirewalk.capture.TextEvent;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;

/** The table of {@code show asp drop}: how often the device dropped for each reason, since the counters were cleared. */
final class DropCounters {
    private final TextOutput output;
    private String table = "";

    DropCounters(TextOutput output) {
        this.output = output;
    }

    static boolean begins(String text) {
        return text.equals("Frame drop:") || text.equals("Flow drop:");
    }

    /** UNKNOWN when the line is no part of the table. */
    LineKind line(TextLine line) {
        String text = line.text().strip();
        if (begins(text)) {
            table = text.substring(0, text.length() - " drop:".length());
            return LineKind.NOISE;
        }
        if (text.startsWith("Last clearing:")) {
            return LineKind.NOISE;
        }
        int behindCode = text.lastIndexOf(") ");
        if (table.isEmpty() || behindCode < 0 || text.lastIndexOf('(', behindCode) < 0) {
            return LineKind.UNKNOWN;
        }
        LineScanner count = new LineScanner(text.substring(behindCode + 2).strip());
        long dropped = count.number();
        if (dropped < 0 || !count.atEnd()) {
            return LineKind.UNKNOWN;
        }
        output.event(
                line.number(),
                0,
                TextEvent.Kind.NOTE,
                table + " drop counter: " + text.substring(0, behindCode + 1) + ": " + dropped);
        return LineKind.EVENT;
    }

    void end() {
        table = "";
    }
}
