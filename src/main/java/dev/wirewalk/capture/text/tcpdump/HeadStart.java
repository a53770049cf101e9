package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;

/** Whether a packet begins at a place, judged by its first words; nothing is read. */
final class HeadStart {
    private static final String[] WORDS = {
        "IP ", "IP6 ", "ARP, ", "arp ", "RARP", "MPLS (", "PPPoE ", "IP0 ", "IP5 ", "truncated-ip", "[|ip", "Reverse "
    };

    private HeadStart() {}

    /** Whether the packet begins with the name of its protocol. */
    static boolean isWorded(LineScanner line) {
        for (String word : WORDS) {
            if (line.startsWith(word)) {
                return true;
            }
        }
        return LinkProtocol.begins(line);
    }

    /** Whether it begins with a link header. */
    static boolean isLinked(LineScanner line) {
        char c = line.peek();
        if (Character.digit(c, 16) < 0 && c != 'i' && c != 'v' && c != 'A' && c != 'B' && c != '8') {
            return false;
        }
        int before = line.position();
        boolean linked = LinkText.read(line, PacketText.quoted());
        line.moveTo(before);
        return linked;
    }

    static boolean isPacket(LineScanner line) {
        if (isWorded(line)) {
            return true;
        }
        int before = line.position();
        boolean ends = new EndpointText().read(line);
        line.moveTo(before);
        return ends || isLinked(line);
    }
}
