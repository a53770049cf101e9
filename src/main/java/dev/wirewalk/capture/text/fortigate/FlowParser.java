package dev.wirewalk.capture.text.fortigate;

import dev.wirewalk.capture.TextEvent.Kind;
import dev.wirewalk.capture.text.LineKind;
import dev.wirewalk.capture.text.PacketSketch;
import dev.wirewalk.capture.text.TextLine;
import dev.wirewalk.capture.text.TextOutput;
import dev.wirewalk.capture.text.TextParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins the messages of {@code diagnose debug flow} into traces by their number. The message of the received packet makes a frame, all
 * that follow speak of it. A trace without a word of accepting or dropping stays without one: that is not the same as accepted.
 */
final class FlowParser implements TextParser {
    /** Traces run into each other when several processors print; far more than that are over. */
    private static final int TRACES_KEPT = 512;

    private static final int LINES_OF_RECORD = 6;
    private static final int TERMINAL_WIDTH = 80;

    private final TextOutput output;
    private final Map<Long, Long> frames = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > TRACES_KEPT;
        }
    };
    private Optional<Started> started = Optional.empty();

    /** A record whose closing quote has not come yet. */
    private record Started(TextLine head, String text, int lines, int lastWidth) {
        /** A terminal breaks at its width and loses nothing; a document breaks at a blank, or behind the dash of an arrow, and loses it. */
        Started with(String next) {
            boolean lost = lastWidth != TERMINAL_WIDTH && !next.startsWith(">") && !next.startsWith("->");
            String gap = lost && !text.endsWith(" ") && !next.startsWith(" ") ? " " : "";
            return new Started(head, text + gap + next, lines + 1, next.length());
        }
    }

    FlowParser(TextOutput output) {
        this.output = output;
    }

    @Override
    public LineKind line(TextLine line) {
        List<Integer> beginnings =
                line.text().indexOf(FlowRecord.TRACE) < 0 ? List.of() : FlowRecord.beginnings(line.text());
        if (beginnings.isEmpty()) {
            return withoutRecord(line);
        }
        end();
        LineKind kind = LineKind.EVENT;
        for (int i = 0; i < beginnings.size(); i++) {
            boolean last = i + 1 == beginnings.size();
            String record =
                    line.text().substring(beginnings.get(i), last ? line.text().length() : beginnings.get(i + 1));
            if (last && !FlowRecord.closed(record)) {
                started = Optional.of(new Started(line, record, 1, line.text().length()));
                return FlowHead.is(record) ? LineKind.PACKET : kind;
            }
            kind = take(record, line) ? LineKind.PACKET : kind;
        }
        return kind;
    }

    private LineKind withoutRecord(TextLine line) {
        if (started.isPresent()
                && !line.blank()
                && started.get().lines < LINES_OF_RECORD
                && !DeviceText.is(line.text())) {
            Started longer = started.get().with(line.text());
            started = Optional.of(longer);
            if (FlowRecord.closed(longer.text)) {
                end();
            }
            return FlowHead.is(longer.text) ? LineKind.PACKET : LineKind.EVENT;
        }
        end();
        if (isPppDebug(line.text())) {
            output.event(line.number(), 0, Kind.NOTE, line.text().strip());
            return LineKind.EVENT;
        }
        return isOtherDaemon(line.text()) ? LineKind.NOISE : LineKind.UNKNOWN;
    }

    /** {@code PPP send: LCP Configure_Request …}, of the debug that runs beside where an interface dials in; perhaps behind a prompt. */
    static boolean isPppDebug(String text) {
        return text.startsWith("PPP send: ")
                || text.startsWith("PPP recv: ")
                || text.contains(" # PPP send: ")
                || text.contains(" # PPP recv: ");
    }

    /** {@code snmpd: …}, {@code ike 0: …}: another debug runs beside. */
    private static boolean isOtherDaemon(String text) {
        int at = 0;
        while (at < text.length() && at < 24 && (Character.isLowerCase(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return at > 2 && (text.startsWith(": ", at) || text.startsWith(" 0:", at) || text.startsWith("[", at));
    }

    @Override
    public void end() {
        started.ifPresent(record -> {
            started = Optional.empty();
            take(record.text, record.head);
        });
    }

    /** @return whether it made a packet */
    private boolean take(String text, TextLine line) {
        FlowRecord record = FlowRecord.of(text);
        if (FlowHead.is(record.text())) {
            PacketSketch sketch = new PacketSketch(line).time(record.nanos());
            if (FlowHead.read(record.text(), sketch, output)) {
                long frame = output.packet(sketch);
                frames.remove(record.trace());
                frames.put(record.trace(), frame);
                if (FlowHead.fromTunnel(record.text())) {
                    output.event(line.number(), frame, Kind.VPN, record.text());
                }
                return true;
            }
            output.warn(line, "the message of a received packet shows no addresses");
            frames.remove(record.trace());
        }
        long frame = frames.getOrDefault(record.trace(), 0L);
        if (!record.text().isEmpty()) {
            output.event(line.number(), frame, FlowWords.kind(record), record.text());
        }
        return false;
    }
}
