package dev.wirewalk.packet;

/**
 * What the first byte of a packet belongs to, by its number in the registry of tcpdump.org ({@code LINKTYPE_…}). Any number
 * may stand in a file; {@link #decoded()} says whether the headers behind it can be read.
 */
public record LinkType(int number) {
    public static final LinkType NULL = new LinkType(0);
    public static final LinkType ETHERNET = new LinkType(1);
    public static final LinkType RAW = new LinkType(101);
    public static final LinkType LOOP = new LinkType(108);
    public static final LinkType LINUX_COOKED = new LinkType(113);
    public static final LinkType IPV4 = new LinkType(228);
    public static final LinkType IPV6 = new LinkType(229);
    public static final LinkType LINUX_COOKED_2 = new LinkType(276);

    /** Whether {@link PacketView} reads the headers behind this link type. */
    public boolean decoded() {
        return switch (number) {
            case 0, 1, 12, 14, 101, 108, 113, 228, 229, 276 -> true;
            default -> false;
        };
    }

    /** The name that tcpdump prints for it ({@code EN10MB}), or its number when that is not known here. */
    public String label() {
        return switch (number) {
            case 0 -> "NULL";
            case 1 -> "EN10MB";
            case 6 -> "IEEE802";
            case 9 -> "PPP";
            case 12, 14, 101 -> "RAW";
            case 50 -> "PPP_SERIAL";
            case 51 -> "PPP_ETHER";
            case 105 -> "IEEE802_11";
            case 108 -> "LOOP";
            case 113 -> "LINUX_SLL";
            case 127 -> "IEEE802_11_RADIO";
            case 228 -> "IPV4";
            case 229 -> "IPV6";
            case 239 -> "NFLOG";
            case 276 -> "LINUX_SLL2";
            default -> "LINKTYPE " + number;
        };
    }

    @Override
    public String toString() {
        return label();
    }
}
