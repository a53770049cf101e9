package dev.wirewalk.profile;

import java.util.Locale;

/** The kinds of terms that a filter can name, as the conditions {@code names} and {@code names-none} ask for them. */
public enum Named {
    /** One IP address. */
    ADDRESS,
    NETWORK,
    /** A port or a range of ports. */
    PORT,
    /** An EtherType or a number of an IP protocol. */
    PROTOCOL,
    /** Flags of TCP. */
    FLAGS,
    /** The type or the code of ICMP. */
    ICMP,
    /** A link-level address, broadcast and multicast included. */
    MAC,
    VLAN,
    /** A label or number of MPLS, PPPoE, VXLAN, Geneve and their like. */
    TUNNEL,
    /** The length of the packet. */
    LENGTH,
    /** Bytes at an offset. */
    BYTES,
    /** The direction or the interface. */
    DIRECTION,
    /** Any other term that no header field tells. */
    OTHER;

    /** The word of profiles. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
