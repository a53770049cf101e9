package dev.wirewalk.filter;

import java.util.Optional;
import java.util.OptionalInt;

/** Where the offset of a {@link Filter.ByteTest} counts from, named as pcap-filter's packet accessors. */
public enum Layer {
    IP("ip", Network.IPV4, -1),
    IP6("ip6", Network.IPV6, -1),
    ARP("arp", Network.ARP, -1),
    /** The TCP header of an IPv4 packet that is whole or a first fragment. */
    TCP("tcp", Network.IPV4, 6),
    /** The UDP header of an IPv4 packet that is whole or a first fragment. */
    UDP("udp", Network.IPV4, 17),
    /** The SCTP header of an IPv4 packet that is whole or a first fragment. */
    SCTP("sctp", Network.IPV4, 132),
    /** The ICMP header of an IPv4 packet that is whole or a first fragment. */
    ICMP("icmp", Network.IPV4, 1),
    /** The ICMPv6 header right behind the fixed IPv6 header. */
    ICMP6("icmp6", Network.IPV6, 58);

    private final String word;
    private final Network network;
    private final int protocol;

    Layer(String word, Network network, int protocol) {
        this.word = word;
        this.network = network;
        this.protocol = protocol;
    }

    public String word() {
        return word;
    }

    /** What a frame with this header carries; empty when every frame has the header. */
    public Optional<Network> network() {
        return network == Network.OTHER ? Optional.empty() : Optional.of(network);
    }

    /** The IP protocol number of the header; empty when it is no header behind IP. */
    public OptionalInt protocol() {
        return protocol < 0 ? OptionalInt.empty() : OptionalInt.of(protocol);
    }
}
