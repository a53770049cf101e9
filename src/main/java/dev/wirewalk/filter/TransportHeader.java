package dev.wirewalk.filter;

/**
 * Whether the transport header is where libpcap looks for it: in an IPv4 packet that is whole or a first fragment, and
 * right behind the fixed IPv6 header.
 */
public enum TransportHeader {
    SHOWN,
    /** A later IPv4 fragment, an IPv6 packet with a fragment header, or no IP packet at all. */
    HIDDEN
}
