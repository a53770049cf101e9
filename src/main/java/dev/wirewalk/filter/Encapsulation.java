package dev.wirewalk.filter;

/** A header that a frame may carry around another frame or packet, named by its keyword in pcap-filter. */
public enum Encapsulation {
    /** IEEE 802.1Q and 802.1ad, by VLAN id. */
    VLAN("vlan", 4095, "VLAN", "VLAN tags"),
    /** RFC 3032, by label. */
    MPLS("mpls", 0xF_FFFF, "MPLS label", "MPLS labels"),
    /** RFC 2516, session stage, by session id. */
    PPPOE("pppoes", 0xFFFF, "PPPoE session", "PPPoE sessions"),
    /** RFC 8926, by virtual network id. */
    GENEVE("geneve", 0xFF_FFFF, "Geneve network", "Geneve tunnels"),
    /** RFC 7348, by virtual network id; libpcap reads the keyword from 1.11 on. */
    VXLAN("vxlan", 0xFF_FFFF, "VXLAN network", "VXLAN tunnels");

    private final String word;
    private final long highest;
    private final String noun;
    private final String plural;

    Encapsulation(String word, long highest, String noun, String plural) {
        this.word = word;
        this.highest = highest;
        this.noun = noun;
        this.plural = plural;
    }

    public String word() {
        return word;
    }

    /** The highest id; the lowest is 0. */
    public long highest() {
        return highest;
    }

    /** What stands before the id in a sentence, such as {@code VLAN} in "VLAN 100". */
    public String noun() {
        return noun;
    }

    public String plural() {
        return plural;
    }
}
