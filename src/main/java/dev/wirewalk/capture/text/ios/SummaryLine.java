package dev.wirewalk.capture.text.ios;

import dev.wirewalk.capture.text.LineScanner;
import java.util.Optional;

/**
 * One packet in one line.
 *
 * @param nanos since the capture began
 * @param length of the frame in bytes
 * @param protocol the name that tshark or the router gives to the highest protocol it knows
 * @param info what tshark says of it; empty in the table of a router
 */
record SummaryLine(long nanos, String source, String destination, String protocol, long length, String info) {
    static Optional<SummaryLine> of(String line) {
        LineScanner scanner = new LineScanner(line);
        scanner.blanks();
        if (scanner.number() < 0 || !scanner.blanks()) {
            return Optional.empty();
        }
        long second = scanner.number();
        boolean table = second >= 0 && scanner.peek() != '.';
        if (table) {
            scanner.blanks();
        }
        long seconds = table ? scanner.number() : second;
        if (seconds < 0 || seconds > 4_000_000_000L || scanner.peek() != '.') {
            return Optional.empty();
        }
        long nanos = seconds * 1_000_000_000L + scanner.fraction();
        scanner.blanks();
        String source = scanner.word();
        scanner.blanks();
        if (!scanner.accept("->") && !scanner.accept("\u2192")) {
            return Optional.empty();
        }
        scanner.blanks();
        String destination = scanner.word();
        scanner.blanks();
        if (source.isEmpty() || destination.isEmpty()) {
            return Optional.empty();
        }
        return table ? row(scanner, nanos, source, destination, second) : summary(scanner, nanos, source, destination);
    }

    /** {@code DSCP [name] PROTO} behind the addresses. */
    private static Optional<SummaryLine> row(
            LineScanner scanner, long nanos, String source, String destination, long size) {
        boolean dscp = scanner.number() >= 0 && scanner.blanks();
        String rest = scanner.rest().strip();
        String protocol = rest.substring(rest.lastIndexOf(' ') + 1);
        return dscp && !protocol.isEmpty()
                ? Optional.of(new SummaryLine(nanos, source, destination, protocol, size, ""))
                : Optional.empty();
    }

    private static Optional<SummaryLine> summary(LineScanner scanner, long nanos, String source, String destination) {
        String protocol = scanner.word();
        scanner.blanks();
        long length = scanner.number();
        return length < 0 || protocol.isEmpty()
                ? Optional.empty()
                : Optional.of(new SummaryLine(
                        nanos,
                        source,
                        destination,
                        protocol,
                        length,
                        scanner.rest().strip()));
    }
}
