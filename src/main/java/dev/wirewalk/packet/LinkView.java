package dev.wirewalk.packet;

/**
 * What lies before the network header of a packet: the header of its link type, tags and labels behind it. {@link
 * LinkType#decoded()} lists the link types. Sources: IEEE 802.3, 802.5, 802.11; the LINKTYPE pages of tcpdump.org.
 */
public final class LinkView {
    static final int ETHERTYPE_IPV4 = 0x0800;
    static final int ETHERTYPE_IPV6 = 0x86DD;
    private static final int TAG_LENGTH = 4;
    /** One capture header may name the link type of the next; none of the known ones does so twice. */
    private static final int MOST_CAPTURE_HEADERS = 4;

    private final Octets octets;
    private final Shims shims;
    private final WlanHeader wlan;
    private final CaptureHeaders before;
    private LinkType type = LinkType.ETHERNET;
    private int destinationOffset;
    private int sourceOffset;

    LinkView(Octets octets) {
        this.octets = octets;
        shims = new Shims(octets);
        wlan = new WlanHeader(octets);
        before = new CaptureHeaders(octets);
    }

    void decode(LinkType linkType) {
        type = linkType;
        reset();
        header(linkType.number(), 0, MOST_CAPTURE_HEADERS);
    }

    /** A packet that begins behind a type field which said {@code etherType}. */
    void decodeBehind(int etherType) {
        type = LinkType.RAW;
        reset();
        shims.etherType(etherType, 0);
    }

    private void reset() {
        destinationOffset = -1;
        sourceOffset = -1;
        shims.reset();
        wlan.reset();
        before.reset();
    }

    private void header(int linkType, int at, int headersLeft) {
        switch (linkType) {
            case 1 -> ethernet(at);
            case 6 -> tokenRing(at);
            case 10 -> fddi(at);
            case 11, 100 -> shims.llc(at);
            case 9, 50 -> shims.hdlc(at);
            case 51 -> shims.pppoe(at);
            case 204 -> shims.ppp(at + 1);
            case 104 -> shims.etherType(octets.u16(at + 2), at + 4);
            case 107 -> frameRelay(at);
            case 113 -> cooked(octets.u16(at + 2), octets.u16(at + 14), at + 16);
            case 276 -> cooked(octets.u16(at + 8), octets.u16(at), at + 20);
            case 138 -> shims.etherType(octets.u16(at + 16), at + 18);
            case 12, 14, 101 -> shims.ipByVersion(at);
            case 0x1_0002 -> wireless(wlan.behindLength(at));
            case 0x1_0001 -> shims.etherType(octets.u16(at + 12), at + 14);
            case 228 -> shims.etherType(ETHERTYPE_IPV4, at);
            case 229 -> shims.etherType(ETHERTYPE_IPV6, at);
            case 0, 108 -> shims.etherType(before.etherTypeByFamily(at), at + 4);
            case 105 -> wireless(wlan.frame(at, false));
            case 127 -> wireless(wlan.radiotap(at));
            case 119, 163 -> wireless(wlan.prism(at));
            default -> captureHeader(linkType, at, headersLeft);
        }
    }

    /** Headers that the capturing system put before the packet, which say themselves what follows. */
    private void captureHeader(int linkType, int at, int headersLeft) {
        if (!before.read(linkType, at)) {
            shims.etherType(Shims.NONE, at);
        } else if (before.innerLinkType() < 0) {
            shims.etherType(before.innerEtherType(), before.end());
        } else if (headersLeft > 0) {
            header(before.innerLinkType(), before.end(), headersLeft - 1);
        }
    }

    private void ethernet(int at) {
        destinationOffset = at;
        sourceOffset = at + 6;
        shims.etherType(octets.shape16(at + 12), at + 14);
    }

    private void tokenRing(int at) {
        destinationOffset = at + 2;
        sourceOffset = at + 8;
        boolean routed = (octets.u8(at + 8) & 0x80) > 0;
        shims.llc(at + 14 + (routed ? octets.u8(at + 14) & 0x1F : 0));
    }

