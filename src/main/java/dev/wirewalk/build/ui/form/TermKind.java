package dev.wirewalk.build.ui.form;

import java.util.List;

/** The kinds of rows, in the order in which they are offered. */
public enum TermKind {
    HOST("host", "10.20.30.40", Qualifier.ENDS),
    NET("net", "10.20.0.0/16", Qualifier.ENDS),
    PORT("port", "80 or 8000-8099", Qualifier.ENDS),
    TCP_PORT("TCP port", "80 or 8000-8099", Qualifier.ENDS),
    UDP_PORT("UDP port", "53", Qualifier.ENDS),
    SCTP_PORT("SCTP port", "3868", Qualifier.ENDS),
    PROTOCOL("protocol", "tcp, udp, icmp or a number", List.of()),
    FRAME("frame", "", List.of()),
    TCP_FLAGS("TCP flags", "syn !ack", Qualifier.FLAGS),
    TCP_FLAGS_IPV4("TCP flags v4", "syn !ack", Qualifier.FLAGS),
    TCP_FLAGS_IPV6("TCP flags v6", "syn !ack", Qualifier.FLAGS),
    ICMP_TYPE("ICMP type", "3", List.of()),
    ICMP_CODE("ICMP code", "4", List.of()),
    ICMP6_TYPE("ICMPv6 type", "1", List.of()),
    ICMP6_CODE("ICMPv6 code", "0", List.of()),
    MAC("MAC", "00:1b:21:3c:9d:f8", Qualifier.ENDS),
    ETHER_TYPE("EtherType", "0x88cc", List.of()),
    LENGTH("frame length", "1500", Qualifier.BOUNDS),
    /** What stands below it in the group is looked for behind the tag. */
    VLAN("VLAN", "100, for the rows below it", List.of());

    private final String label;
    private final String example;
    private final List<Qualifier> qualifiers;

    TermKind(String label, String example, List<Qualifier> qualifiers) {
        this.label = label;
        this.example = example;
        this.qualifiers = qualifiers;
    }

    public String label() {
        return label;
    }

    /** What a value looks like. */
    public String example() {
        return example;
    }

    /** The words that can stand before the value; may be none. */
    public List<Qualifier> qualifiers() {
        return qualifiers;
    }

    /** The values, when there are only these; else empty. */
    public List<String> choices() {
        return this == FRAME ? List.of("ip", "ip6", "arp", "rarp") : List.of();
    }
}
