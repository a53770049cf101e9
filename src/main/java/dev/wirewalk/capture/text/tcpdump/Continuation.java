package dev.wirewalk.capture.text.tcpdump;

import java.util.Set;

/** Tells from two lines whether the second goes on with the first, because tcpdump, a terminal or a mail programme broke it. */
final class Continuation {
    /** Words that stand in the middle of a packet, never at its beginning. */
    private static final Set<String> MIDDLE = Set.of(
            "win",
            "ack",
            "seq",
            "options",
            "length",
            "urg",
            "cksum",
            "Flags",
            "id",
            "tell",
            "is-at",
            "ecr",
            "TS",
            "val",
            "who-has",
            "icmp:",
            "udp",
            "tcp",
            "UDP,",
            "ICMP",
            "ICMP6,",
            "unreachable",
            "unreachable,",
            "S",
            "F",
            "P",
            "R",
            ".",
            "FP",
            "SFP",
            "SR",
            "FR",
            "echo",
            "request",
            "request,",
            "reply",
            "reply,",
            ">",
            "[tos",
            "(DF)",
            "(ttl",
            "(frag",
            "[ttl",
            "[tcp",
            "[udp",
            "[bad",
            "to",
            "in-transit",
            "proto",
            "offset",
            "flags",
            "ttl");

    private Continuation() {}

    /** {@code \tIP (tos …} of a quoted or carried packet; at the margin behind VXLAN and Geneve, whose packets begin without a time. */
    static boolean beginsInner(String line, CharSequence before) {
        if (line.startsWith("\t(tos ") || line.startsWith("\t(flowlabel ")) {
            return contains(before, "MPLS (") || contains(before, "PPPoE ");
        }
        if (line.startsWith("\tIP (")
                || line.startsWith("\tIP6 (")
                || line.startsWith("        IP (")
                || line.startsWith("\tIP ")) {
            return !contains(before, ", length: ");
        }
        char first = line.charAt(0);
        boolean margin = first != ' ' && first != '\t';
        boolean packet =
                line.contains(" > ") || line.startsWith("IP (") || line.startsWith("IP6 (") || line.startsWith("ARP, ");
        return packet && (margin || line.startsWith("    ")) && awaitsCarried(before.toString());
    }

    /** Whether the text ends with the header of VXLAN or Geneve. */
    private static boolean awaitsCarried(String text) {
        int header = Math.max(text.lastIndexOf("VXLAN, "), text.lastIndexOf("Geneve, "));
        return header >= 0 && text.indexOf(" > ", header) < 0;
    }

    private static boolean contains(CharSequence text, String words) {
        return text.toString().contains(words);
    }

    /** Whether the last parenthesis is that of the IP header, so that the addresses are still to come. */
    static boolean lastParenthesisIsHeader(String text) {
        int tos = Math.max(
                text.lastIndexOf("(tos "), Math.max(text.lastIndexOf("(flowlabel "), text.lastIndexOf("(class ")));
        int header = Math.max(tos, text.lastIndexOf("(hlim "));
        return header >= 0 && text.indexOf(" > ", header) < 0;
    }

    /** Whether a line at the margin, or one of nothing but indented words, goes on with the text. */
    static boolean isWrapped(CharSequence before, String line, boolean indented) {
        String text = before.toString();
        if (text.isEmpty()) {
            return false;
        }
        int arrow = text.indexOf(" > ");
        boolean addressesOpen = text.endsWith(" >")
                || (arrow >= 0 && text.indexOf(": ", arrow) < 0 && text.endsWith(":"))
                || (arrow >= 0 && text.indexOf(':', arrow) < 0 && !text.endsWith(")") && line.indexOf(':') > 0);
        if (addressesOpen) {
            return true;
        }
        char last = text.charAt(text.length() - 1);
        int blank = line.indexOf(' ');
        String word = blank < 0 ? line : line.substring(0, blank);
        if (last == ',' || last == '<' || last == '[') {
            return true;
        }
        // An indented line is wrapped only where the packet is clearly not at its end; else it is decoded payload.
        return word.startsWith("<")
                || word.startsWith("(DF)")
                || word.equals("[tos")
                || word.equals("(ttl")
                || (MIDDLE.contains(word) && (!indented || !isWhole(text)));
    }

    /** Whether the text of the packet ends as packets end. */
    private static boolean isWhole(String text) {
        return text.contains(", length ")
                || text.contains(" win ")
                || text.endsWith(")")
                || text.contains(", length: ");
    }
}
