package dev.wirewalk.dialect;

import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Side;
import dev.wirewalk.filter.Transport;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes an IPv4 filter as an INSPECT program in the shape {@code accept CONDITION;}. The precedence of INSPECT's operators is
 * not documented, so every group and every comparison stands in brackets and only the words {@code and}, {@code or},
 * {@code not} join them.
 *
 * <p>The port macros {@code sport}, {@code dport} and {@code port()} read the words behind the IP header whatever the
 * protocol is (an ICMP type and code may look like a port), so a protocol always stands beside them; SCTP has its ports at
 * the same place.
 */
final class InspectPrinter {
    /** Version 4 and a header of five words, that is, without IP options. */
    private static final String NO_OPTIONS = "([0:1]=69)";

    private InspectPrinter() {}

    static String program(Filter filter) {
        return switch (filter) {
            case Filter.Any _ -> "accept;";
            case Filter.And(var parts) -> "accept " + join(parts, " and ", true) + ";";
            case Filter.Or(var parts) -> "accept " + join(parts, " or ", true) + ";";
            case Filter.Not _, Filter.Term _ -> "accept " + closed(filter, true) + ";";
        };
    }

    private static String join(List<Filter> parts, String word, boolean grows) {
        return parts.stream().map(part -> closed(part, grows)).collect(Collectors.joining(word));
    }

    /** One macro, or anything else in brackets. */
    private static String closed(Filter filter, boolean grows) {
        return switch (filter) {
            case Filter.Any _ -> throw new IllegalStateException("folded away before");
            case Filter.And(var parts) -> "(" + join(parts, " and ", grows) + ")";
            case Filter.Or(var parts) -> "(" + join(parts, " or ", grows) + ")";
            case Filter.Not(var part) -> "(not " + closed(part, !grows) + ")";
            case Filter.Term term -> term(term, grows);
        };
    }

    private static String term(Filter.Term term, boolean grows) {
        return switch (term) {
            case Filter.Host(var side, var address) -> host(side, address.toString());
            case Filter.Net(var side, var prefix)
            when prefix.length() == 32 -> host(side, prefix.network().toString());
            case Filter.Net(var side, var prefix) ->
                (switch (side) {
                            case SOURCE -> "from_net(";
                            case DESTINATION -> "to_net(";
                            case EITHER -> "net(";
                        })
                        + prefix.network() + "," + prefix.length() + ")";
            case Filter.Protocol(var _, var number) -> protocol(number);
            case Filter.Port port -> port(port);
            case Filter.TcpFlags flags -> behindHeader("tcp", flags(flags), grows);
            case Filter.IcmpType(var _, var type) -> behindHeader("icmp", "([20:1]=" + type + ")", grows);
            case Filter.IcmpCode(var _, var code) -> behindHeader("icmp", "([21:1]=" + code + ")", grows);
            case Filter.ByteTest test -> bytes(test);
            case Filter.Opaque _ -> throw new IllegalStateException("loosened before");
            case Filter.Ether _ -> throw new IllegalStateException("one family has no term about the frame");
        };
    }

    private static String host(Side side, String address) {
        return switch (side) {
            case SOURCE -> "(src=" + address + ")";
            case DESTINATION -> "(dst=" + address + ")";
            case EITHER -> "host(" + address + ")";
        };
    }

    private static String protocol(int number) {
        return switch (number) {
            case 1 -> "icmp";
            case 6 -> "tcp";
            case 17 -> "udp";
            default -> "(ip_p=" + number + ")";
        };
    }

    private static String port(Filter.Port port) {
        boolean oneOnEitherSide = port.single() && port.side() == Side.EITHER;
        if (oneOnEitherSide && port.transport() == Transport.TCP) {
            return "tcpport(" + port.low() + ")";
        }
        if (oneOnEitherSide && port.transport() == Transport.UDP) {
            return "udpport(" + port.low() + ")";
        }
        String transport = port.transport() == Transport.ANY
                ? "(tcp or udp or (ip_p=132))"
                : protocol(port.transport().number());
        if (port.low() == 0 && port.high() == 65535) {
            return transport;
        }
        return "(" + transport + " and " + portNumbers(port) + ")";
    }

    private static String portNumbers(Filter.Port port) {
        return switch (port.side()) {
            case SOURCE -> within("sport", port.low(), port.high());
            case DESTINATION -> within("dport", port.low(), port.high());
            case EITHER ->
                port.single()
                        ? "port(" + port.low() + ")"
                        : "(" + within("sport", port.low(), port.high()) + " or "
                                + within("dport", port.low(), port.high()) + ")";
        };
    }

    private static String within(String field, int low, int high) {
        return low == high
                ? "(" + field + "=" + low + ")"
                : "((" + field + ">=" + low + ") and (" + field + "<=" + high + "))";
    }

    private static String flags(Filter.TcpFlags flags) {
        List<String> ranges = FlagBytes.ranges(flags).stream()
                .map(range -> within("[33:1]", range.low(), range.high()))
                .toList();
        return ranges.size() == 1 ? ranges.getFirst() : "(" + String.join(" or ", ranges) + ")";
    }

    /** A test at a place that holds only without IP options: packets with options pass when passing widens the selection. */
    private static String behindHeader(String protocol, String test, boolean grows) {
        return grows
                ? "(" + protocol + " and (" + test + " or (not " + NO_OPTIONS + ")))"
                : "(" + protocol + " and " + NO_OPTIONS + " and " + test + ")";
    }

    private static String bytes(Filter.ByteTest test) {
        String field = "[" + test.offset() + ":" + test.size() + (test.size() == 1 ? "" : ",b") + "]";
        // "!=" is left out: an interactive bash could take its "!" for history when somebody changes the quotes.
        return test.comparison() == Comparison.NOT_EQUAL
                ? "(not (" + field + "=" + test.value() + "))"
                : "(" + field
                        + (test.comparison() == Comparison.EQUAL
                                ? "="
                                : test.comparison().sign()) + test.value() + ")";
    }
}
