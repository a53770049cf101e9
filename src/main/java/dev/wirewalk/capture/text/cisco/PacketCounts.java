package dev.wirewalk.capture.text.cisco;

import dev.wirewalk.capture.text.LineScanner;
import java.util.Optional;

/** {@code 9 packets captured} before the packets of a capture, {@code 9 packets shown} behind them. */
record PacketCounts(long packets, boolean shown) {
    static Optional<PacketCounts> parse(String text) {
        LineScanner line = new LineScanner(text);
        line.blanks();
        long packets = line.number();
        if (packets < 0 || !(line.accept(" packets ") || line.accept(" packet "))) {
            return Optional.empty();
        }
        String word = line.rest().strip();
        return word.equals("shown") || word.equals("captured")
                ? Optional.of(new PacketCounts(packets, word.equals("shown")))
                : Optional.empty();
    }
}
