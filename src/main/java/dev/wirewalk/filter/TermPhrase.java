package dev.wirewalk.filter;

import dev.wirewalk.address.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one term adds to a sentence about packets.
 *
 * @param kind stands before the word "packets": a family or protocol; empty when the term implies none
 * @param rest stands behind it, such as {@code from 10.1.1.1}; empty when the kind says all
 * @param place where among the others the rest stands
 */
record TermPhrase(String kind, String rest, Place place) {
    enum Place {
        ADDRESS,
        PORT,
        HEADER,
        FRAME
    }

    private static final Map<Integer, String> ICMP_TYPES = Map.of(
            0, "echo reply", 3, "destination unreachable", 5, "redirect", 8, "echo request", 11, "time exceeded");
    private static final Map<Integer, String> ICMP6_TYPES = Map.of(
            1, "destination unreachable",
            2, "packet too big",
            3, "time exceeded",
            128, "echo request",
            129, "echo reply",
            133, "router solicitation",
            134, "router advertisement",
            135, "neighbour solicitation",
            136, "neighbour advertisement");
    private static final Map<Integer, String> PROTOCOLS = Map.ofEntries(
            Map.entry(1, "ICMP"),
            Map.entry(2, "IGMP"),
            Map.entry(6, "TCP"),
            Map.entry(17, "UDP"),
            Map.entry(47, "GRE"),
            Map.entry(50, "ESP"),
            Map.entry(51, "AH"),
            Map.entry(58, "ICMPv6"),
            Map.entry(88, "EIGRP"),
            Map.entry(89, "OSPF"),
            Map.entry(103, "PIM"),
            Map.entry(112, "VRRP"),
            Map.entry(132, "SCTP"));
    private static final Map<Integer, String> ETHER_TYPES =
            Map.of(0x88CC, "LLDP", 0x8847, "MPLS", 0x8863, "PPPoE discovery", 0x8864, "PPPoE session", 0x8100, "VLAN");

    static TermPhrase of(Filter.Term term) {
        return switch (term) {
            case Filter.Host(var side, var address) -> address(direction(side) + address);
            case Filter.Net(var side, var prefix) -> address(direction(side) + "network " + prefix);
            case Filter.Port port ->
                new TermPhrase(transport(port.transport()), ports(port.side(), List.of(port)), Place.PORT);
            case Filter.Ether(var network) -> kind(network(network));
            case Filter.Protocol protocol -> protocol(protocol);
            case Filter.TcpFlags flags ->
                new TermPhrase(family(flags.families()) + "TCP", FlagPhrase.of(flags), Place.HEADER);
            case Filter.IcmpType(var families, var type) -> {
                boolean four = families == Families.IPV4;
                String name = (four ? ICMP_TYPES : ICMP6_TYPES).getOrDefault(type, "");
                yield new TermPhrase(icmp(families), "of type " + type + named(name), Place.HEADER);
            }
            case Filter.IcmpCode(var families, var code) ->
                new TermPhrase(icmp(families), "with code " + code, Place.HEADER);
            case Filter.Opaque opaque -> opaque(opaque);
        };
    }

    private static TermPhrase opaque(Filter.Opaque opaque) {
        return switch (opaque) {
            case Filter.ByteTest test
            when test.equals(WordParser.GROUP_BIT) -> frame("to a multicast or broadcast MAC address");
            case Filter.ByteTest test -> frame("where " + TermPrinter.print(test));
            case Filter.Relation relation -> frame("where " + TermPrinter.print(relation));
            case Filter.Length(var comparison, var bytes) -> frame(length(comparison) + bytes + " bytes");
            case Filter.Mac(var side, var address) ->
                frame(
                        address.equals(MacAddress.BROADCAST) && side == Side.DESTINATION
                                ? "to the broadcast MAC address"
                                : direction(side) + "MAC address " + address);
            case Filter.EtherType(var number) ->
                frame("of EtherType " + "0x%04x".formatted(number) + named(ETHER_TYPES.getOrDefault(number, "")));
            case Filter.ProtocolChain(var families, var number) ->
                new TermPhrase(
                        family(families).strip(),
                        "with protocol " + number + named(PROTOCOLS.getOrDefault(number, ""))
                                + " anywhere in the chain of headers",
                        Place.HEADER);
            case Filter.Encapsulated(var kind, var id, var inner) -> {
                String header = (kind == Encapsulation.MPLS ? "behind " : "in ")
                        + (id.isPresent() ? kind.noun() + " " + id.getAsLong() : "any " + kind.noun());
                yield frame(
                        inner instanceof Filter.Any ? header : header + " that carry " + FilterSentence.group(inner));
            }
            case Filter.Written(var text, var _) -> frame("matching '" + text + "' (kept as written)");
        };
    }

