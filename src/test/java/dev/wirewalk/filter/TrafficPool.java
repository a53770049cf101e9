package dev.wirewalk.filter;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.MacAddress;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The few addresses, ports and protocols that random filters and random packets share, so that they often meet. */
final class TrafficPool {
    static final List<IpAddress> IPV4 = addresses(
            "10.1.1.1", "10.1.1.2", "10.1.1.130", "10.1.200.7", "10.2.2.2", "10.9.9.9", "172.16.5.5", "192.168.7.1");
    static final List<IpAddress> IPV6 =
            addresses("2001:db8::1", "2001:db8::2", "2001:db8:0:1::5", "2001:db8:ffff::9", "fe80::1", "fd00:10:20::30");
    static final List<Integer> PORTS = List.of(0, 22, 53, 79, 80, 81, 443, 8080, 16384, 20000, 32767, 65535);
    /** ICMP, IGMP, TCP, UDP, IPv6 fragment header, GRE, ESP, ICMPv6, OSPF, VRRP, SCTP. */
    static final List<Integer> PROTOCOLS = List.of(1, 2, 6, 17, 44, 47, 50, 58, 89, 112, 132);

    static final List<Integer> ICMP_TYPES = List.of(0, 3, 8, 11);
    static final List<Integer> ICMP6_TYPES = List.of(1, 2, 128, 129, 135, 136);
    static final List<Integer> ICMP_CODES = List.of(0, 1, 3, 4);
    /** SYN, SYN/ACK, ACK, PSH/ACK, FIN/ACK, RST, RST/ACK, SYN with ECE and CWR, none. */
    static final List<Integer> TCP_FLAGS = List.of(0x02, 0x12, 0x10, 0x18, 0x11, 0x04, 0x14, 0xC2, 0x00);

    /** Of VLANs and labels. */
    static final List<Long> IDS = List.of(1L, 100L, 200L);

    static final List<MacAddress> MACS = Stream.of(
                    "02:00:00:00:00:01",
                    "02:00:00:00:00:02",
                    "00:11:22:33:44:55",
                    "01:00:5e:00:00:fb",
                    "ff:ff:ff:ff:ff:ff")
            .map(text -> MacAddress.parse(text).orElseThrow())
            .toList();

    private TrafficPool() {}

    static <T> T pick(RandomGenerator random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<IpAddress> addresses(String... texts) {
        return List.of(texts).stream()
                .map(text -> IpAddress.parse(text).orElseThrow())
                .toList();
    }
}
