package dev.wirewalk.filter;

import dev.wirewalk.address.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Writes single terms in the pcap-filter language. Protocols and ports are numbers wherever a name would depend on the machine that
 * compiles the filter.
 */
final class TermPrinter {
    private static final List<String> FLAGS =
            List.of("tcp-fin", "tcp-syn", "tcp-rst", "tcp-push", "tcp-ack", "tcp-urg");

    private TermPrinter() {}

    /** Of an encapsulation only the word and the id, without what is inside. */
    static String print(Filter.Term term) {
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
            case Filter.Opaque opaque -> opaque(opaque);
        };
    }

    private static String opaque(Filter.Opaque opaque) {
        return switch (opaque) {
            case Filter.ByteTest test -> test.equals(WordParser.GROUP_BIT) ? "ether multicast" : bytes(test);
            case Filter.Relation(var left, var comparison, var right) ->
                number(left) + " " + comparison.sign() + " " + number(right);
            case Filter.Length length -> length(length);
            case Filter.Mac(var side, var address) ->
                side == Side.DESTINATION && address.equals(MacAddress.BROADCAST)
                        ? "ether broadcast"
                        : "ether " + (side == Side.EITHER ? "host " : side(side)) + address;
            case Filter.EtherType(var number) -> "ether proto 0x%04x".formatted(number);
            case Filter.ProtocolChain(var families, var number) ->
                switch (families) {
                    case IPV4 -> "ip protochain " + number;
                    case IPV6 -> "ip6 protochain " + number;
                    case BOTH -> "protochain " + number;
                };
            case Filter.Encapsulated(var kind, var id, var _) ->
                kind.word() + (id.isPresent() ? " " + id.getAsLong() : "");
            case Filter.Written(var text, var _) -> text;
        };
    }

    private static String length(Filter.Length length) {
        return switch (length.comparison()) {
            case LESS_OR_EQUAL -> "less " + length.bytes();
            case GREATER_OR_EQUAL -> "greater " + length.bytes();
            case EQUAL, NOT_EQUAL, LESS, GREATER -> "len " + length.comparison().sign() + " " + length.bytes();
        };
    }

    private static String number(Arithmetic number) {
        return switch (number) {
            case Arithmetic.Constant(var value) -> Long.toString(value);
            case Arithmetic.FrameLength _ -> "len";
            case Arithmetic.Load(var layer, var offset, var size) ->
                layer.word() + "[" + number(offset) + (size == 1 ? "" : ":" + size) + "]";
            case Arithmetic.Operation(var operator, var left, var right) ->
                single(left) + " " + operator.sign() + " " + single(right);
            case Arithmetic.Minus(var operand) -> "-" + single(operand);
        };
    }

    /** In brackets when it has an operator: the precedence of libpcap's operators is like that of no other language. */
    private static String single(Arithmetic number) {
        return switch (number) {
            case Arithmetic.Operation _, Arithmetic.Minus _ -> "(" + number(number) + ")";
            case Arithmetic.Constant _, Arithmetic.FrameLength _, Arithmetic.Load _ -> number(number);
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
