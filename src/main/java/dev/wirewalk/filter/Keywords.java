package dev.wirewalk.filter;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of pcap-filter that stand for a protocol, and those that Wirewalk knows but cannot read yet. */
final class Keywords {
    /** Protocols that are a primitive by themselves; IPv4 only where libpcap says so. */
    private static final Map<String, Filter.Protocol> PROTOCOLS = Map.ofEntries(
            Map.entry("tcp", new Filter.Protocol(Families.BOTH, 6)),
            Map.entry("udp", new Filter.Protocol(Families.BOTH, 17)),
            Map.entry("sctp", new Filter.Protocol(Families.BOTH, 132)),
            Map.entry("ah", new Filter.Protocol(Families.BOTH, 51)),
            Map.entry("esp", new Filter.Protocol(Families.BOTH, 50)),
            Map.entry("pim", new Filter.Protocol(Families.BOTH, 103)),
            Map.entry("icmp", new Filter.Protocol(Families.IPV4, 1)),
            Map.entry("igmp", new Filter.Protocol(Families.IPV4, 2)),
            Map.entry("vrrp", new Filter.Protocol(Families.IPV4, 112)),
            Map.entry("icmp6", new Filter.Protocol(Families.IPV6, 58)));

    private static final Map<String, Network> NETWORKS =
            Map.of("ip", Network.IPV4, "ip6", Network.IPV6, "arp", Network.ARP, "rarp", Network.RARP);

    /** Names that may stand behind {@code proto}. */
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("icmp", 1),
            Map.entry("igmp", 2),
            Map.entry("tcp", 6),
            Map.entry("udp", 17),
            Map.entry("gre", 47),
            Map.entry("esp", 50),
            Map.entry("ah", 51),
            Map.entry("icmp6", 58),
            Map.entry("pim", 103),
            Map.entry("vrrp", 112),
            Map.entry("sctp", 132));

    private static final Set<String> NOT_READ = Set.of(
            "ether",
            "link",
            "wlan",
            "ppp",
            "slip",
            "fddi",
            "tr",
            "vlan",
            "mpls",
            "pppoed",
            "pppoes",
            "geneve",
            "vxlan",
            "gateway",
            "protochain",
            "broadcast",
            "multicast",
            "less",
            "len",
            "inbound",
            "outbound",
            "ifname",
            "ifindex",
            "rulenum",
            "rset",
            "reason",
            "action",
            "llc",
            "decnet",
            "iso",
            "stp",
            "lldp");

    private Keywords() {}

    static Optional<Filter.Protocol> protocol(String word) {
        return Optional.ofNullable(PROTOCOLS.get(word));
    }

    /** The keyword whose meaning is exactly this protocol term. */
    static Optional<String> wordFor(Filter.Protocol protocol) {
        return PROTOCOLS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(protocol))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static Optional<Network> network(String word) {
        return Optional.ofNullable(NETWORKS.get(word));
    }

    static Optional<Integer> protocolNumber(String word) {
        return Optional.ofNullable(NUMBERS.get(word));
    }

    static boolean knownButNotRead(String word) {
        return NOT_READ.contains(word);
    }
}
