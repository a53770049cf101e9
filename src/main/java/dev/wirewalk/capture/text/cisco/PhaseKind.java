package dev.wirewalk.capture.text.cisco;

import dev.wirewalk.capture.TextEvent;

/** What the phases of a traced packet are about. */
final class PhaseKind {
    private PhaseKind() {}

    static TextEvent.Kind of(String type, String result) {
        if (result.equalsIgnoreCase("DROP")) {
            return TextEvent.Kind.DROP;
        }
        String upper = type.toUpperCase(java.util.Locale.ROOT);
        if (upper.contains("NAT")) {
            return TextEvent.Kind.NAT;
        }
        if (upper.contains("ROUTE") || upper.contains("EGRESS")) {
            return TextEvent.Kind.ROUTE;
        }
        if (upper.contains("ADJACENCY")) {
            return TextEvent.Kind.ARP;
        }
        if (upper.contains("VPN") || upper.contains("IPSEC") || upper.contains("ENCRYPT")) {
            return TextEvent.Kind.VPN;
        }
        if (upper.contains("FLOW") || upper.contains("SESSION")) {
            return TextEvent.Kind.SESSION;
        }
        if (upper.contains("INSPECT") || upper.contains("SNORT") || upper.contains("IDS")) {
            return TextEvent.Kind.INSPECT;
        }
        return upper.contains("ACCESS") || upper.contains("POLICY") || upper.contains("IDENTITY")
                ? TextEvent.Kind.POLICY
                : TextEvent.Kind.NOTE;
    }
}
