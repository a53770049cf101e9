package dev.wirewalk.capture.text.checkpoint;

import java.util.Locale;
import java.util.Optional;

/**
 * A message of the kernel debug that says that a packet was dropped.
 *
 * @param function the kernel function that prints; a packet can be reported by two of them
 * @param protocol IP protocol number, -1 when not shown
 * @param source with the ICMP type as port
 * @param destination with the ICMP code as port
 * @param text the message without its function and last semicolon
 */
record DropLine(String function, int protocol, Endpoint source, Endpoint destination, String text) {
    /** Empty for a message that does not speak of a drop, or not of addresses and ports. */
    static Optional<DropLine> parse(DebugMessage message) {
        String text = message.text();
        if (!speaksOfDrop(message)) {
            return Optional.empty();
        }
        int packet = text.indexOf("proto=");
        if (packet >= 0) {
            return plain(message, text.substring(packet));
        }
        int angle = text.indexOf('<');
        int close = angle < 0 ? -1 : closing(text, angle);
        return close < 0 ? Optional.empty() : bracketed(message, text.substring(angle + 1, close));
    }

    /** The bracket that is not the head of an arrow. */
    private static int closing(String text, int from) {
        int at = text.indexOf('>', from);
        while (at > 0 && text.charAt(at - 1) == '-') {
            at = text.indexOf('>', at + 1);
        }
        return at;
    }

    static boolean speaksOfDrop(DebugMessage message) {
        String function = message.function();
        String text = message.text().toLowerCase(Locale.ROOT);
        boolean dropping = function.startsWith("fw_log_drop")
                || function.equals("sim_pkt_send_drop_notification")
                || function.equals("simpkt_in_drop")
                || text.contains("simpkt_in_drop")
                || function.equals("cmik_loader_fw_context_match_cb");
        return dropping && (text.contains("drop") || text.contains("reason:") || text.contains("reject"));
    }

    /** {@code proto=6 A:SP -> B:DP dropped by …}. */
    private static Optional<DropLine> plain(DebugMessage message, String text) {
        String[] words = text.split(" ", 5);
        if (words.length < 4 || !words[2].equals("->")) {
            return Optional.empty();
        }
        int protocol = Decimal.parse(words[0].substring("proto=".length()), 255);
        return Optional.of(new DropLine(
                message.function(),
                protocol,
                Endpoint.withPort(words[1]),
                Endpoint.withPort(bare(words[3])),
                message.text()));
    }

    private static String bare(String word) {
        return word.endsWith(",") || word.endsWith(";") ? word.substring(0, word.length() - 1) : word;
    }

    /** {@code dir 0, A:SP -> B:DP IPP 6} or {@code A,SP,B,DP,6}. */
    private static Optional<DropLine> bracketed(DebugMessage message, String inside) {
        int arrow = inside.indexOf("->");
        if (arrow < 0) {
            String[] parts = inside.split(",", 6);
            return parts.length < 5
                    ? Optional.empty()
                    : Optional.of(new DropLine(
                            message.function(),
                            Decimal.parse(parts[4].strip(), 255),
                            Endpoint.of(parts[0].strip(), parts[1].strip()),
                            Endpoint.of(parts[2].strip(), parts[3].strip()),
                            message.text()));
        }
        String before = inside.substring(0, arrow).strip();
        String[] after = inside.substring(arrow + 2).strip().split(" ", 4);
        int protocol = after.length >= 3 && after[1].equals("IPP") ? Decimal.parse(after[2], 255) : -1;
        return Optional.of(new DropLine(
                message.function(),
                protocol,
                Endpoint.withPort(before.substring(before.lastIndexOf(' ') + 1)),
                Endpoint.withPort(bare(after[0])),
                message.text()));
    }

    /** What two reports of the same packet have in common. */
    String flow() {
        return protocol + " " + source + " " + destination;
    }
}
