package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;
import dev.wirewalk.capture.text.PacketSketch;

/** What is neither IP nor ARP, by the words that it begins with. */
final class LinkProtocol {
    /** A word and its EtherType; 0 for what is carried in 802.3 frames. */
    private record Word(String text, int etherType) {}

    private static final Word[] WORDS = {
        new Word("LLDP", 0x88CC),
        new Word("EAPOL", 0x888E),
        new Word("EAP packet", 0x888E),
        new Word("Loopback", 0x9000),
        new Word("LACPv", 0x8809),
        new Word("MARKERv", 0x8809),
        new Word("Slow Protocols", 0x8809),
        new Word("OAM", 0x8809),
        new Word("Request who-is", 0x8035),
        new Word("RARP", 0x8035),
        new Word("rarp ", 0x8035),
        new Word("CFM", 0x8902),
        new Word("MPCP", 0x8808),
        new Word("AARP", 0x80F3),
        new Word("AoE", 0x88A2),
        new Word("HomePlug", 0x887B),
        new Word("PPP-", 0),
        new Word("LCP", 0),
        new Word("STP ", 0),
        new Word("LLC, ", 0),
        new Word("CDPv", 0),
        new Word("UDLDv", 0),
        new Word("VTPv", 0),
        new Word("DTPv", 0),
        new Word("IS-IS", 0),
        new Word("L1 ", 0),
        new Word("L2 ", 0),
        new Word("IPX ", 0),
        new Word("snap ", 0),
        new Word("oui ", 0),
        new Word("Unknown SSAP", 0),
        new Word("[|ether", 0),
        new Word("[|arp", 0x0806),
        new Word("[|llc", 0)
    };

    private LinkProtocol() {}

    /** Whether one of the words is here. */
    static boolean begins(LineScanner line) {
        char first = line.peek();
        if (first >= '0' && first <= '9') {
            return false;
        }
        for (Word word : WORDS) {
            if (line.startsWith(word.text())) {
                return true;
            }
        }
        return false;
    }

    /** The rest of the line belongs to it. */
    static boolean read(LineScanner line, PacketSketch into) {
        for (Word word : WORDS) {
            if (line.startsWith(word.text())) {
                if (word.etherType() > 0) {
                    into.etherType(word.etherType());
                }
                line.moveTo(Integer.MAX_VALUE);
                return true;
            }
        }
        return false;
    }
}
