package dev.wirewalk.build.ui.form;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.Transport;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a row into its term. */
final class RowReader {
    private static final Pattern PORTS = Pattern.compile("(\\d{1,5})(?:\\s*-\\s*(\\d{1,5}))?");
    private static final Pattern NET = Pattern.compile("([^/\\s]+)\\s*/\\s*(\\d{1,3})");

    private RowReader() {}

    /** @throws RowProblem with one sentence when the value is missing or wrong */
    static Filter read(FormRow row) throws RowProblem {
        String value = row.value().strip();
        if (value.isEmpty()) {
            throw new RowProblem(
                    row.kind().example().isEmpty()
                            ? "a value is missing"
                            : "a value is missing, such as " + row.kind().example());
        }
        return switch (row.kind()) {
            case HOST -> new Filter.Host(row.qualifier().side(), address(value));
            case NET -> new Filter.Net(row.qualifier().side(), network(value));
            case PORT -> ports(Transport.ANY, row.qualifier(), value);
            case TCP_PORT -> ports(Transport.TCP, row.qualifier(), value);
            case UDP_PORT -> ports(Transport.UDP, row.qualifier(), value);
            case SCTP_PORT -> ports(Transport.SCTP, row.qualifier(), value);
            case PROTOCOL -> protocol(value);
            case FRAME -> new Filter.Ether(frame(value));
            case TCP_FLAGS -> FlagWords.read(Families.BOTH, row.qualifier(), value);
            case TCP_FLAGS_IPV4 -> FlagWords.read(Families.IPV4, row.qualifier(), value);
            case TCP_FLAGS_IPV6 -> FlagWords.read(Families.IPV6, row.qualifier(), value);
            case ICMP_TYPE -> new Filter.IcmpType(Families.IPV4, octet(value));
            case ICMP_CODE -> new Filter.IcmpCode(Families.IPV4, octet(value));
            case ICMP6_TYPE -> new Filter.IcmpType(Families.IPV6, octet(value));
            case ICMP6_CODE -> new Filter.IcmpCode(Families.IPV6, octet(value));
            case MAC, ETHER_TYPE, LENGTH, VLAN -> LinkRows.read(row, value);
        };
    }

    private static IpAddress address(String value) throws RowProblem {
        Optional<IpAddress> address = IpAddress.parse(value);
        if (address.isEmpty()) {
            if (value.contains("/")) {
                throw new RowProblem("this is a network: choose net");
            }
            throw new RowProblem(
                    value.matches("[0-9A-Fa-f.:]+")
                            ? "not a whole IPv4 or IPv6 address"
                            : "not an address; names are not looked up");
        }
        return address.get();
    }

    private static IpPrefix network(String value) throws RowProblem {
        Matcher parts = NET.matcher(value);
        Optional<IpAddress> first = parts.matches() ? IpAddress.parse(parts.group(1)) : Optional.empty();
        if (first.isEmpty()) {
            throw new RowProblem("not a network such as 10.20.0.0/16");
        }
        int bits = first.get().version().bits();
        int length = Integer.parseInt(parts.group(2));
        if (length > bits) {
            throw new RowProblem("the length is 0 to " + bits);
        }
        IpPrefix network = IpPrefix.around(first.get(), length);
        if (!network.network().equals(first.get())) {
            throw new RowProblem("bits are set behind the length: " + network + " is the network");
        }
        return network;
    }

    private static Filter ports(Transport transport, Qualifier end, String value) throws RowProblem {
        Matcher range = PORTS.matcher(value);
        if (!range.matches()) {
            throw new RowProblem("not a port number or a range such as 8000-8099");
        }
        int low = Integer.parseInt(range.group(1));
        int high = range.group(2) == null ? low : Integer.parseInt(range.group(2));
        if (low > 65535 || high > 65535) {
            throw new RowProblem("ports are 0 to 65535");
        }
        if (low > high) {
            throw new RowProblem("the range runs backwards: " + high + "-" + low);
        }
        return new Filter.Port(transport, end.side(), low, high);
    }

    /** A number, or the language's own words for a protocol. */
    private static Filter protocol(String value) throws RowProblem {
        if (value.matches("\\d{1,9}")) {
            return new Filter.Protocol(Families.BOTH, octet(value));
        }
        try {
            if (FilterParser.parse(value) instanceof Filter.Protocol protocol) {
                return protocol;
            }
        } catch (FilterSyntaxException notOne) {
            throw new RowProblem("not a protocol such as tcp, icmp6 or 47");
        }
        throw new RowProblem("not a protocol such as tcp, icmp6 or 47");
    }

    private static Network frame(String value) throws RowProblem {
        return switch (value) {
            case "ip" -> Network.IPV4;
            case "ip6" -> Network.IPV6;
            case "arp" -> Network.ARP;
            case "rarp" -> Network.RARP;
            default -> throw new RowProblem("one of ip, ip6, arp, rarp");
        };
    }

    private static int octet(String value) throws RowProblem {
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) > 255) {
            throw new RowProblem("a number of 0 to 255");
        }
        return Integer.parseInt(value);
    }
}
