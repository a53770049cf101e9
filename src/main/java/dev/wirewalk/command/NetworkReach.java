package dev.wirewalk.command;

import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import java.util.stream.Stream;

/**
 * Whether a filter can select frames of a kind, when nothing but the kind is known of them. May say yes too often (terms that
 * contradict each other are not noticed), never no too often: it raises warnings.
 */
enum NetworkReach {
    NEVER,
    SOMETIMES,
    ALWAYS;

    static boolean canSelect(Filter filter, Network network) {
        return of(filter, network) != NEVER;
    }

    private static NetworkReach of(Filter filter, Network network) {
        return switch (filter) {
            case Filter.Any _ -> ALWAYS;
            case Filter.And(var parts) ->
                parts.stream()
                        .map(part -> of(part, network))
                        .min(NetworkReach::compareTo)
                        .orElse(ALWAYS);
            case Filter.Or(var parts) ->
                parts.stream()
                        .map(part -> of(part, network))
                        .max(NetworkReach::compareTo)
                        .orElse(NEVER);
            case Filter.Not(var part) -> of(part, network).opposite();
            case Filter.Term term -> ofTerm(term, network);
        };
    }

    private static NetworkReach ofTerm(Filter.Term term, Network network) {
        return switch (term) {
            case Filter.Host(var _, var address) -> ofAddress(address.version(), network);
            case Filter.Net(var _, var prefix) -> ofAddress(prefix.version(), network);
            case Filter.Port _ -> sometimes(Families.BOTH.covers(network));
            case Filter.Ether(var wanted) -> wanted == network ? ALWAYS : NEVER;
            case Filter.Protocol(var families, var _) -> sometimes(families.covers(network));
            case Filter.TcpFlags(var families, var _, var _, var _) -> sometimes(families.covers(network));
            case Filter.IcmpType(var families, var _) -> sometimes(families.covers(network));
            case Filter.IcmpCode(var families, var _) -> sometimes(families.covers(network));
            case Filter.Opaque opaque -> sometimes(opaque.canSelect(network));
        };
    }

    /** IPv4 addresses stand in ARP and RARP too. */
    private static NetworkReach ofAddress(IpVersion version, Network network) {
        return sometimes(
                switch (version) {
                    case V4 ->
                        Stream.of(Network.IPV4, Network.ARP, Network.RARP).anyMatch(network::equals);
                    case V6 -> network == Network.IPV6;
                });
    }

    private static NetworkReach sometimes(boolean possible) {
        return possible ? SOMETIMES : NEVER;
    }

    private NetworkReach opposite() {
        return switch (this) {
            case NEVER -> ALWAYS;
            case SOMETIMES -> SOMETIMES;
            case ALWAYS -> NEVER;
        };
    }
}
