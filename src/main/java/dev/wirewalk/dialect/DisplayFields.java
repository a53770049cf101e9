package dev.wirewalk.dialect;

import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.Side;
import dev.wirewalk.filter.Transport;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The fields and protocols of Wireshark's that stand for something in the headers, by name. */
final class DisplayFields {
    private static final Filter IP4 = new Filter.Ether(Network.IPV4);
    private static final Filter IP6 = new Filter.Ether(Network.IPV6);
    private static final Filter RESOLUTION =
            Filter.any(List.of(new Filter.Ether(Network.ARP), new Filter.Ether(Network.RARP)));
    private static final Filter TCP = protocol(Families.BOTH, 6);
    private static final Filter ICMP = protocol(Families.IPV4, 1);
    private static final Filter ICMP6 = protocol(Families.IPV6, 58);

    /** Protocols whose header the filter can ask for. */
    static final Map<String, Filter> PROTOCOLS = Map.ofEntries(
            Map.entry("frame", Filter.ANY),
            Map.entry("vlan", DisplayTags.tag(OptionalLong.empty())),
            Map.entry("ip", IP4),
            Map.entry("ipv6", IP6),
            Map.entry("arp", RESOLUTION),
            Map.entry("tcp", TCP),
            Map.entry("udp", protocol(Families.BOTH, 17)),
            Map.entry("sctp", protocol(Families.BOTH, 132)),
            Map.entry("icmp", ICMP),
            Map.entry("icmpv6", ICMP6),
            Map.entry("igmp", protocol(Families.IPV4, 2)),
            Map.entry("gre", protocol(Families.BOTH, 47)),
            Map.entry("esp", protocol(Families.BOTH, 50)),
            Map.entry("ah", protocol(Families.BOTH, 51)),
            Map.entry("ospf", protocol(Families.BOTH, 89)),
            Map.entry("pim", protocol(Families.BOTH, 103)),
            Map.entry("vrrp", protocol(Families.BOTH, 112)));

    /** What people type for an application, and the ports that they mean (IANA). */
    static final Map<String, String> APPLICATIONS = Map.ofEntries(
            Map.entry("http", "tcp.port == 80"),
            Map.entry("http2", "tcp.port == 443"),
            Map.entry("tls", "tcp.port == 443"),
            Map.entry("ssl", "tcp.port == 443"),
            Map.entry("quic", "udp.port == 443"),
            Map.entry("dns", "udp.port == 53 or tcp.port == 53"),
            Map.entry("dhcp", "udp.port in {67, 68}"),
            Map.entry("bootp", "udp.port in {67, 68}"),
            Map.entry("ssh", "tcp.port == 22"),
            Map.entry("telnet", "tcp.port == 23"),
            Map.entry("ftp", "tcp.port == 21"),
            Map.entry("smtp", "tcp.port == 25"),
            Map.entry("ntp", "udp.port == 123"),
            Map.entry("snmp", "udp.port in {161, 162}"),
            Map.entry("syslog", "udp.port == 514"),
            Map.entry("ldap", "tcp.port == 389"),
            Map.entry("smb", "tcp.port == 445"),
            Map.entry("smb2", "tcp.port == 445"),
            Map.entry("kerberos", "tcp.port == 88 or udp.port == 88"),
            Map.entry("radius", "udp.port in {1812, 1813}"),
            Map.entry("sip", "udp.port == 5060 or tcp.port == 5060"),
            Map.entry("bgp", "tcp.port == 179"),
            Map.entry("rdp", "tcp.port == 3389"),
            Map.entry("isakmp", "udp.port in {500, 4500}"));

    /** Releases count it in bytes or in units of eight, which is one only at 0. */
    private static final String FRAGMENT_OFFSET = "ip.frag_offset";

    private static final Map<String, DisplayField> FIELDS = fields();

    private DisplayFields() {}

    static Optional<DisplayField> of(String name) {
        return Optional.ofNullable(FIELDS.get(name));
    }

    private static Map<String, DisplayField> fields() {
        Map<String, DisplayField> fields = new LinkedHashMap<>();
        Map<String, Side> ends = Map.of("src", Side.SOURCE, "dst", Side.DESTINATION, "addr", Side.EITHER);
        ends.forEach((end, side) -> {
            fields.put("ip." + end, new DisplayField.Address(IP4, side, IpVersion.V4));
            fields.put("eth." + end, new DisplayLinkField.Mac(side));
            fields.put("ipv6." + end, new DisplayField.Address(IP6, side, IpVersion.V6));
        });
        fields.put("arp.src.proto_ipv4", new DisplayField.Address(RESOLUTION, Side.SOURCE, IpVersion.V4));
        fields.put("arp.dst.proto_ipv4", new DisplayField.Address(RESOLUTION, Side.DESTINATION, IpVersion.V4));
        Map<String, Side> ports = Map.of("srcport", Side.SOURCE, "dstport", Side.DESTINATION, "port", Side.EITHER);
        for (Transport transport : List.of(Transport.TCP, Transport.UDP, Transport.SCTP)) {
            String word = transport.name().toLowerCase(java.util.Locale.ROOT);
            ports.forEach((name, side) -> fields.put(
                    word + "." + name,
                    new DisplayField.Ports(protocol(Families.BOTH, transport.number()), transport, side)));
        }
        List<String> flags = List.of("fin", "syn", "reset", "push", "ack", "urg", "ece", "cwr");
        for (int bit = 0; bit < flags.size(); bit++) {
            fields.put("tcp.flags." + flags.get(bit), new DisplayField.Flags(TCP, 1 << bit));
        }
        fields.put("tcp.flags.ecn", new DisplayField.Flags(TCP, 0x40));
        fields.put("tcp.flags", new DisplayField.Flags(TCP, 0xFF));
        fields.put("frame.len", new DisplayLinkField.Length());
        fields.put("vlan.id", new DisplayLinkField.Tag());
        numbers(fields);
        return Map.copyOf(fields);
    }

