package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.Side;
import dev.wirewalk.filter.Transport;
import java.util.List;

/** What the readers of several families make of values they have read. */
final class Meaning {
    /** Selects no packet; the tree has no node for it. */
    static final Filter NOTHING = new Filter.Not(Filter.ANY);

    private Meaning() {}

    /** The filter for a tool that shows one IP family only; said only where the other family could be selected. */
    static Filter within(IpVersion version, Filter filter) {
        boolean reachesOver = OneNetwork.of(filter, version == IpVersion.V4 ? IpVersion.V6 : IpVersion.V4)
                .isPresent();
        Filter.Ether family = new Filter.Ether(version == IpVersion.V4 ? Network.IPV4 : Network.IPV6);
        return reachesOver ? filter instanceof Filter.Any ? family : Filter.all(List.of(family, filter)) : filter;
    }

    static Filter protocol(int number) {
        return new Filter.Protocol(Families.BOTH, number);
    }

    /** All parts together, of which any that selects nothing makes the whole select nothing. */
    static Filter all(List<Filter> parts) {
        return parts.contains(NOTHING)
                ? NOTHING
                : Filter.all(parts.stream()
                        .filter(part -> !(part instanceof Filter.Any))
                        .toList());
    }

    static Filter any(List<Filter> parts) {
        List<Filter> kept = parts.stream().filter(part -> !part.equals(NOTHING)).toList();
        return kept.isEmpty()
                ? NOTHING
                : kept.stream().anyMatch(Filter.Any.class::isInstance) ? Filter.ANY : Filter.any(kept);
    }

    static Filter not(Filter part) {
        return part instanceof Filter.Not(var inner) ? inner : new Filter.Not(part);
    }

    /** The ports of a comparison, such as all from 1025 on for {@code > 1024}. */
    static Filter ports(Transport transport, Side side, Comparison comparison, long value) {
        return switch (comparison) {
            case EQUAL -> range(transport, side, value, value);
            case NOT_EQUAL -> not(range(transport, side, value, value));
            case LESS -> range(transport, side, 0, value - 1);
            case LESS_OR_EQUAL -> range(transport, side, 0, value);
            case GREATER -> range(transport, side, value + 1, 65535);
            case GREATER_OR_EQUAL -> range(transport, side, value, 65535);
        };
    }

    static Filter range(Transport transport, Side side, long low, long high) {
        return low > 65535 || low > high
                ? NOTHING
                : new Filter.Port(transport, side, (int) low, (int) Math.min(high, 65535));
    }

    /** All addresses from one to the other. */
    static Filter addresses(Side side, IpAddress first, IpAddress last) {
        return first.equals(last)
                ? new Filter.Host(side, first)
                : any(AddressBlocks.between(first, last).stream()
                        .map(prefix -> (Filter) new Filter.Net(side, prefix))
                        .toList());
    }

    /** The transport whose ports a protocol number means; {@code ANY} for a protocol without ports. */
    static Transport transport(int protocol) {
        return List.of(Transport.TCP, Transport.UDP, Transport.SCTP).stream()
                .filter(transport -> transport.number() == protocol)
                .findFirst()
                .orElse(Transport.ANY);
    }
}
