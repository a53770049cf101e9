package dev.wirewalk.packet;

/**
 * Finds the packet that another one carries behind its IP or UDP header: which tunnel it is, where the carried packet begins, and
 * how it begins. What is a tunnel by its number or port is decided as Wireshark does without being told otherwise.
 */
final class TunnelDecoder {
    private static final int IPV4 = 4;
    private static final int IPV6 = 41;
    private static final int GRE = 47;
    private static final int ETHER_IP = 97;
    private static final int MPLS = 137;
    private static final int ETHERNET = 143;

    private final Octets octets;
    private final GreHeader gre;
    private int start;
    private int etherType;
    private LinkType linkType = LinkType.RAW;

    TunnelDecoder(Octets octets) {
        this.octets = octets;
        gre = new GreHeader(octets);
    }

    /** Where the carried packet begins. */
    int start() {
        return start;
    }

    /** The type of what is carried, or -1 when {@link #linkType()} says it. */
    int etherType() {
        return etherType;
    }

    LinkType linkType() {
        return linkType;
    }

    /** Behind the IP header. */
    Tunnel behindIp(int protocol, int at) {
        return switch (protocol) {
            case IPV4 -> etherType(Tunnel.IP_IN_IP, LinkView.ETHERTYPE_IPV4, at);
            case IPV6 -> etherType(Tunnel.IP_IN_IP, LinkView.ETHERTYPE_IPV6, at);
            case GRE -> gre(at);
            case ETHER_IP -> ethernet(Tunnel.ETHERNET, at + 2);
            case MPLS -> etherType(Tunnel.MPLS, 0x8847, at);
            case ETHERNET -> ethernet(Tunnel.ETHERNET, at);
            default -> Tunnel.NONE;
        };
    }

    /** Behind the UDP header; the lower port is asked first. */
    Tunnel behindUdp(int source, int destination, int at) {
        Tunnel byLower = byPort(Math.min(source, destination), at);
        return byLower == Tunnel.NONE ? byPort(Math.max(source, destination), at) : byLower;
    }

    private Tunnel byPort(int port, int at) {
        return switch (port) {
            case 1701 -> l2tp(at);
            case 2152 -> gtp(at);
            case 3544 -> teredo(at);
            case 4341 -> byVersion(Tunnel.LISP, at + 8);
            case 4754 -> gre(at);
            case 4789 -> ethernet(Tunnel.VXLAN, at + 8);
            case 4790 -> vxlanExtended(at);
            case 5072 -> ayiya(at);
            case 6081 -> geneve(at);
            case 6635 -> etherType(Tunnel.MPLS, 0x8847, at);
            case 37008 -> tzsp(at);
            default -> Tunnel.NONE;
        };
    }

    private Tunnel etherType(Tunnel tunnel, int type, int at) {
        etherType = type;
        start = at;
        return tunnel;
    }

    private Tunnel link(Tunnel tunnel, LinkType type, int at) {
        etherType = -1;
        linkType = type;
        start = at;
        return tunnel;
    }

    private Tunnel ethernet(Tunnel tunnel, int at) {
        return link(tunnel, LinkType.ETHERNET, at);
    }

    private Tunnel byVersion(Tunnel tunnel, int at) {
        return switch (octets.shape8(at) >> 4) {
            case 4 -> etherType(tunnel, LinkView.ETHERTYPE_IPV4, at);
            case 6 -> etherType(tunnel, LinkView.ETHERTYPE_IPV6, at);
            default -> Tunnel.NONE;
        };
    }

    private Tunnel gre(int at) {
        int behind = gre.end(at);
        int protocol = octets.u16(at + 2);
        if (behind < 0) {
            return Tunnel.NONE;
        }
        return switch (protocol) {
            case LinkView.ETHERTYPE_IPV4, LinkView.ETHERTYPE_IPV6, 0x0806, 0x8847, 0x8848 ->
                etherType(Tunnel.GRE, protocol, behind);
            // Web cache redirection: its second version puts four bytes before the packet.
            case 0x883E ->
                etherType(Tunnel.GRE, LinkView.ETHERTYPE_IPV4, octets.shape8(behind) >> 4 == 4 ? behind : behind + 4);
            case 0x6400, 0x6558 -> ethernet(Tunnel.GRE, behind);
            case 0x6559 -> link(Tunnel.GRE, LinkType.FRAME_RELAY, behind);
            case 0x880B -> link(Tunnel.GRE, LinkType.PPP, behind);
            case 0x88BE, 0x22EB -> mirrored(gre.numbered(at), behind);
            case 0x894F -> serviceHeader(Tunnel.GRE, behind);
            // Wireless frames, as controllers mirror them, the number of the port in the low bits.
            default -> protocol >= 0x8200 && protocol < 0x8400 ? link(Tunnel.GRE, LinkType.WLAN, behind) : Tunnel.NONE;
        };
    }