    /** RFC 791, RFC 8200, RFC 792, RFC 4443, RFC 826: where the numbers stand. */
    private static void numbers(Map<String, DisplayField> fields) {
        fields.put("ip.proto", ip4(9, 1, 0, 8, number -> Optional.of(protocol(Families.IPV4, number))));
        fields.put("ip.ttl", ip4(8, 1, 0, 8, DisplayFields::plain));
        fields.put("ip.len", ip4(2, 2, 0, 16, DisplayFields::plain));
        fields.put("ip.id", ip4(4, 2, 0, 16, DisplayFields::plain));
        fields.put("ip.dsfield", ip4(1, 1, 0, 8, DisplayFields::plain));
        fields.put("ip.dsfield.dscp", ip4(1, 1, 2, 6, DisplayFields::plain));
        fields.put("ip.dsfield.ecn", ip4(1, 1, 0, 2, DisplayFields::plain));
        fields.put("ip.flags.df", ip4(6, 1, 6, 1, DisplayFields::plain));
        fields.put("ip.flags.mf", ip4(6, 1, 5, 1, DisplayFields::plain));
        fields.put(FRAGMENT_OFFSET, ip4(6, 2, 0, 13, DisplayFields::plain));
        Filter six = IP6;
        fields.put("ipv6.nxt", new DisplayField.Number(six, Layer.IP6, 6, 1, 0, 8, DisplayFields::nextHeader));
        fields.put(
                "ipv6.fraghdr.nxt",
                new DisplayField.Number(
                        protocol(Families.IPV6, OneNetwork.FRAGMENT_HEADER),
                        Layer.IP6,
                        40,
                        1,
                        0,
                        8,
                        number -> Optional.of(Filter.all(List.of(
                                protocol(Families.IPV6, OneNetwork.FRAGMENT_HEADER),
                                protocol(Families.IPV6, number))))));
        fields.put("ipv6.hlim", new DisplayField.Number(six, Layer.IP6, 7, 1, 0, 8, DisplayFields::plain));
        fields.put("ipv6.plen", new DisplayField.Number(six, Layer.IP6, 4, 2, 0, 16, DisplayFields::plain));
        fields.put(
                "icmp.type",
                icmp(Layer.ICMP, ICMP, 0, number -> Optional.of(new Filter.IcmpType(Families.IPV4, number))));
        fields.put(
                "icmp.code",
                icmp(Layer.ICMP, ICMP, 1, number -> Optional.of(new Filter.IcmpCode(Families.IPV4, number))));
        fields.put(
                "icmpv6.type",
                icmp(Layer.ICMP6, ICMP6, 0, number -> Optional.of(new Filter.IcmpType(Families.IPV6, number))));
        fields.put(
                "icmpv6.code",
                icmp(Layer.ICMP6, ICMP6, 1, number -> Optional.of(new Filter.IcmpCode(Families.IPV6, number))));
        fields.put("arp.opcode", new DisplayField.Number(RESOLUTION, Layer.ARP, 6, 2, 0, 16, DisplayFields::plain));
    }

    /** A test of the bytes of just one field in that field's words; {@code outer} follows its name. */
    static Optional<DisplayText> naming(Filter.ByteTest test, String outer) {
        return FIELDS.entrySet().stream()
                .filter(field -> field.getValue() instanceof DisplayField.Number number && number.isRead(test))
                .filter(field -> test.value() == 0 || !field.getKey().equals(FRAGMENT_OFFSET))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .map(name -> compared(name + outer, test, ((DisplayField.Number) of(name).orElseThrow()).shift()));
    }

    private static DisplayText compared(String name, Filter.ByteTest test, int shift) {
        long value = test.value() >> shift;
        return test.comparison() == Comparison.NOT_EQUAL
                ? DisplayText.not(DisplayText.test(name + " == " + value))
                : DisplayText.test(name + " " + test.comparison().sign() + " " + value);
    }

    /** The filter for an EtherType; smaller numbers are lengths. */
    static Optional<Filter> etherType(long type) {
        return Arrays.stream(Network.values())
                .filter(network -> network.etherType() == type)
                .findFirst()
                .<Filter>map(Filter.Ether::new)
                .or(() -> type > 1500 ? Optional.of(new Filter.EtherType((int) type)) : Optional.empty());
    }

    private static DisplayField ip4(int offset, int size, int shift, int bits, DisplayField.Term term) {
        return new DisplayField.Number(IP4, Layer.IP, offset, size, shift, bits, term);
    }

    private static DisplayField icmp(Layer layer, Filter present, int offset, DisplayField.Term term) {
        return new DisplayField.Number(present, layer, offset, 1, 0, 8, term);
    }

    /** The header right behind the fixed one; the protocol term alone would hold behind a fragment header too. */
    private static Optional<Filter> nextHeader(int number) {
        return Optional.of(Filter.all(List.of(
                protocol(Families.IPV6, number), new Filter.ByteTest(Layer.IP6, 6, 1, 255, Comparison.EQUAL, number))));
    }

    private static Optional<Filter> plain(int number) {
        return Optional.empty();
    }

    private static Filter protocol(Families families, int number) {
        return new Filter.Protocol(families, number);
    }
}
