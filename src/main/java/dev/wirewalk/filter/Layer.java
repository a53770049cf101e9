package dev.wirewalk.filter;

/** Where the offset of a {@link Filter.ByteTest} counts from, named as pcap-filter's packet accessors. */
public enum Layer {
    IP("ip"),
    IP6("ip6"),
    ARP("arp"),
    /** The TCP header of an IPv4 packet that is whole or a first fragment. */
    TCP("tcp"),
    /** The UDP header of an IPv4 packet that is whole or a first fragment. */
    UDP("udp"),
    /** The SCTP header of an IPv4 packet that is whole or a first fragment. */
    SCTP("sctp"),
    /** The ICMP header of an IPv4 packet that is whole or a first fragment. */
    ICMP("icmp"),
    /** The ICMPv6 header right behind the fixed IPv6 header. */
    ICMP6("icmp6");

    private final String word;

    Layer(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
