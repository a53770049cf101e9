package dev.wirewalk.packet;

/**
 * What the first byte of a packet belongs to, by its number in the registry of tcpdump.org ({@code LINKTYPE_…}). Any number
 * may stand in a file; {@link #decoded()} says whether the headers behind it can be read.
 */
public record LinkType(int number) {
    public static final LinkType NULL = new LinkType(0);
    public static final LinkType ETHERNET = new LinkType(1);
    public static final LinkType TOKEN_RING = new LinkType(6);
    public static final LinkType PPP = new LinkType(9);
    public static final LinkType FDDI = new LinkType(10);
    public static final LinkType RAW = new LinkType(101);
    public static final LinkType WLAN = new LinkType(105);
    public static final LinkType FRAME_RELAY = new LinkType(107);
    public static final LinkType LOOP = new LinkType(108);
    public static final LinkType LINUX_COOKED = new LinkType(113);
    public static final LinkType RADIOTAP = new LinkType(127);
    public static final LinkType IPNET = new LinkType(226);
    public static final LinkType IPV4 = new LinkType(228);
    public static final LinkType IPV6 = new LinkType(229);
    public static final LinkType LINUX_COOKED_2 = new LinkType(276);

    /** An Ethernet header with something else in place of the addresses; beyond the numbers that files use. */
    public static final LinkType ETHERNET_WITHOUT_ADDRESSES = new LinkType(0x1_0001);

    /** IEEE 802.11 behind a header that begins with a version and its length; beyond the numbers that files use. */
    public static final LinkType WLAN_BEHIND_LENGTH = new LinkType(0x1_0002);

    /** What another numbering than that of tcpdump.org names; beyond the numbers that files use. */
    public static final LinkType UNKNOWN = new LinkType(0x1_FFFF);

    /** Whether {@link PacketView} reads the headers behind this link type. */
    public boolean decoded() {
        return switch (number) {
            case 0, 1, 6, 9, 10, 11, 12, 14 -> true;
            case 50, 51, 100, 101, 104, 105, 107, 108, 109, 113, 117, 119, 127, 138, 163, 178, 192 -> true;
            case 204, 226, 228, 229, 239, 258, 276, 0x1_0001, 0x1_0002 -> true;
            default -> false;
        };
    }

    /** The name that tcpdump prints for it ({@code EN10MB}), or its number when that is not known here. */
    public String label() {
        return switch (number) {
            case 0 -> "NULL";
            case 1, 0x1_0001 -> "EN10MB";
            case 6 -> "IEEE802";
            case 9 -> "PPP";
            case 10 -> "FDDI";
            case 11, 100 -> "ATM_RFC1483";
            case 12, 14, 101 -> "RAW";
            case 50 -> "PPP_SERIAL";
            case 51 -> "PPP_ETHER";
            case 104 -> "C_HDLC";
            case 105, 0x1_0002 -> "IEEE802_11";
            case 107 -> "FRELAY";
            case 108 -> "LOOP";
            case 109 -> "ENC";
            case 113 -> "LINUX_SLL";
            case 117 -> "PFLOG";
            case 119 -> "PRISM_HEADER";
            case 127 -> "IEEE802_11_RADIO";
            case 138 -> "APPLE_IP_OVER_IEEE1394";
            case 163 -> "IEEE802_11_RADIO_AVS";
            case 192 -> "PPI";
            case 204 -> "PPP_WITH_DIR";
            case 226 -> "IPNET";
            case 228 -> "IPV4";
            case 229 -> "IPV6";
            case 239 -> "NFLOG";
            case 258 -> "PKTAP";
            case 276 -> "LINUX_SLL2";
            case 0x1_FFFF -> "unknown";
            default -> "LINKTYPE " + number;
        };
    }

    @Override
    public String toString() {
        return label();
    }
}
