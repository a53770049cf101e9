package dev.wirewalk.finding;

/** What a rule wants to be shown, and what must be given for it to conclude at all. */
public enum Need {
    /** Every frame. */
    FRAMES,
    /** Frames with an IP header. */
    IP,
    /** Frames with a TCP header. */
    TCP,
    /** Frames with an ICMP or ICMPv6 header. */
    ICMP,
    /** ARP frames and IPv6 neighbour discovery. */
    NEIGHBOURS,
    /** DNS messages whose header was captured. */
    DNS,
    /** Packets that begin with a request or status line of HTTP. */
    HTTP,
    /** Each TCP connection, once, at the end. */
    CONNECTIONS,
    /** Copies of packets too, which every other rule is spared. */
    COPIES,
    /** Packets with times: without any, the rule is not asked. */
    TIMES,
    /**
     * A capture that would show an answer if there were one: the rule is not asked where one direction is missing, or where the
     * input is not a capture but what a device tells of the packets that it decides on.
     */
    BOTH_DIRECTIONS
}
