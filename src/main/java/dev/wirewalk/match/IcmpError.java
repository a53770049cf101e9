package dev.wirewalk.match;

import dev.wirewalk.address.IpAddress;

/**
 * An ICMP error that quotes a packet of the followed flow.
 *
 * @param version 4 for ICMP, 6 for ICMPv6: they number types and codes differently
 * @param source who sent the error
 * @param about the direction of the quoted packet
 */
public record IcmpError(
        String file, long frame, long nanos, int version, int type, int code, IpAddress source, Direction about) {

    /** Fragmentation needed (ICMP), or packet too big (ICMPv6). */
    public boolean tooBig() {
        return version == 4 ? type == 3 && code == 4 : type == 2;
    }

    /** No way to the network or host: RFC 792 and RFC 1812 codes 0, 1, 5 to 8, 11, 12; RFC 4443 codes 0, 2, 3. */
    public boolean noRoute() {
        return version == 4
                ? type == 3 && (code == 0 || code == 1 || (code >= 5 && code <= 8) || code == 11 || code == 12)
                : type == 1 && (code == 0 || code == 2 || code == 3);
    }

    /** Prohibited by policy: RFC 1812 codes 9, 10, 13; RFC 4443 codes 1, 5, 6. */
    public boolean prohibited() {
        return version == 4
                ? type == 3 && (code == 9 || code == 10 || code == 13)
                : type == 1 && (code == 1 || code == 5 || code == 6);
    }

    /** Port (or protocol) unreachable. */
    public boolean portUnreachable() {
        return version == 4 ? type == 3 && (code == 2 || code == 3) : type == 1 && code == 4;
    }

    public boolean timeExceeded() {
        return (version == 4 ? type == 11 : type == 3) && code == 0;
    }
}
