package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the filter of one IP family into five-tuples. A tuple has no nets, ranges or NOT: what is small enough is
 * enumerated, the rest is loosened with a gap.
 */
final class TupleTerms extends Alternatives<Tuple> {
    private final IpVersion version;
    private final int limit;
    private final Gaps gaps;

    TupleTerms(IpVersion version, int limit, Gaps gaps) {
        super(gaps);
        this.version = version;
        this.limit = limit;
        this.gaps = gaps;
    }

    /** The tuples that hold the filter, not yet cut to the limit; none when it selects nothing. */
    List<Tuple> tuples(Filter filter) {
        return Folding.fold(filter, this::sayable).map(this::union).orElse(List.of());
    }

    private Optional<Filter> sayable(Filter.Term term, boolean grows) {
        if (!grows) {
            gaps.add(term, "A simple filter cannot exclude anything.");
            return Optional.empty();
        }
        Optional<String> problem = problem(term);
        problem.ifPresent(reason -> gaps.add(term, reason));
        return Optional.of(problem.isEmpty() ? term : loosened(term));
    }

    private Optional<String> problem(Filter.Term term) {
        return switch (term) {
            case Filter.Host _ -> Optional.empty();
            case Filter.Net(var _, var prefix) ->
                when(!isSmall(prefix), "A simple filter holds single addresses, no networks.");
            case Filter.Port port ->
                when(
                        port.low() == 0 || port.high() - port.low() >= limit,
                        "A simple filter holds single ports from 1 to 65535, no ranges.");
            case Filter.Protocol protocol
            when OneNetwork.asksForFragments(protocol, version) ->
                Optional.of(
                        "A simple filter looks at the protocol behind the fragment header of IPv6, not at the header.");
            case Filter.Protocol(var _, var number) ->
                when(number == 0 || number == 255, "A simple filter takes the protocols 1 to 254; 0 stands for any.");
            case Filter.TcpFlags _ -> Optional.of("A simple filter does not look at TCP flags.");
            case Filter.IcmpType _, Filter.IcmpCode _ ->
                Optional.of("A simple filter does not look at ICMP types and codes.");
            case Filter.Opaque opaque -> Optional.of("A simple filter does not look at " + opaque.subject() + ".");
            case Filter.Ether _ -> throw new IllegalStateException("one family has no term about the frame");
        };
    }

    private static Optional<String> when(boolean problem, String reason) {
        return problem ? Optional.of(reason) : Optional.empty();
    }

    private boolean isSmall(IpPrefix prefix) {
        int hostBits = version.bits() - prefix.length();
        return hostBits < 16 && 1 << hostBits <= limit;
    }

    /** Three protocols for a bare port would use up the limit for no gain, so then any protocol. */
    private static Filter loosened(Filter.Term term) {
        Filter protocol = OneNetwork.protocolOf(term);
        return protocol instanceof Filter.Protocol ? protocol : Filter.ANY;
    }

    @Override
    List<Tuple> of(Filter.Term term, boolean wanted) {
        return switch (term) {
            case Filter.Host(var side, var address) -> addresses(side, address, address);
            case Filter.Net(var side, var prefix) -> addresses(side, prefix.first(), prefix.last());
            case Filter.Port port -> ports(port);
            case Filter.Protocol(var _, var number) ->
                List.of(new Tuple(Optional.empty(), 0, Optional.empty(), 0, number));
            case Filter.Ether _, Filter.TcpFlags _, Filter.IcmpType _, Filter.IcmpCode _, Filter.Opaque _ ->
                throw new IllegalStateException("loosened before");
        };
    }

    private static List<Tuple> addresses(Side side, IpAddress first, IpAddress last) {
        List<Tuple> tuples = new ArrayList<>();
        for (IpAddress address = first; address.compareTo(last) <= 0; address = address.next()) {
            if (side != Side.DESTINATION) {
                tuples.add(Tuple.from(address));
            }
            if (side != Side.SOURCE) {
                tuples.add(Tuple.to(address));
            }
            if (address.equals(last)) {
                break; // the address after the family's last one is its first one
            }
        }
        return tuples;
    }

    /**
     * A bare {@code port} means TCP, UDP and SCTP; the tuple says so with protocol 0 ("0 = any", Check Point "Kernel Debug
     * Filters"), because a port number in the filter leaves out the packets of protocols that have no ports.
     */
    private static List<Tuple> ports(Filter.Port port) {
        int protocol = Math.max(0, port.transport().number());
        List<Tuple> tuples = new ArrayList<>();
        for (int number = port.low(); number <= port.high(); number++) {
            if (port.side() != Side.DESTINATION) {
                tuples.add(new Tuple(Optional.empty(), number, Optional.empty(), 0, protocol));
            }
            if (port.side() != Side.SOURCE) {
                tuples.add(new Tuple(Optional.empty(), 0, Optional.empty(), number, protocol));
            }
        }
        return tuples;
    }

    @Override
    Tuple everything() {
        return Tuple.EVERYTHING;
    }

    @Override
    Optional<Tuple> both(Tuple one, Tuple other) {
        return one.and(other);
    }

    @Override
    List<Tuple> pruned(List<Tuple> selections) {
        return Covering.pruned(selections);
    }
}
