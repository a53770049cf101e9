package dev.wirewalk.capture.text.checkpoint;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.text.DatedTime;
import dev.wirewalk.capture.text.LineScanner;
import java.util.Optional;

/**
 * The first of the two lines that fw monitor prints of a packet at one point:
 * {@code [vs_0][fw_1] eth0:i2 (fw VM inbound )[64]: SRC -> DST (TCP) len=64 id=25348}.
 *
 * @param nanos when, or {@link Frame#NO_TIME}: only {@code -T} prints it
 * @param point letter of the inspection point, with what stands behind it: a second letter, the number in the chain
 * @param module the chain module that saw the packet; empty without {@code -p}
 * @param captured bytes from the IP header on; -1 when not told
 * @param rest what stands behind the bracket with the length
 */
record MonitorHead(long nanos, String interfaceName, String point, String module, int captured, String rest) {
    private static final String POINTS = "iIoOeE";
    private static final int LONGEST_POINT = 12;

    /** Empty when the line does not begin with an interface, a point and a length. */
    static Optional<MonitorHead> parse(String text, DatedTime clock) {
        if (text.indexOf("]:") < 0) {
            return Optional.empty();
        }
        LineScanner line = new LineScanner(text);
        long nanos = prefixes(line, clock);
        int from = line.position();
        while (!line.atEnd() && " \t[(".indexOf(line.peek()) < 0) {
            line.moveTo(line.position() + 1);
        }
        String word = text.substring(from, line.position());
        int colon = word.lastIndexOf(':');
        String point = word.substring(colon + 1);
        if (colon <= 0 || !isPoint(point)) {
            return Optional.empty();
        }
        line.blanks();
        String module = module(text, line);
        if (!line.accept("[")) {
            return Optional.empty();
        }
        long captured = line.number();
        if (captured < 0 || !line.skipTo("]:")) {
            return Optional.empty();
        }
        line.blanks();
        return Optional.of(new MonitorHead(
                nanos, word.substring(0, colon), point, module, (int) Math.min(captured, 0xFFFF), line.rest()));
    }

    /** Virtual system, instance, connection id, time: in any order. */
    private static long prefixes(LineScanner line, DatedTime clock) {
        long nanos = Frame.NO_TIME;
        while (true) {
            line.blanks();
            if (line.peek() == '[' && line.skipTo("]")) {
                line.accept(":");
            } else {
                long time = clock.read(line);
                if (time == Frame.NO_TIME) {
                    return nanos;
                }
                nanos = time;
                line.accept(";");
            }
        }
    }

    private static boolean isPoint(String point) {
        if (point.isEmpty() || point.length() > LONGEST_POINT || POINTS.indexOf(point.charAt(0)) < 0) {
            return false;
        }
        return point.chars().allMatch(c -> c == '-' || (c < 128 && Character.isLetterOrDigit(c)));
    }

    /** The name may hold parentheses itself, and ends where the length begins. */
    private static String module(String text, LineScanner line) {
        int end = text.lastIndexOf(")[");
        if (line.peek() != '(' || end < line.position()) {
            return "";
        }
        String name = text.substring(line.position() + 1, end).strip();
        line.moveTo(end + 1);
        return name;
    }
}
