package dev.wirewalk.capture.text.checkpoint;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.capture.text.DatedTime;
import dev.wirewalk.capture.text.LineScanner;
import java.util.Optional;

/**
 * One line of the kernel debug: {@code [TIME][@];[COOKIE;][CONTEXT;]…FUNCTION: TEXT[;]}.
 *
 * @param nanos when, or {@link Frame#NO_TIME}: only {@code -T} and {@code -t} print it
 * @param function empty when the line ends before one
 * @param text without the one semicolon that ends it
 */
record DebugMessage(long nanos, String function, String text) {
    private static final String DROP_FUNCTION = "fw_log_drop";

    /** Empty when the line does not begin as the kernel debug does. */
    static Optional<DebugMessage> parse(String line, DatedTime clock) {
        LineScanner scanner = new LineScanner(line);
        scanner.blanks();
        long nanos = clock.read(scanner);
        scanner.blanks();
        boolean marked = scanner.accept("@;") || scanner.accept(";");
        if (nanos == Frame.NO_TIME && marked && firstItem(scanner.rest()).indexOf(':') > 0) {
            // A cookie such as 882640557.8263 is no time.
            nanos = clock.read(scanner);
        }
        String rest = scanner.rest();
        if (!marked && rest.indexOf(DROP_FUNCTION) < 0) {
            return Optional.empty();
        }
        return Optional.of(afterContext(nanos, rest));
    }

    private static String firstItem(String rest) {
        int end = rest.indexOf(';');
        return end < 0 ? rest : rest.substring(0, end);
    }

    /** The function is the first item that is one word before a colon; cookie and contexts stand before it. */
    private static DebugMessage afterContext(long nanos, String rest) {
        int at = 0;
        while (at < rest.length()) {
            int end = rest.indexOf(';', at);
            int colon = rest.indexOf(':', at);
            if (colon > at
                    && (end < 0 || colon < end)
                    && isName(rest.substring(at, colon).strip())) {
                String text = rest.substring(colon + 1).strip();
                return new DebugMessage(
                        nanos,
                        rest.substring(at, colon).strip(),
                        text.endsWith(";")
                                ? text.substring(0, text.length() - 1).stripTrailing()
                                : text);
            }
            if (end < 0) {
                break;
            }
            at = end + 1;
        }
        int drop = rest.indexOf(DROP_FUNCTION, at);
        return drop > at ? afterContext(nanos, rest.substring(drop)) : new DebugMessage(nanos, "", rest.substring(at));
    }

    private static boolean isName(String word) {
        return !word.isEmpty()
                && word.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)))
                && Character.isLetter(word.charAt(0));
    }
}
