package dev.wirewalk.filter;

import java.util.Optional;
import java.util.OptionalInt;

/** Where the offset of a {@link Filter.ByteTest} counts from, named as pcap-filter's packet accessors. */
public enum Layer {
    /** The link-layer header. */
    ETHER("ether"),
    IP("ip", Network.IPV4),
    IP6("ip6", Network.IPV6),
    ARP("arp", Network.ARP),
    RARP("rarp", Network.RARP),
    /** The TCP header of an IPv4 packet that is whole or a first fragment, as for all protocols over IPv4 here. */
    TCP("tcp", 6),
    UDP("udp", 17),
    SCTP("sctp", 132),
    ICMP("icmp", 1),
    IGMP("igmp", 2),
    IGRP("igrp", 9),
    PIM("pim", 103),
    VRRP("vrrp", 112),
    /** The ICMPv6 header right behind the fixed IPv6 header. */
    ICMP6("icmp6", Network.IPV6, 58);

    private final String word;
    private final Optional<Network> network;
    private final int protocol;

    Layer(String word) {
        this(word, Optional.empty(), -1);
    }

    Layer(String word, Network network) {
        this(word, network, -1);
    }

    Layer(String word, int protocol) {
        this(word, Network.IPV4, protocol);
    }

    Layer(String word, Network network, int protocol) {
        this(word, Optional.of(network), protocol);
    }

    Layer(String word, Optional<Network> network, int protocol) {
        this.word = word;
        this.network = network;
        this.protocol = protocol;
    }

    public String word() {
        return word;
    }

    /** What a frame with this header carries; empty when every frame has the header. */
    public Optional<Network> network() {
        return network;
    }

    /** The IP protocol number of the header; empty when it is no header behind IP. */
    public OptionalInt protocol() {
        return protocol < 0 ? OptionalInt.empty() : OptionalInt.of(protocol);
    }
}
