package dev.wirewalk.capture.text.cisco;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.text.DatedTime;
import dev.wirewalk.capture.text.LineScanner;
import java.util.Optional;

/** How a packet begins in {@code show capture}: {@code N: TIME REST}, in newer versions with a date before the time. */
record RecordHead(long number, long nanos, String rest) {
    static Optional<RecordHead> parse(String text, DatedTime clock) {
        LineScanner line = new LineScanner(text);
        line.blanks();
        long number = line.number();
        if (number < 0 || !line.accept(":") || !line.blanks()) {
            return Optional.empty();
        }
        long nanos = clock.read(line);
        if (nanos == Frame.NO_TIME || !(line.blanks() || line.atEnd())) {
            return Optional.empty();
        }
        return Optional.of(new RecordHead(number, nanos, line.rest()));
    }

    /** Whether what stands behind the time can only be a packet, or its hardware addresses. */
    boolean showsPacket() {
        return rest.contains(" > ")
                || rest.startsWith("arp ")
                || rest.startsWith("802.1Q ")
                || new LineScanner(rest).mac() >= 0;
    }
}
