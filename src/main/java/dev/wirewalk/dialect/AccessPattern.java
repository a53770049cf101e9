package dev.wirewalk.dialect;

import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.Side;
import dev.wirewalk.filter.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one line of an access list or one match clause says, as it was written.
 *
 * @param protocol the IP protocol number; 0 for all of them
 */
record AccessPattern(
        boolean permit,
        int protocol,
        Families families,
        End source,
        End destination,
        Optional<Integer> icmpType,
        Optional<Integer> icmpCode) {
    /** @param network empty for all addresses of the families */
    record End(Optional<IpPrefix> network, Optional<Families> families, Optional<Ports> ports) {
        boolean isOpen() {
            return network.isEmpty() && ports.isEmpty();
        }

        boolean isHost() {
            return network.filter(prefix -> prefix.length() == prefix.version().bits())
                    .isPresent();
        }
    }

    /** @param outside whether the ports beside the range are meant */
    record Ports(int low, int high, boolean outside) {}

    /** The families in both; empty when there are none. */
    static Optional<Families> common(Optional<Families> one, Optional<Families> other) {
        return one.flatMap(mine -> other.flatMap(theirs -> mine == theirs || theirs == Families.BOTH
                ? Optional.of(mine)
                : mine == Families.BOTH ? Optional.of(theirs) : Optional.empty()));
    }

    /** The packets of this direction. */
    Filter filter() {
        return filter(Side.SOURCE, Side.DESTINATION);
    }

    /** The packets of this direction and the answers to them. */
    Filter bothWays() {
        boolean oneSided = destination.isOpen()
                && (source.network().isEmpty() || source.ports().isEmpty());
        boolean otherSided = source.isOpen()
                && (destination.network().isEmpty() || destination.ports().isEmpty());
        boolean hosts = source.isHost()
                && destination.isHost()
                && !source.equals(destination)
                && source.ports().isEmpty()
                && destination.ports().isEmpty();
        return oneSided || otherSided || hosts
                ? filter(Side.EITHER, Side.EITHER)
                : Filter.any(List.of(filter(), filter(Side.DESTINATION, Side.SOURCE)));
    }

    private Filter filter(Side from, Side to) {
        List<Filter> parts = new ArrayList<>(implied());
        source.network().ifPresent(prefix -> parts.add(address(from, prefix)));
        source.ports().ifPresent(ports -> parts.add(ports(from, ports)));
        destination.network().ifPresent(prefix -> parts.add(address(to, prefix)));
        destination.ports().ifPresent(ports -> parts.add(ports(to, ports)));
        icmpType.ifPresent(type -> parts.add(new Filter.IcmpType(families, type)));
        icmpCode.ifPresent(code -> parts.add(new Filter.IcmpCode(families, code)));
        return Filter.all(parts);
    }

    /** The conditions that nothing else of the line implies. Addresses of IPv4 are in ARP too, which no line selects. */
    private List<Filter> implied() {
        boolean six = hasNetwork(IpVersion.V6);
        if (protocol != 0) {
            boolean told = source.ports().isPresent() || destination.ports().isPresent() || icmpType.isPresent();
            boolean family =
                    told && families != Families.BOTH && icmpType.isEmpty() && !six && !hasNetwork(IpVersion.V4);
            List<Filter> parts = new ArrayList<>();
            if (family) {
                parts.add(new Filter.Ether(families == Families.IPV4 ? Network.IPV4 : Network.IPV6));
            }
            if (!told) {
                parts.add(new Filter.Protocol(hasNetwork(IpVersion.V4) || six ? Families.BOTH : families, protocol));
            }
            return parts;
        }
        return switch (families) {
            case IPV4 -> List.of(new Filter.Ether(Network.IPV4));
            case IPV6 -> six ? List.of() : List.of(new Filter.Ether(Network.IPV6));
            case BOTH ->
                List.of(new Filter.Or(List.of(new Filter.Ether(Network.IPV4), new Filter.Ether(Network.IPV6))));
        };
    }

    private boolean hasNetwork(IpVersion version) {
        return List.of(source, destination).stream()
                .anyMatch(end -> end.network()
                        .filter(prefix -> prefix.version() == version)
                        .isPresent());
    }

    private static Filter address(Side side, IpPrefix prefix) {
        return prefix.length() == prefix.version().bits()
                ? new Filter.Host(side, prefix.network())
                : new Filter.Net(side, prefix);
    }

    private Filter ports(Side side, Ports ports) {
        Transport transport = switch (protocol) {
            case 6 -> Transport.TCP;
            case 17 -> Transport.UDP;
            default -> Transport.SCTP;
        };
        if (!ports.outside()) {
            return new Filter.Port(transport, side, ports.low(), ports.high());
        }
        List<Filter> beside = new ArrayList<>();
        if (ports.low() > 0) {
            beside.add(new Filter.Port(transport, side, 0, ports.low() - 1));
        }
        if (ports.high() < 65535) {
            beside.add(new Filter.Port(transport, side, ports.high() + 1, 65535));
        }
        return Filter.any(beside);
    }
}
