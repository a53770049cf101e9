package dev.wirewalk.packet;

/**
 * The link layer of a packet: Ethernet with its VLAN tags, Linux cooked capture (versions 1 and 2), raw IP, BSD loopback.
 * Sources: IEEE 802.3 and 802.1Q, the LINKTYPE_LINUX_SLL, LINKTYPE_LINUX_SLL2, LINKTYPE_NULL pages of tcpdump.org.
 */
public final class LinkView {
    static final int ETHERTYPE_IPV4 = 0x0800;
    static final int ETHERTYPE_IPV6 = 0x86DD;
    private static final int TAG_LENGTH = 4;

    private final Octets octets;
    private LinkType type = LinkType.ETHERNET;
    private int etherType;
    private int tagsOffset;
    private int tags;
    private int networkOffset;

    LinkView(Octets octets) {
        this.octets = octets;
    }

    void decode(LinkType linkType) {
        type = linkType;
        tags = 0;
        tagsOffset = -1;
        switch (linkType.number()) {
            case 1 -> behindEtherType(12, 14);
            case 113 -> behindEtherType(14, 16);
            case 276 -> behindEtherType(0, 20);
            case 12, 14, 101 -> behind(etherTypeByVersion(octets.shape8(0) >> 4), 0);
            case 228 -> behind(ETHERTYPE_IPV4, 0);
            case 229 -> behind(ETHERTYPE_IPV6, 0);
            case 0, 108 -> behind(etherTypeByFamily(octets.u32(0)), 4);
            default -> behind(-1, 0);
        }
    }

    private void behind(int foundEtherType, int headerLength) {
        etherType = foundEtherType;
        networkOffset = headerLength;
    }

    private void behindEtherType(int etherTypeOffset, int headerLength) {
        behind(octets.u16(etherTypeOffset), headerLength);
        tagsOffset = headerLength;
        while (isTag(etherType)) {
            tags++;
            behind(octets.u16(networkOffset + 2), networkOffset + TAG_LENGTH);
        }
    }

    /** 802.1Q, 802.1ad, and the two numbers that were used for double tags before 802.1ad. */
    private static boolean isTag(int etherType) {
        return etherType == 0x8100 || etherType == 0x88A8 || etherType == 0x9100 || etherType == 0x9200;
    }

    private static int etherTypeByVersion(int version) {
        return switch (version) {
            case 4 -> ETHERTYPE_IPV4;
            case 6 -> ETHERTYPE_IPV6;
            default -> -1;
        };
    }

    /** The address family is in the byte order of whoever captured; IPv6 has another number on each BSD and on Linux. */
    private static int etherTypeByFamily(long bigEndian) {
        long family = bigEndian > 0xFFFF ? Integer.reverseBytes((int) bigEndian) & 0xFFFF_FFFFL : bigEndian;
        return switch ((int) family) {
            case 2 -> ETHERTYPE_IPV4;
            case 10, 24, 28, 30 -> ETHERTYPE_IPV6;
            default -> -1;
        };
    }

    public LinkType type() {
        return type;
    }

    /** The type of what follows link header and VLAN tags: 0x0800 IPv4, 0x86DD IPv6, 0x0806 ARP; below 1536 an 802.3 length. */
    public int etherType() {
        return etherType;
    }

    /** Where the network header begins, behind all VLAN tags. */
    public int networkOffset() {
        return networkOffset;
    }

    /** How many VLAN tags were peeled off. */
    public int vlanCount() {
        return tags;
    }

    /** The outermost VLAN id (0 to 4095), or -1 for an untagged packet. */
    public int vlanId() {
        return vlanId(0);
    }

    /** The VLAN id of a tag, 0 being the outermost; -1 when there are not that many. */
    public int vlanId(int tag) {
        int control = tag >= 0 && tag < tags ? octets.shape16(tagsOffset + tag * TAG_LENGTH) : -1;
        return control < 0 ? -1 : control & 0x0FFF;
    }

    /** The hardware address that the frame is sent to (48 bits), or -1 where the link type does not tell it. */
    public long destinationMac() {
        return type.number() == 1 ? octets.u48(0) : -1;
    }

    /** The hardware address of the sender (48 bits), or -1 where the link type does not tell it. */
    public long sourceMac() {
        return switch (type.number()) {
            case 1 -> octets.u48(6);
            case 113 -> octets.u16(4) == 6 ? octets.u48(6) : -1;
            case 276 -> octets.u8(11) == 6 ? octets.u48(12) : -1;
            default -> -1;
        };
    }

    /** The interface index of the capturing Linux (cooked version 2 only), or -1. */
    public long interfaceIndex() {
        return type.number() == 276 ? octets.u32(4) : -1;
    }

    /**
     * The packet type of a Linux cooked capture: 0 sent to this host, 1 broadcast, 2 multicast, 3 to another host (seen
     * in promiscuous mode), 4 sent by this host; -1 for other link types.
     */
    public int packetType() {
        return switch (type.number()) {
            case 113 -> octets.u16(0);
            case 276 -> octets.u8(10);
            default -> -1;
        };
    }

    /** Whether the capturing host sent this packet; only Linux cooked captures tell. */
    public boolean outgoing() {
        return packetType() == 4;
    }

    boolean truncated() {
        return type.decoded() && octets.length() < networkOffset;
    }
}
