package dev.wirewalk.inspection;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Families;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.Side;
import dev.wirewalk.flow.Conversation;
import dev.wirewalk.flow.Endpoint;
import java.util.function.Predicate;

/**
 * Decides whether a filter may select packets of a conversation. Addresses, networks, ports and protocols decide it; a term
 * that looks at more of a packet than a conversation knows (flags, bytes, lengths, tags) leaves it open, and then the
 * conversation is kept.
 */
public final class ConversationFilter {
    private final Filter filter;

    public ConversationFilter(Filter filter) {
        this.filter = filter;
    }

    /** In rising order, so that "and" is the least and "or" the greatest. */
    private enum Answer {
        NO,
        MAYBE,
        YES
    }

    /** Whether at least one packet, of either direction, is or may be selected. */
    public boolean keeps(Conversation conversation) {
        return answer(filter, conversation.protocol(), conversation.client(), conversation.server()) != Answer.NO
                || answer(filter, conversation.protocol(), conversation.server(), conversation.client()) != Answer.NO;
    }

    /** Whether every term is one that a conversation decides. */
    public boolean exact() {
        return exact(filter);
    }

    private static boolean exact(Filter part) {
        return switch (part) {
            case Filter.Any _ -> true;
            case Filter.And(var parts) -> parts.stream().allMatch(ConversationFilter::exact);
            case Filter.Or(var parts) -> parts.stream().allMatch(ConversationFilter::exact);
            case Filter.Not(var inner) -> exact(inner);
            case Filter.Host _, Filter.Net _, Filter.Port _, Filter.Ether _, Filter.Protocol _ -> true;
            case Filter.TcpFlags _, Filter.IcmpType _, Filter.IcmpCode _, Filter.Opaque _ -> false;
        };
    }

    private static Answer answer(Filter part, int protocol, Endpoint source, Endpoint destination) {
        return switch (part) {
            case Filter.Any _ -> Answer.YES;
            case Filter.And(var parts) ->
                parts.stream()
                        .map(inner -> answer(inner, protocol, source, destination))
                        .min(Enum::compareTo)
                        .orElse(Answer.YES);
            case Filter.Or(var parts) ->
                parts.stream()
                        .map(inner -> answer(inner, protocol, source, destination))
                        .max(Enum::compareTo)
                        .orElse(Answer.NO);
            case Filter.Not(var inner) -> opposite(answer(inner, protocol, source, destination));
            case Filter.Term term -> term(term, protocol, source, destination);
        };
    }

    private static Answer opposite(Answer answer) {
        return switch (answer) {
            case YES -> Answer.NO;
            case MAYBE -> Answer.MAYBE;
            case NO -> Answer.YES;
        };
    }

    private static Answer term(Filter.Term term, int protocol, Endpoint source, Endpoint destination) {
        Network network = source.address().version() == IpVersion.V6 ? Network.IPV6 : Network.IPV4;
        return switch (term) {
            case Filter.Host(var side, var address) -> address(side, source, destination, address::equals);
            case Filter.Net(var side, var prefix) -> address(side, source, destination, prefix::contains);
            case Filter.Port port -> port(port, protocol, source, destination);
            case Filter.Ether(var wanted) -> answer(wanted == network);
            case Filter.Protocol(var families, var number) -> answer(families.covers(network) && number == protocol);
            case Filter.TcpFlags flags -> withHeader(flags.families(), network, protocol, 6);
            case Filter.IcmpType type ->
                withHeader(type.families(), network, protocol, network == Network.IPV6 ? 58 : 1);
            case Filter.IcmpCode code ->
                withHeader(code.families(), network, protocol, network == Network.IPV6 ? 58 : 1);
            case Filter.Opaque opaque -> opaque.canSelect(network) ? Answer.MAYBE : Answer.NO;
        };
    }

    private static Answer withHeader(Families families, Network network, int protocol, int wanted) {
        return families.covers(network) && protocol == wanted ? Answer.MAYBE : Answer.NO;
    }

    private static Answer address(Side side, Endpoint source, Endpoint destination, Predicate<IpAddress> wanted) {
        return answer(side, wanted.test(source.address()), wanted.test(destination.address()));
    }

    private static Answer port(Filter.Port port, int protocol, Endpoint source, Endpoint destination) {
        return port.transport().covers(protocol)
                ? answer(port.side(), within(port, source.port()), within(port, destination.port()))
                : Answer.NO;
    }

    private static boolean within(Filter.Port port, int number) {
        return number >= port.low() && number <= port.high();
    }

    private static Answer answer(Side side, boolean source, boolean destination) {
        return switch (side) {
            case SOURCE -> answer(source);
            case DESTINATION -> answer(destination);
            case EITHER -> answer(source || destination);
        };
    }

    private static Answer answer(boolean holds) {
        return holds ? Answer.YES : Answer.NO;
    }
}
