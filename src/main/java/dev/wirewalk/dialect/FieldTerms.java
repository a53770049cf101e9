package dev.wirewalk.dialect;

import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Side;
import dev.wirewalk.filter.Transport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the filter of one IP family into conjunctions of field tests, which keep "either end" as one test because FortiGate
 * has fields for it.
 */
final class FieldTerms extends Alternatives<Set<FieldCondition>> {
    private final IpVersion version;
    private final Gaps gaps;

    FieldTerms(IpVersion version, Gaps gaps) {
        super(gaps);
        this.version = version;
        this.gaps = gaps;
    }

    /** The conjunctions whose union holds the filter; none when it selects nothing. */
    List<Set<FieldCondition>> conjunctions(Filter filter) {
        return Folding.fold(filter, this::sayable).map(this::union).orElse(List.of());
    }

    private Optional<Filter> sayable(Filter.Term term, boolean grows) {
        return gaps.unless(problem(term), term, grows);
    }

    private Optional<String> problem(Filter.Term term) {
        return switch (term) {
            case Filter.Host _, Filter.Net _ -> Optional.empty();
            case Filter.Protocol protocol ->
                OneNetwork.asksForFragments(protocol, version)
                        ? Optional.of(
                                "FortiGate looks at the protocol behind the fragment header of IPv6, not at the header.")
                        : Optional.empty();
            case Filter.Port port ->
                port.low() == 0
                        ? Optional.of("FortiGate does not tell the port 0 from a packet without ports.")
                        : Optional.empty();
            case Filter.TcpFlags _ -> Optional.of("FortiGate's flow filter does not look at TCP flags.");
            case Filter.IcmpType _, Filter.IcmpCode _ ->
                Optional.of("FortiGate's flow filter does not look at ICMP types and codes.");
            case Filter.Opaque opaque ->
                Optional.of("FortiGate's flow filter does not look at " + opaque.subject() + ".");
            case Filter.Ether _ -> throw new IllegalStateException("one family has no term about the frame");
        };
    }

    @Override
    List<Set<FieldCondition>> of(Filter.Term term, boolean wanted) {
        List<FieldCondition> tests = tests(term);
        return wanted
                ? List.of(new LinkedHashSet<>(tests))
                : tests.stream().map(test -> Set.of(test.opposite())).toList();
    }

    /**
     * A bare {@code port} of pcap-filter means TCP, UDP and SCTP; here it needs no protocol, because the fields are AND-ed
     * (Fortinet tip 195025) and a packet of a protocol without ports has none that could match. For the same reason such a
     * packet passes a negated port, as it does in pcap-filter.
     */
    private static List<FieldCondition> tests(Filter.Term term) {
        return switch (term) {
            case Filter.Host(var side, var address) -> List.of(wanted(addressField(side), Span.of(address, address)));
            case Filter.Net(var side, var prefix) ->
                List.of(wanted(addressField(side), Span.of(prefix.first(), prefix.last())));
            case Filter.Protocol(var _, var number) -> List.of(protocol(number));
            case Filter.Port port -> {
                FieldCondition numbers = wanted(portField(port.side()), Span.of(port.low(), port.high()));
                yield port.transport() == Transport.ANY
                        ? List.of(numbers)
                        : List.of(numbers, protocol(port.transport().number()));
            }
            case Filter.Ether _, Filter.TcpFlags _, Filter.IcmpType _, Filter.IcmpCode _, Filter.Opaque _ ->
                throw new IllegalStateException("loosened before");
        };
    }

    private static FieldCondition wanted(Field field, Span span) {
        return new FieldCondition(field, span, false);
    }

    private static FieldCondition protocol(int number) {
        return wanted(Field.PROTO, Span.of(number, number));
    }

    private static Field addressField(Side side) {
        return switch (side) {
            case SOURCE -> Field.SADDR;
            case DESTINATION -> Field.DADDR;
            case EITHER -> Field.ADDR;
        };
    }

    private static Field portField(Side side) {
        return switch (side) {
            case SOURCE -> Field.SPORT;
            case DESTINATION -> Field.DPORT;
            case EITHER -> Field.PORT;
        };
    }

    @Override
    Set<FieldCondition> everything() {
        return Set.of();
    }

    @Override
    Optional<Set<FieldCondition>> both(Set<FieldCondition> one, Set<FieldCondition> other) {
        for (FieldCondition test : other) {
            if (one.stream().anyMatch(test::excludes)) {
                return Optional.empty();
            }
        }
        Set<FieldCondition> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return Optional.of(both);
    }

    @Override
    List<Set<FieldCondition>> pruned(List<Set<FieldCondition>> selections) {
        List<Set<FieldCondition>> kept = new ArrayList<>();
        for (Set<FieldCondition> candidate : selections) {
            if (kept.stream().noneMatch(one -> covers(one, candidate))) {
                kept.removeIf(one -> covers(candidate, one));
                kept.add(candidate);
            }
        }
        return kept;
    }

    private static boolean covers(Set<FieldCondition> wide, Set<FieldCondition> narrow) {
        return wide.stream().allMatch(test -> narrow.stream().anyMatch(one -> one.implies(test)));
    }
}
