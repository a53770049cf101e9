package dev.wirewalk.match;

import dev.wirewalk.capture.TextEvent;

/**
 * What a device said in words about a packet of the followed flow.
 *
 * @param point the point whose file says it
 * @param line the line of the text, from 1; 0 in binary formats
 * @param packet the packet as that file shows it
 */
public record Remark(String point, String file, long line, TextEvent.Kind kind, String text, Observation packet) {
    /** Whether a device says that it had the packet and decided about it: then it came in, and did not leave there yet. */
    boolean decides() {
        return switch (kind) {
            case DROP, POLICY, ROUTE, NAT, SESSION -> true;
            case ARP, REJECT, VPN, OFFLOAD, INSPECT, NOTE -> false;
        };
    }

    /** The words with their place, such as {@code denied by rule 4 (fw.txt line 12)}. */
    public String words() {
        return text + " (" + file + (line > 0 ? " line " + line : " frame " + packet.frame()) + ")";
    }
}