    /** ERSPAN: type I has no header and no GRE sequence number; types II and III begin with 1 and 2. */
    private Tunnel mirrored(boolean numbered, int at) {
        if (!numbered) {
            return ethernet(Tunnel.ERSPAN, at);
        }
        return switch (octets.u8(at) >> 4) {
            case 1 -> ethernet(Tunnel.ERSPAN, at + 8);
            case 2 -> {
                int last = octets.u16(at + 10);
                int behind = at + 12 + ((last & 1) != 0 ? 8 : 0);
                yield (last >> 10 & 0x1F) == 2 ? byVersion(Tunnel.ERSPAN, behind) : ethernet(Tunnel.ERSPAN, behind);
            }
            default -> Tunnel.NONE;
        };
    }

    /** RFC 8300: its length in words, then what follows. */
    private Tunnel serviceHeader(Tunnel tunnel, int at) {
        return byNext(tunnel, octets.u8(at + 3), at + 4 * (octets.u8(at + 1) & 0x3F));
    }

    private Tunnel byNext(Tunnel tunnel, int next, int at) {
        return switch (next) {
            case 1 -> etherType(tunnel, LinkView.ETHERTYPE_IPV4, at);
            case 2 -> etherType(tunnel, LinkView.ETHERTYPE_IPV6, at);
            case 3 -> ethernet(tunnel, at);
            case 5 -> etherType(tunnel, 0x8847, at);
            default -> Tunnel.NONE;
        };
    }

    private Tunnel vxlanExtended(int at) {
        boolean saysNext = (octets.u8(at) & 0x04) != 0;
        int next = octets.u8(at + 3);
        if (!saysNext) {
            return ethernet(Tunnel.VXLAN, at + 8);
        }
        return next == 4 ? serviceHeader(Tunnel.VXLAN, at + 8) : byNext(Tunnel.VXLAN, next, at + 8);
    }

    private Tunnel geneve(int at) {
        int first = octets.u8(at);
        if (first < 0 || first >> 6 != 0) {
            return Tunnel.NONE;
        }
        return etherType(Tunnel.GENEVE, octets.u16(at + 2), at + 8 + 4 * (first & 0x3F));
    }

    /** A T-PDU of version 1, behind its optional fields and extension headers. */
    private Tunnel gtp(int at) {
        int flags = octets.u8(at);
        if (flags < 0 || flags >> 4 != 3 || octets.u8(at + 1) != 0xFF) {
            return Tunnel.NONE;
        }
        int behind = at + 8;
        if ((flags & 7) != 0) {
            behind += 4;
            int next = (flags & 4) != 0 ? octets.u8(behind - 1) : 0;
            while (next > 0) {
                int words = octets.u8(behind);
                if (words <= 0) {
                    return Tunnel.NONE;
                }
                behind += 4 * words;
                next = octets.u8(behind - 1);
            }
        }
        return byVersion(Tunnel.GTP_U, behind);
    }

    private Tunnel l2tp(int at) {
        int flags = octets.u16(at);
        if (flags < 0 || (flags & 0x8000) != 0 || (flags & 0x0F) != 2) {
            return Tunnel.NONE;
        }
        int behind = at + 6 + ((flags & 0x4000) != 0 ? 2 : 0) + ((flags & 0x0800) != 0 ? 4 : 0);
        if ((flags & 0x0200) != 0) {
            behind += 2 + Math.max(0, octets.u16(behind));
        }
        return link(Tunnel.L2TP, LinkType.PPP, behind);
    }

    /** IPv6, perhaps behind an authentication and an origin header. */
    private Tunnel teredo(int at) {
        int behind = at;
        if (octets.u16(behind) == 1) {
            behind += 13 + Math.max(0, octets.u8(at + 2)) + Math.max(0, octets.u8(at + 3));
        }
        if (octets.u16(behind) == 0) {
            behind += 8;
        }
        return octets.shape8(behind) >> 4 == 6
                ? etherType(Tunnel.TEREDO, LinkView.ETHERTYPE_IPV6, behind)
                : Tunnel.NONE;
    }

    /** Anything in anything: an identity and a signature of told lengths, an operation, a next header. */
    private Tunnel ayiya(int at) {
        int first = octets.u8(at);
        if (first < 0 || (octets.u8(at + 2) & 0x0F) != 1) {
            return Tunnel.NONE;
        }
        int behind = at + 8 + (1 << (first >> 4)) + 4 * (octets.u8(at + 1) >> 4);
        return octets.u8(at + 3) == IPV6 ? byVersion(Tunnel.AYIYA, behind) : Tunnel.NONE;
    }

    private Tunnel tzsp(int at) {
        int carried = octets.u16(at + 2);
        int tag = at + 4;
        while (octets.u8(tag) >= 0 && octets.u8(tag) != 1) {
            tag += octets.u8(tag) == 0 ? 1 : 2 + Math.max(0, octets.u8(tag + 1));
        }
        return switch (carried) {
            case 1 -> ethernet(Tunnel.TZSP, tag + 1);
            case 18 -> link(Tunnel.TZSP, LinkType.WLAN, tag + 1);
            default -> Tunnel.NONE;
        };
    }
}
