package dev.wirewalk.build.ui.form;

import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.Network;
import java.util.Optional;

/** Turns a term into the row that reads back as the same term. */
final class RowWriter {
    private RowWriter() {}

    /** Empty when no row can say the term. */
    static Optional<FormRow> write(Filter.Term term) {
        return switch (term) {
            case Filter.Host(var side, var address) ->
                Optional.of(new FormRow(TermKind.HOST, Qualifier.of(side), address.toString()));
            case Filter.Net(var side, var prefix) ->
                Optional.of(new FormRow(TermKind.NET, Qualifier.of(side), prefix.toString()));
            case Filter.Port port -> Optional.of(ports(port));
            case Filter.Ether(var network) -> Optional.of(plain(TermKind.FRAME, frame(network)));
            case Filter.Protocol protocol -> Optional.of(plain(TermKind.PROTOCOL, protocol(protocol)));
            case Filter.TcpFlags flags -> FlagWords.write(flags);
            case Filter.IcmpType(var families, var type) ->
                Optional.of(plain(
                        families == Families.IPV4 ? TermKind.ICMP_TYPE : TermKind.ICMP6_TYPE, Integer.toString(type)));
            case Filter.IcmpCode(var families, var code) ->
                Optional.of(plain(
                        families == Families.IPV4 ? TermKind.ICMP_CODE : TermKind.ICMP6_CODE, Integer.toString(code)));
            case Filter.Opaque opaque -> LinkRows.write(opaque);
        };
    }

    private static FormRow plain(TermKind kind, String value) {
        return new FormRow(kind, Qualifier.EITHER, value);
    }

    private static FormRow ports(Filter.Port port) {
        TermKind kind = switch (port.transport()) {
            case ANY -> TermKind.PORT;
            case TCP -> TermKind.TCP_PORT;
            case UDP -> TermKind.UDP_PORT;
            case SCTP -> TermKind.SCTP_PORT;
        };
        String value = port.single() ? Integer.toString(port.low()) : port.low() + "-" + port.high();
        return new FormRow(kind, Qualifier.of(port.side()), value);
    }

    private static String protocol(Filter.Protocol protocol) {
        String text = FilterPrinter.print(protocol);
        return text.startsWith("proto ") ? text.substring("proto ".length()) : text;
    }

    private static String frame(Network network) {
        return switch (network) {
            case IPV4 -> "ip";
            case IPV6 -> "ip6";
            case ARP -> "arp";
            case RARP -> "rarp";
            case OTHER -> throw new IllegalStateException("refused when the term was made");
        };
    }
}
