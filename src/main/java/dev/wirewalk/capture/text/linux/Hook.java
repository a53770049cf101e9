package dev.wirewalk.capture.text.linux;

/**
 * How far along a packet is at the base chains of iptables: {@code raw} before {@code mangle} before {@code nat}, and so on
 * (iptables(8), "packet flow"). A packet never goes back, so that one that seems to is another.
 */
final class Hook {
    static final int POSTROUTING = 7;

    private Hook() {}

    /** 0 to 8, or -1 for a chain that a user made. */
    static int order(String table, String chain) {
        return switch (chain) {
            case "PREROUTING" -> first(table);
            case "OUTPUT" -> table.equals("filter") || table.equals("security") ? 3 : first(table);
            case "INPUT", "FORWARD" -> behindRouting(table);
            case "POSTROUTING" -> table.equals("nat") ? POSTROUTING + 1 : POSTROUTING;
            default -> -1;
        };
    }

    private static int first(String table) {
        return switch (table) {
            case "raw" -> 0;
            case "mangle" -> 1;
            default -> 2;
        };
    }

    private static int behindRouting(String table) {
        return switch (table) {
            case "mangle" -> 3;
            case "filter" -> 4;
            case "security" -> 5;
            default -> 6;
        };
    }
}
