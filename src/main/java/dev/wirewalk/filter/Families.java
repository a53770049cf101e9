package dev.wirewalk.filter;

/** The IP families a term is about; pcap-filter's {@code tcp[...]} and {@code icmp[...]} look at IPv4 only. */
public enum Families {
    IPV4,
    IPV6,
    BOTH;

    public boolean covers(Network network) {
        return switch (network) {
            case IPV4 -> this != IPV6;
            case IPV6 -> this != IPV4;
            case ARP, RARP, OTHER -> false;
        };
    }
}
