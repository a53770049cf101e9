package dev.wirewalk.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/**
 * Writes a filter tree in the pcap-filter language, so that {@link FilterParser} reads back what means the same and libpcap
 * compiles it. Every group that is not the whole filter stands in brackets, because {@code and} and {@code or} have the same
 * precedence there and readers of other languages expect otherwise. Protocols and ports are numbers wherever a name would
 * depend on the machine that compiles the filter.
 */
public final class FilterPrinter {
    private static final List<String> FLAGS =
            List.of("tcp-fin", "tcp-syn", "tcp-rst", "tcp-push", "tcp-ack", "tcp-urg");

    private FilterPrinter() {}

    /** The text; empty for {@link Filter#ANY}. */
    public static String print(Filter filter) {
        return filter instanceof Filter.Any ? "" : whole(filter);
    }

    private static String whole(Filter filter) {
        return switch (filter) {
            case Filter.Any _ -> "greater 0";
            case Filter.And(var parts) -> join(parts, " and ");
            case Filter.Or(var parts) -> join(parts, " or ");
            case Filter.Not(var part) -> "not " + (part instanceof Filter.Not ? whole(part) : operand(part));
            case Filter.Term term -> term(term);
        };
    }

    private static String join(List<Filter> parts, String operator) {
        StringJoiner joined = new StringJoiner(operator);
        parts.forEach(part -> joined.add(part instanceof Filter.Not ? whole(part) : operand(part)));
        return joined.toString();
    }

    /** In brackets unless it is one primitive. */
    private static String operand(Filter filter) {
        boolean primitive = filter instanceof Filter.Any
                || (filter instanceof Filter.Term && !(filter instanceof Filter.TcpFlags) && !isRelation(filter));
        return primitive ? whole(filter) : "(" + whole(filter) + ")";
    }

    private static boolean isRelation(Filter filter) {
        return filter instanceof Filter.ByteTest
                || filter instanceof Filter.IcmpType
                || filter instanceof Filter.IcmpCode;
    }

    private static String term(Filter.Term term) {
        return switch (term) {
            case Filter.Host(var side, var address) -> side(side) + "host " + address;
            case Filter.Net(var side, var prefix) -> side(side) + "net " + prefix;
            case Filter.Port port -> port(port);
            case Filter.Ether(var network) ->
                switch (network) {
                    case IPV4 -> "ip";
                    case IPV6 -> "ip6";
                    case ARP -> "arp";
                    case RARP -> "rarp";
                    case OTHER -> throw new IllegalStateException("refused when the term was made");
                };
            case Filter.Protocol protocol -> protocol(protocol);
            case Filter.TcpFlags flags -> flags(flags);
            case Filter.IcmpType(var families, var type) ->
                families == Families.IPV4 ? "icmp[icmptype] == " + type : "icmp6[0] == " + type;
            case Filter.IcmpCode(var families, var code) ->
                families == Families.IPV4 ? "icmp[icmpcode] == " + code : "icmp6[1] == " + code;
            case Filter.ByteTest test -> bytes(test);
        };
    }

    private static String side(Side side) {
        return switch (side) {
            case SOURCE -> "src ";
            case DESTINATION -> "dst ";
            case EITHER -> "";
        };
    }

    private static String port(Filter.Port port) {
        String transport = switch (port.transport()) {
            case ANY -> "";
            case TCP -> "tcp ";
            case UDP -> "udp ";
            case SCTP -> "sctp ";
        };
        String value = port.single() ? "port " + port.low() : "portrange " + port.low() + "-" + port.high();
        return transport + side(port.side()) + value;
    }

    private static String protocol(Filter.Protocol protocol) {
        return Keywords.wordFor(protocol).orElseGet(() -> switch (protocol.families()) {
            case IPV4 -> "ip proto " + protocol.number();
            case IPV6 -> "ip6 proto " + protocol.number();
            case BOTH -> "proto " + protocol.number();
        });
    }

    private static String flags(Filter.TcpFlags flags) {
        String mask = flags.mask() == 255 ? "" : " & " + flagNames(flags.mask());
        String test = mask + " " + flags.comparison().sign() + " " + flagNames(flags.value());
        UnaryOperator<String> four = text -> "tcp[tcpflags]" + text;
        UnaryOperator<String> six = text -> "ip6[6] == 6 and ip6[53]" + text;
        return switch (flags.families()) {
            case IPV4 -> four.apply(test);
            case IPV6 -> six.apply(test);
            case BOTH -> four.apply(test) + " or (" + six.apply(test) + ")";
        };
    }

    /** Names for the six classic flags; the two others have no name in old libpcap, so a number then. */
    private static String flagNames(int bits) {
        if (bits == 0 || bits > 63) {
            return Integer.toString(bits);
        }
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < FLAGS.size(); bit++) {
            if ((bits & 1 << bit) != 0) {
                names.add(FLAGS.get(bit));
            }
        }
        return names.size() == 1 ? names.getFirst() : "(" + String.join("|", names) + ")";
    }

    private static String bytes(Filter.ByteTest test) {
        String size = test.size() == 1 ? "" : ":" + test.size();
        long full = test.size() == 4 ? 0xFFFF_FFFFL : (1L << 8 * test.size()) - 1;
        String mask = test.mask() == full ? "" : " & " + test.mask();
        return test.layer().word() + "[" + test.offset() + size + "]" + mask + " "
                + test.comparison().sign() + " " + test.value();
    }
}
