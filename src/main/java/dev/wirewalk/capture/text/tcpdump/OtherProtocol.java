package dev.wirewalk.capture.text.tcpdump;

import dev.wirewalk.capture.text.LineScanner;

/** What is printed behind addresses of IP and is neither TCP nor UDP, by the words that it begins with. */
enum OtherProtocol {
    ICMP("ICMP ", 1),
    OLD_ICMP("icmp: ", 1),
    ICMP6("ICMP6, ", 58),
    OLD_ICMP6("icmp6: ", 58),
    ESP("ESP(", 50),
    AH("AH(", 51),
    GRE("GREv0", 47),
    POINT_TO_POINT_GRE("GREv1", 47),
    OLD_GRE("gre", 47),
    IN_IP("IP ", 4),
    IP6_IN_IP("IP6 ", 41),
    MPLS("MPLS (", 137),
    IGMP("igmp", 2),
    OSPF("OSPFv", 89),
    VRRP("VRRPv", 112),
    CARP("CARPv", 112),
    PIM("PIMv", 103),
    EIGRP("EIGRP", 88),
    SCTP("sctp", 132),
    RSVP("RSVPv", 46),
    IPCOMP("IPComp", 108),
    ETHERIP("etherip", 97),
    NUMBERED("ip-proto-", -1),
    NAMED_TCP("tcp", 6),
    NAMED_UDP("udp", 17),
    NAMED_ICMP("icmp", 1),
    NONE("", -1);

    final String word;
    final int number;

    OtherProtocol(String word, int number) {
        this.word = word;
        this.number = number;
    }

    private static final OtherProtocol[] ALL = values();

    /** The place stays at the word. A bare {@code udp} is a later fragment, {@code udp 53} a datagram. */
    static OtherProtocol at(LineScanner line) {
        for (OtherProtocol each : ALL) {
            if (line.startsWith(each.word)
                    && (each.ordinal() < NAMED_TCP.ordinal() || line.peek(each.word.length()) == 0)) {
                return each;
            }
        }
        return NONE;
    }
}
