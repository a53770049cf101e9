package dev.wirewalk.dialect;

import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.BoxUnion;
import dev.wirewalk.filter.Boxes;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.Transport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A filter as the packets of one IP family see it, for tools that take the two families apart. No term of the result speaks
 * of the other family, of Ethernet, or of a network of all addresses.
 */
final class OneNetwork {
    private static final int NORMAL_FORM = 100;
    /** RFC 8200 section 4.5. */
    static final int FRAGMENT_HEADER = 44;

    private final Network network;
    private final IpVersion version;

    private OneNetwork(IpVersion version) {
        this.version = version;
        this.network = version == IpVersion.V4 ? Network.IPV4 : Network.IPV6;
    }

    /** What is left of the filter for packets of that family; empty when it selects none of them. */
    static Optional<Filter> of(Filter filter, IpVersion version) {
        OneNetwork family = new OneNetwork(version);
        return Folding.fold(filter, (term, _) -> family.replace(term)).filter(family::canSelect);
    }

    /** Terms that never hold together, such as TCP and UDP, are found by the normal form; a filter too large for it may. */
    private boolean canSelect(Filter filter) {
        return switch (Boxes.of(new Filter.And(List.of(new Filter.Ether(network), filter)), NORMAL_FORM)) {
            case BoxUnion.Union(var boxes) -> !boxes.isEmpty();
            case BoxUnion.TooMany _ -> true;
        };
    }

    private Optional<Filter> replace(Filter.Term term) {
        return switch (term) {
            case Filter.Host host -> keep(host, host.address().version() == version);
            case Filter.Net(var _, var prefix)
            when prefix.version() == version && prefix.length() == 0 -> Optional.of(Filter.ANY);
            case Filter.Net net -> keep(net, net.prefix().version() == version);
            case Filter.Port port -> Optional.of(port);
            case Filter.Ether(var other) -> keep(Filter.ANY, other == network);
            case Filter.Protocol protocol -> keep(protocol, protocol.families().covers(network));
            case Filter.TcpFlags flags -> keep(flags, flags.families().covers(network));
            case Filter.IcmpType type -> keep(type, type.families().covers(network));
            case Filter.IcmpCode code -> keep(code, code.families().covers(network));
            case Filter.Opaque opaque -> keep(opaque, opaque.canSelect(network));
        };
    }

    private static Optional<Filter> keep(Filter filter, boolean possible) {
        return possible ? Optional.of(filter) : Optional.empty();
    }

    /**
     * The protocol that a term about something deeper in the packet implies, as a wider stand-in for tools that know
     * protocols but not the field; {@link Filter#ANY} when it implies none.
     */
    static Filter protocolOf(Filter.Term term) {
        return switch (term) {
            case Filter.TcpFlags _ -> protocol(Transport.TCP.number());
            case Filter.Port port
            when port.transport() != Transport.ANY -> protocol(port.transport().number());
            case Filter.Port _ ->
                Filter.any(List.of(
                        protocol(Transport.TCP.number()),
                        protocol(Transport.UDP.number()),
                        protocol(Transport.SCTP.number())));
            case Filter.IcmpType(var families, var _) -> icmp(families);
            case Filter.IcmpCode(var families, var _) -> icmp(families);
            case Filter.Opaque opaque -> protocolOf(opaque);
            case Filter.Host _, Filter.Net _, Filter.Ether _, Filter.Protocol _ -> Filter.ANY;
        };
    }

    private static Filter protocolOf(Filter.Opaque opaque) {
        OptionalInt number = opaque.within().map(Layer::protocol).orElse(OptionalInt.empty());
        return number.isPresent() ? protocol(number.getAsInt()) : Filter.ANY;
    }

    /**
     * Whether the term asks for IPv6 packets with a fragment header. Tools that look at flows know the protocol behind that
     * header, not the header.
     */
    static boolean asksForFragments(Filter.Protocol protocol, IpVersion version) {
        return version == IpVersion.V6 && protocol.number() == FRAGMENT_HEADER;
    }

    private static Filter icmp(Families families) {
        return protocol(families == Families.IPV4 ? 1 : 58);
    }

    private static Filter protocol(int number) {
        return new Filter.Protocol(Families.BOTH, number);
    }
}
