package dev.wirewalk.filter;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of pcap-filter that stand for a protocol or a header. */
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
            Map.entry("igrp", new Filter.Protocol(Families.IPV4, 9)),
            Map.entry("vrrp", new Filter.Protocol(Families.IPV4, 112)),
            Map.entry("icmp6", new Filter.Protocol(Families.IPV6, 58)));

    private static final Map<String, Network> NETWORKS =
            Map.of("ip", Network.IPV4, "ip6", Network.IPV6, "arp", Network.ARP, "rarp", Network.RARP);

    /** Words for the link layer; libpcap takes them all alike, whatever the link is. */
    static final Set<String> ETHER_WORDS = Set.of("ether", "link", "wlan", "ppp", "slip", "fddi", "tr");

    /** Keywords for what a frame carries besides IP and ARP, with their EtherTypes. */
    private static final Map<String, Integer> ETHER_TYPES = Map.of(
            "mopdl", 0x6001,
            "moprc", 0x6002,
            "decnet", 0x6003,
            "lat", 0x6004,
            "sca", 0x6007,
            "pppoed", 0x8863);

    /** Names behind {@code ether proto} that are no keyword by themselves, or only of later libpcap. */
    private static final Map<String, Integer> ETHER_NAMES =
            Map.of("loopback", 0x9000, "lldp", 0x88CC, "slow", 0x8809, "ipv6", 0x86DD);

    /** What libpcap tells from the headers of LLC, OSI and SNAP; no node of the tree says it. */
    static final Set<String> LINK_PROTOCOLS = Set.of(
            "iso", "clnp", "esis", "es-is", "isis", "is-is", "l1", "l2", "iih", "lsp", "snp", "csnp", "psnp", "stp",
            "ipx", "netbeui", "atalk", "aarp");

    private static final Map<String, Encapsulation> ENCAPSULATIONS =
            Stream.of(Encapsulation.values()).collect(Collectors.toUnmodifiableMap(Encapsulation::word, kind -> kind));

    private Keywords() {}

    static Optional<Filter.Protocol> protocol(String word) {
        return word.equals("carp") ? protocol("vrrp") : Optional.ofNullable(PROTOCOLS.get(word));
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

    static Optional<Integer> etherType(String word) {
        return Optional.ofNullable(ETHER_TYPES.get(word));
    }

    /** A name behind {@code ether proto} that no {@link Network} has. */
    static Optional<Integer> etherName(String word) {
        return etherType(word).or(() -> Optional.ofNullable(ETHER_NAMES.get(word)));
    }

    static Optional<Encapsulation> encapsulation(String word) {
        return Optional.ofNullable(ENCAPSULATIONS.get(word));
    }
}