    private void fddi(int at) {
        destinationOffset = at + 1;
        sourceOffset = at + 7;
        shims.llc(at + 13);
    }

    /** An address of two to four bytes, then either a control byte with the type of RFC 2427, or an EtherType. */
    private void frameRelay(int at) {
        int behind = at + 1;
        while (behind < at + 4 && (octets.u8(behind - 1) & 1) == 0) {
            behind++;
        }
        if (octets.u8(behind) != 0x03) {
            shims.etherType(octets.u16(behind), behind + 2);
            return;
        }
        int kind = octets.u8(behind + 1) == 0 ? behind + 2 : behind + 1;
        switch (octets.u8(kind)) {
            case 0xCC -> shims.etherType(ETHERTYPE_IPV4, kind + 1);
            case 0x8E -> shims.etherType(ETHERTYPE_IPV6, kind + 1);
            case 0xCF -> shims.ppp(kind + 1);
            case 0x80 -> shims.snap(kind + 1);
            default -> shims.etherType(Shims.NONE, kind + 1);
        }
    }

    /** Linux cooked captures: below 1536 the protocol is one of Linux, or the hardware type says what the number means. */
    private void cooked(int hardware, int protocol, int at) {
        switch (hardware) {
            case 801, 802 -> wireless(wlan.frame(at, false));
            case 803 -> wireless(wlan.radiotap(at));
            default -> {
                switch (protocol) {
                    case 0x0003 -> ethernet(at);
                    case 0x0004 -> shims.llc(at);
                    case 0x0007 -> shims.ppp(at);
                    case 0x0001 -> shims.etherType(Shims.NONE, at);
                    default -> shims.etherType(protocol < 0x0600 ? Shims.NONE : protocol, at);
                }
            }
        }
    }

    private void wireless(int bodyOffset) {
        destinationOffset = wlan.destinationOffset();
        sourceOffset = wlan.sourceOffset();
        if (bodyOffset >= 0) {
            shims.llc(bodyOffset);
        }
    }

    public LinkType type() {
        return type;
    }

    /**
     * The type of the network header at {@link #networkOffset()}, behind link header, tags and labels: 0x0800 IPv4, 0x86DD
     * IPv6, 0x0806 ARP; -1 when it was cut off or there is none with a number.
     */
    public int etherType() {
        return shims.etherType();
    }

    /** Where the network header begins. */
    public int networkOffset() {
        return shims.offset();
    }

    /** What carries a whole Ethernet frame in place of a network header. */
    public Tunnel tunnel() {
        return shims.tunnel();
    }

    /** How many VLAN tags were peeled off. */
    public int vlanCount() {
        return shims.tags();
    }

    /** The outermost VLAN id (0 to 4095), or -1 for an untagged packet. */
    public int vlanId() {
        return vlanId(0);
    }

    /** The VLAN id of a tag, 0 being the outermost; -1 when there are not that many. */
    public int vlanId(int tag) {
        int control = tag >= 0 && tag < shims.tags() ? octets.shape16(shims.tagsOffset() + tag * TAG_LENGTH) : -1;
        return control < 0 ? -1 : control & 0x0FFF;
    }

    /** The hardware address that the frame is sent to (48 bits), or -1 where the link type does not tell it. */
    public long destinationMac() {
        return destinationOffset < 0 ? -1 : octets.u48(destinationOffset);
    }

    /** The hardware address of the sender (48 bits), or -1 where the link type does not tell it. */
    public long sourceMac() {
        return switch (type.number()) {
            case 113 -> octets.u16(4) == 6 ? octets.u48(6) : -1;
            case 276 -> octets.u8(11) == 6 ? octets.u48(12) : -1;
            default -> sourceOffset < 0 ? -1 : octets.u48(sourceOffset);
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

    /** Whether this is an encrypted frame of a wireless network, whose packet nobody can read here. */
    public boolean encrypted() {
        return wlan.encrypted();
    }

    /** What the header before the packet says of where and how it was captured. */
    public CaptureHeaders captureHeaders() {
        return before;
    }

    boolean truncated() {
        return type.decoded() && octets.length() < shims.offset();
    }
}
