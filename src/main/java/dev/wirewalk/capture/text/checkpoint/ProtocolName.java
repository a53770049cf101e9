package dev.wirewalk.capture.text.checkpoint;

import java.util.Locale;

/** IP protocols as fw monitor names them: a few words, else the number. */
final class ProtocolName {
    static final int ICMP = 1;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int ICMPV6 = 58;

    private ProtocolName() {}

    /** @return the protocol number, or -1 for a word that is not known */
    static int number(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "ICMP" -> ICMP;
            case "IGMP" -> 2;
            case "TCP" -> TCP;
            case "UDP" -> UDP;
            case "GRE" -> 47;
            case "ESP" -> 50;
            case "AH" -> 51;
            case "ICMPV6", "ICMP6", "IPV6-ICMP" -> ICMPV6;
            case "OSPF" -> 89;
            case "VRRP" -> 112;
            case "SCTP" -> 132;
            default -> Decimal.parse(word, 255);
        };
    }
}
