package dev.wirewalk.packet;

/**
 * Walks from the first type field of a packet to its network header: through VLAN and other tags, MPLS labels, PPPoE and PPP, LLC
 * and SNAP. Sources: IEEE 802.1Q, 802.1ah, 802.2, RFC 1042, RFC 2516, RFC 1661, RFC 3032, RFC 4448.
 */
final class Shims {
    static final int NONE = -1;
    private static final int TAG_LENGTH = 4;
    private static final int LONGEST_802_3 = 1500;
    /** A bound for packets that are made to be walked through for ever; far above what any network stacks. */
    private static final int MOST_STEPS = 64;

    private final Octets octets;
    private int etherType;
    private int offset;
    private int tags;
    private int tagsOffset;
    private Tunnel tunnel = Tunnel.NONE;

    Shims(Octets octets) {
        this.octets = octets;
    }

    void reset() {
        etherType = NONE;
        offset = 0;
        tags = 0;
        tagsOffset = -1;
        tunnel = Tunnel.NONE;
    }

    /** What the network header is, or {@link #NONE}. */
    int etherType() {
        return etherType;
    }

    /** Where the network header, or the carried frame, begins. */
    int offset() {
        return offset;
    }

    int tags() {
        return tags;
    }

    /** Where the control information of the first VLAN tag is; those of further ones follow every four bytes. */
    int tagsOffset() {
        return tagsOffset;
    }

    /** What carries the whole Ethernet frame at {@link #offset()}, or {@link Tunnel#NONE}. */
    Tunnel tunnel() {
        return tunnel;
    }

    private void end(int found, int at) {
        etherType = found;
        offset = at;
    }

    /** Goes on behind a type field that said {@code type}; the header it tells of begins at {@code at}. */
    void etherType(int type, int at) {
        int found = type;
        int next = at;
        for (int step = 0; step < MOST_STEPS; step++) {
            int length = tagLength(found);
            if (length == 0) {
                behindTags(found, next);
                return;
            }
            if (isVlan(found)) {
                tagsOffset = tags == 0 ? next : tagsOffset;
                tags++;
            }
            next += length;
            found = octets.shape16(next - 2);
        }
        end(NONE, next);
    }

    /** How long a tag of this type is behind the type field, the next type field at its end included; 0 for what is no tag. */
    private static int tagLength(int type) {
        return switch (type) {
            // 802.1Q, 802.1ad, and the two numbers that were used for double tags before 802.1ad.
            case 0x8100, 0x88A8, 0x9100, 0x9200 -> TAG_LENGTH;
            case 0x8909 -> 8; // metadata tag
            case 0x8926 -> 6; // VN-Tag
            case 0x893F -> 8; // IEEE 802.1BR E-Tag
            case 0xF1C1 -> 6; // IEEE 802.1CB redundancy tag
            default -> 0;
        };
    }

    private static boolean isVlan(int type) {
        return type == 0x8100 || type == 0x88A8 || type == 0x9100 || type == 0x9200;
    }

    private void behindTags(int type, int at) {
        switch (type) {
            case 0x8847, 0x8848 -> mpls(at);
            case 0x8864 -> pppoe(at);
            case 0x6558 -> frame(Tunnel.ETHERNET, at);
            case 0x88E7 -> frame(Tunnel.ETHERNET, at + 4);
            case 0x22F3 -> frame(Tunnel.ETHERNET, at + 6 + 4 * ((octets.u16(at) & 0x07C0) >> 6));
            default -> {
                if (type >= 0 && type <= LONGEST_802_3) {
                    llc(at);
                } else {
                    end(type, at);
                }
            }
        }
    }

    private void frame(Tunnel by, int at) {
        tunnel = by;
        end(NONE, at);
    }

    /** The header that its first four bits tell: 4 or 6. */
    void ipByVersion(int at) {
        end(
                switch (octets.shape8(at) >> 4) {
                    case 4 -> LinkView.ETHERTYPE_IPV4;
                    case 6 -> LinkView.ETHERTYPE_IPV6;
                    default -> NONE;
                },
                at);
    }

    /** A stack of labels; nothing in it says what follows, so the first bits behind it decide, as all readers do. */
    void mpls(int at) {
        int label = at;
        while (octets.has(label, 4) && (octets.u8(label + 2) & 1) == 0) {
            label += 4;
        }
        int behind = label + 4;
        switch (octets.shape8(behind) >> 4) {
            case 4, 6 -> ipByVersion(behind);
            // A control word, unless the first address byte of a frame without one looks the same.
            case 0 -> frame(Tunnel.MPLS, looksLikeFrame(behind + 4) || !looksLikeFrame(behind) ? behind + 4 : behind);
            default -> end(NONE, behind);
        }
    }

    private boolean looksLikeFrame(int at) {
        int type = octets.u16(at + 12);
        return type == LinkView.ETHERTYPE_IPV4 || type == LinkView.ETHERTYPE_IPV6 || type == 0x0806 || isVlan(type);
    }

    /** A PPPoE session packet (RFC 2516): version, code, session, length, then PPP without its address and control bytes. */
    void pppoe(int at) {
        ppp(at + 6);
    }

    /** PPP, with or without address and control bytes, its protocol in one byte or two (RFC 1661). */
    void ppp(int at) {
        int field = octets.u8(at) == 0xFF ? at + 2 : at;
        boolean oneByte = (octets.u8(field) & 1) != 0;
        int protocol = oneByte ? octets.u8(field) : octets.u16(field);
        int behind = field + (oneByte ? 1 : 2);
        switch (protocol) {
            case 0x0021 -> end(LinkView.ETHERTYPE_IPV4, behind);
            case 0x0057 -> end(LinkView.ETHERTYPE_IPV6, behind);
            case 0x0281, 0x0283 -> mpls(behind);
            case LinkView.ETHERTYPE_IPV4, LinkView.ETHERTYPE_IPV6 -> end(protocol, behind);
            default -> end(NONE, behind);
        }
    }

    /** HDLC as PPP frames it or as routers of one maker do, told apart by the address byte. */
    void hdlc(int at) {
        int address = octets.u8(at);
        if (address == 0x0F || address == 0x8F) {
            etherType(octets.u16(at + 2), at + 4);
        } else {
            ppp(at);
        }
    }

    /** An LLC header (IEEE 802.2), with SNAP behind it where it says so. */
    void llc(int at) {
        int destination = octets.u8(at);
        int source = octets.u8(at + 1);
        int behind = at + ((octets.u8(at + 2) & 3) == 3 ? 3 : 4);
        if (destination == 0xAA && (source & 0xFE) == 0xAA) {
            snap(behind);
        } else {
            end(destination == 0x06 ? LinkView.ETHERTYPE_IPV4 : NONE, behind);
        }
    }

    /** Behind LLC: an organisation and its number for what follows. */
    void snap(int at) {
        int organisation = octets.u8(at) << 16 | octets.u16(at + 1);
        int protocol = octets.u16(at + 3);
        switch (organisation) {
            case 0x000000, 0x0000F8 -> {
                if (protocol > LONGEST_802_3) {
                    etherType(protocol, at + 5);
                } else {
                    end(NONE, at + 5);
                }
            }
            // Bridged Ethernet, with or without its check sequence (RFC 2684).
            case 0x0080C2 -> {
                if (protocol == 1 || protocol == 7) {
                    frame(Tunnel.ETHERNET, at + 5);
                } else {
                    end(NONE, at + 5);
                }
            }
            default -> end(NONE, at + 5);
        }
    }
}