    /** One phrase for alternatives that differ in one value only; nothing when they differ in more. */
    static Optional<TermPhrase> ofAny(List<Filter> parts) {
        if (parts.stream().allMatch(part -> part instanceof Filter.Ether || part instanceof Filter.Protocol)) {
            List<String> kinds = parts.stream()
                    .map(part -> of((Filter.Term) part))
                    .filter(one -> one.rest().isEmpty())
                    .map(TermPhrase::kind)
                    .distinct()
                    .toList();
            return kinds.size() == parts.size() ? Optional.of(kind(listed(kinds))) : Optional.empty();
        }
        List<Filter.Port> ports = parts.stream()
                .filter(Filter.Port.class::isInstance)
                .map(Filter.Port.class::cast)
                .toList();
        if (ports.size() == parts.size()
                && ports.stream().map(Filter.Port::side).distinct().count() == 1
                && ports.stream().map(Filter.Port::transport).distinct().count() == 1) {
            Filter.Port first = ports.getFirst();
            return Optional.of(new TermPhrase(transport(first.transport()), ports(first.side(), ports), Place.PORT));
        }
        List<Side> sides = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (Filter part : parts) {
            if (part instanceof Filter.Host(var side, var address)) {
                sides.add(side);
                addresses.add(address.toString());
            } else if (part instanceof Filter.Net(var side, var prefix)) {
                sides.add(side);
                addresses.add("network " + prefix);
            }
        }
        boolean alike =
                addresses.size() == parts.size() && sides.stream().distinct().count() == 1;
        return alike
                ? Optional.of(address(direction(sides.getFirst()) + "any of " + String.join(", ", addresses)))
                : Optional.empty();
    }

    private static TermPhrase address(String rest) {
        return new TermPhrase("", rest, Place.ADDRESS);
    }

    private static TermPhrase frame(String rest) {
        return new TermPhrase("", rest, Place.FRAME);
    }

    private static TermPhrase kind(String kind) {
        return new TermPhrase(kind, "", Place.HEADER);
    }

    private static TermPhrase protocol(Filter.Protocol protocol) {
        String name = PROTOCOLS.getOrDefault(protocol.number(), "");
        boolean usual = switch (protocol.number()) {
            case 1, 2, 112 -> protocol.families() == Families.IPV4;
            case 58 -> protocol.families() == Families.IPV6;
            default -> protocol.families() == Families.BOTH;
        };
        if (!name.isEmpty()) {
            return kind(
                    (usual ? "" : protocol.families() == Families.BOTH ? "IPv4 or IPv6 " : family(protocol.families()))
                            + name);
        }
        return new TermPhrase(family(protocol.families()).strip(), "of IP protocol " + protocol.number(), Place.HEADER);
    }

    private static String direction(Side side) {
        return switch (side) {
            case SOURCE -> "from ";
            case DESTINATION -> "to ";
            case EITHER -> "from or to ";
        };
    }

    private static String ports(Side side, List<Filter.Port> ports) {
        String way = switch (side) {
            case SOURCE -> "source ";
            case DESTINATION -> "destination ";
            case EITHER -> "";
        };
        List<String> numbers = ports.stream()
                .map(port -> port.single() ? Integer.toString(port.low()) : port.low() + "-" + port.high())
                .toList();
        return "with " + way + "port " + listed(numbers);
    }

    static String listed(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : words.subList(0, words.size() - 1).stream().collect(Collectors.joining(", ")) + " or "
                        + words.getLast();
    }

    private static String transport(Transport transport) {
        return transport == Transport.ANY ? "" : transport.name();
    }

    private static String network(Network network) {
        return switch (network) {
            case IPV4 -> "IPv4";
            case IPV6 -> "IPv6";
            case ARP -> "ARP";
            case RARP -> "RARP";
            case OTHER -> throw new IllegalStateException("refused when the term was made");
        };
    }

    private static String family(Families families) {
        return switch (families) {
            case IPV4 -> "IPv4 ";
            case IPV6 -> "IPv6 ";
            case BOTH -> "";
        };
    }

    private static String icmp(Families families) {
        return families == Families.IPV4 ? "ICMP" : "ICMPv6";
    }

    private static String named(String name) {
        return name.isEmpty() ? "" : " (" + name + ")";
    }

    private static String length(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> "of exactly ";
            case NOT_EQUAL -> "of any length but ";
            case LESS -> "shorter than ";
            case LESS_OR_EQUAL -> "of at most ";
            case GREATER -> "longer than ";
            case GREATER_OR_EQUAL -> "of at least ";
        };
    }
}
