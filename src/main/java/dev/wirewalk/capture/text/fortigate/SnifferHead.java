package dev.wirewalk.capture.text.fortigate;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.ShownClock;
import java.util.Optional;

/**
 * The line that begins a packet of the sniffer.
 *
 * @param nanos since 1970-01-01 where the date is shown, else since the sniffer began
 * @param interfaceName empty at verbosity 1 to 3
 * @param position {@code in}, {@code out}, or empty: with one named interface the sniffer shows {@code --}
 * @param packet the rest of the line
 */
record SnifferHead(long nanos, String interfaceName, String position, String packet) {
    static Optional<SnifferHead> of(String line) {
        if (line.isEmpty() || !Character.isDigit(line.charAt(0))) {
            return Optional.empty();
        }
        LineScanner scanner = new LineScanner(line);
        long nanos = time(scanner);
        if (nanos < 0 || !scanner.blanks()) {
            return Optional.empty();
        }
        int behindTime = scanner.position();
        String name = scanner.word();
        scanner.blanks();
        String direction = scanner.word();
        if (direction.equals("in") || direction.equals("out") || direction.equals("--")) {
            scanner.blanks();
            String position = direction.equals("--") ? "" : direction;
            return scanner.atEnd()
                    ? Optional.empty()
                    : Optional.of(new SnifferHead(
                            nanos, name, position, scanner.rest().strip()));
        }
        scanner.moveTo(behindTime);
        String packet = scanner.rest().strip();
        return SnifferPacket.is(packet) ? Optional.of(new SnifferHead(nanos, "", "", packet)) : Optional.empty();
    }

    /** {@code S.ffffff} or {@code YYYY-MM-DD HH:MM:SS.ffffff}; -1 for anything else. */
    private static long time(LineScanner scanner) {
        long first = scanner.number();
        if (first >= 0 && scanner.peek() == '.') {
            int before = scanner.position();
            long fraction = scanner.fraction();
            return scanner.position() == before + 7 && first < 10_000_000_000L ? first * 1_000_000_000L + fraction : -1;
        }
        long month = first > 1000 && scanner.accept("-") ? scanner.number() : -1;
        long day = month > 0 && scanner.accept("-") ? scanner.number() : -1;
        long timeOfDay = day > 0 && scanner.blanks() ? scanner.timeOfDay() : -1;
        return timeOfDay < 0 ? -1 : ShownClock.date(first, month, day, timeOfDay);
    }
}
