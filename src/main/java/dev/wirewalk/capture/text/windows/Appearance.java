package dev.wirewalk.capture.text.windows;

import dev.wirewalk.capture.text.LineScanner;
import java.util.Optional;

/**
 * The line before a packet. All labels but the first are translated on Windows in other languages, so that a field whose label is not
 * known is found by its place.
 *
 * @param before what stands before the fields: the time, and whatever the log adds
 * @param direction {@code Tx}, {@code Rx}, or a translated word
 * @param component the number of the component that saw the packet
 * @param edge the side of the component, or empty
 * @param dropped whether the component threw the packet away
 * @param reason why, in the words of Windows; empty when none are given
 */
record Appearance(String before, String direction, String component, String edge, boolean dropped, String reason) {
    private static final String FIRST = "PktGroupId ";
    private static final int DIRECTION = 3;
    private static final int COMPONENT = 5;

    static Optional<Appearance> of(String line) {
        int at = line.indexOf(FIRST);
        if (at < 0) {
            return Optional.empty();
        }
        String[] fields = line.substring(at).split(",");
        if (fields.length <= COMPONENT || new LineScanner(fields[0].substring(FIRST.length())).number() < 0) {
            return Optional.empty();
        }
        String before = line.substring(0, at);
        String reason = "";
        String location = "";
        String edge = "";
        for (String field : fields) {
            String text = field.strip();
            if (text.startsWith("DropReason ")) {
                reason = text.substring("DropReason ".length()).strip();
            } else if (text.startsWith("DropLocation ")) {
                location = text;
            } else if (text.startsWith("Edge ")) {
                edge = text.substring("Edge ".length());
            }
        }
        // The mark of a drop is a translated word with a colon; a time has no colon at its end.
        boolean dropped = before.strip().endsWith(":") || !reason.isEmpty();
        String why = location.isEmpty() ? reason : reason.isEmpty() ? location : reason + ", " + location;
        return Optional.of(
                new Appearance(before, last(fields[DIRECTION]), last(fields[COMPONENT]), edge, dropped, why));
    }

    private static String last(String field) {
        String text = field.strip();
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    String interfaceName() {
        return "component " + component + (edge.isEmpty() ? "" : " edge " + edge);
    }

    String position() {
        return dropped ? "drop" : direction.equals("Tx") ? "out" : direction.equals("Rx") ? "in" : "";
    }
}
