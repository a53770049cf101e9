package dev.wirewalk.dialect;

import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Says a term without the words that a tool lacks, so that libpcap would decide every packet as before. */
final class PcapRewording {
    /** A range of so few ports reads best as single ports. */
    private static final int FEW_PORTS = 4;
    /** Where the transport header of an IPv6 packet without extension headers begins (RFC 8200). */
    private static final int BEHIND_IPV6 = 40;

    private static final int NEXT_HEADER = 6;
    private static final int TCP_FLAGS = 13;

    private final Set<PcapLack> lacks;

    private PcapRewording(Set<PcapLack> lacks) {
        this.lacks = lacks;
    }

    /**
     * The filter in the words that the tool has; it selects the same, or more when a gap was added.
     *
     * @param lacks what of the language the tool does not know
     */
    static Filter sayable(Filter filter, Set<PcapLack> lacks, Gaps gaps) {
        if (lacks.isEmpty()) {
            return filter;
        }
        PcapRewording rewording = new PcapRewording(lacks);
        return Folding.fold(filter, (term, grows) -> rewording.loosened(term, grows, gaps))
                .map(rewording::reworded)
                .orElse(new Filter.Not(Filter.ANY));
    }

    private Optional<Filter> loosened(Filter.Term term, boolean grows, Gaps gaps) {
        String text = FilterPrinter.print(rewordedTerm(term));
        Optional<PcapLack> unsaid =
                lacks.stream().filter(lack -> lack.concerns(text)).findFirst();
        unsaid.ifPresent(lack -> gaps.add(term, lack.reason()));
        if (unsaid.isEmpty()) {
            return Optional.of(term);
        }
        return grows ? Optional.of(OneNetwork.protocolOf(term)) : Optional.empty();
    }

    private Filter reworded(Filter filter) {
        return Folding.fold(filter, (term, _) -> Optional.of(rewordedTerm(term)))
                .orElse(new Filter.Not(Filter.ANY));
    }

    private Filter rewordedTerm(Filter.Term term) {
        return switch (term) {
            case Filter.Port port when lacks.contains(PcapLack.PORTRANGE) && !port.single() -> range(port);
            case Filter.TcpFlags flags
            when lacks.contains(PcapLack.FLAG_NAMES) || flags.comparison() == Comparison.NOT_EQUAL -> flags(flags);
            case Filter.IcmpType(var families, var type)
            when lacks.contains(PcapLack.FLAG_NAMES) -> icmp(families, 0, type);
            case Filter.IcmpCode(var families, var code)
            when lacks.contains(PcapLack.FLAG_NAMES) -> icmp(families, 1, code);
            case Filter.ByteTest test -> unequal(test);
            case Filter.Encapsulated(var kind, var id, var inner) -> new Filter.Encapsulated(kind, id, reworded(inner));
            case Filter.Host _,
                    Filter.Net _,
                    Filter.Port _,
                    Filter.Ether _,
                    Filter.Protocol _,
                    Filter.TcpFlags _,
                    Filter.IcmpType _,
                    Filter.IcmpCode _,
                    Filter.Opaque _ -> term;
        };
    }

    private Filter range(Filter.Port port) {
        if (port.high() - port.low() < FEW_PORTS) {
            return Filter.any(IntStream.rangeClosed(port.low(), port.high())
                    .<Filter>mapToObj(one -> new Filter.Port(port.transport(), port.side(), one, one))
                    .toList());
        }
        List<Filter> ways = new ArrayList<>();
        for (Transport transport : List.of(Transport.TCP, Transport.UDP, Transport.SCTP)) {
            if (port.transport() == transport || port.transport() == Transport.ANY) {
                ways.add(bothSides(port, at -> between(layer(transport), at, port)));
                ways.add(Filter.all(List.of(
                        next(transport.number()), bothSides(port, at -> between(Layer.IP6, BEHIND_IPV6 + at, port)))));
            }
        }
        return Filter.any(ways);
    }

    private static Filter bothSides(Filter.Port port, Function<Integer, Filter> test) {
        return switch (port.side()) {
            case SOURCE -> test.apply(0);
            case DESTINATION -> test.apply(2);
            case EITHER -> Filter.any(List.of(test.apply(0), test.apply(2)));
        };
    }

    private static Filter between(Layer layer, int offset, Filter.Port port) {
        return Filter.all(List.of(
                test(layer, offset, 2, 0xFFFF, Comparison.GREATER_OR_EQUAL, port.low()),
                test(layer, offset, 2, 0xFFFF, Comparison.LESS_OR_EQUAL, port.high())));
    }

    private static Layer layer(Transport transport) {
        return switch (transport) {
            case TCP -> Layer.TCP;
            case UDP -> Layer.UDP;
            case SCTP -> Layer.SCTP;
            case ANY -> throw new IllegalArgumentException("any transport has no layer of its own");
        };
    }

    private Filter flags(Filter.TcpFlags flags) {
        if (!lacks.contains(PcapLack.FLAG_NAMES) && !lacks.contains(PcapLack.NOT_EQUAL)) {
            return flags;
        }
        Filter four = unequal(byteOf(Layer.TCP, TCP_FLAGS, flags));
        Filter six = Filter.all(
                List.of(next(Transport.TCP.number()), unequal(byteOf(Layer.IP6, BEHIND_IPV6 + TCP_FLAGS, flags))));
        return switch (flags.families()) {
            case IPV4 -> four;
            case IPV6 -> six;
            case BOTH -> Filter.any(List.of(four, six));
        };
    }

    private static Filter.ByteTest byteOf(Layer layer, int offset, Filter.TcpFlags flags) {
        return test(layer, offset, 1, flags.mask(), flags.comparison(), flags.value());
    }

    private static Filter icmp(Families families, int offset, int value) {
        return test(families == Families.IPV4 ? Layer.ICMP : Layer.ICMP6, offset, 1, 0xFF, Comparison.EQUAL, value);
    }

    private static Filter next(int protocol) {
        return test(Layer.IP6, NEXT_HEADER, 1, 0xFF, Comparison.EQUAL, protocol);
    }

    /** Less or greater says unequal, and like it is false for packets that have no such byte. */
    private Filter unequal(Filter.ByteTest test) {
        if (test.comparison() != Comparison.NOT_EQUAL || !lacks.contains(PcapLack.NOT_EQUAL)) {
            return test;
        }
        return Filter.any(List.of(
                test(test.layer(), test.offset(), test.size(), test.mask(), Comparison.LESS, test.value()),
                test(test.layer(), test.offset(), test.size(), test.mask(), Comparison.GREATER, test.value())));
    }

    private static Filter.ByteTest test(
            Layer layer, int offset, int size, long mask, Comparison comparison, long value) {
        return new Filter.ByteTest(layer, offset, size, mask, comparison, value);
    }
}
