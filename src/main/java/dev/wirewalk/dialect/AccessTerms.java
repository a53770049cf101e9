package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Layer;
import dev.wirewalk.filter.Network;
import java.util.stream.Stream;

/** The terms of a filter, wherever in the tree they stand. */
final class AccessTerms {
    private AccessTerms() {}

    /** Whether the filter speaks of frames of this network by name. */
    static boolean name(Filter filter, Network network) {
        return of(filter).anyMatch(term -> switch (term) {
            case Filter.Ether(var named) -> named == network;
            case Filter.Opaque opaque ->
                opaque.within().flatMap(Layer::network).filter(network::equals).isPresent();
            case Filter.Host _,
                    Filter.Net _,
                    Filter.Port _,
                    Filter.Protocol _,
                    Filter.TcpFlags _,
                    Filter.IcmpType _,
                    Filter.IcmpCode _ -> false;
        });
    }

    static Stream<Filter.Term> of(Filter filter) {
        return switch (filter) {
            case Filter.Any _ -> Stream.of();
            case Filter.And(var parts) -> parts.stream().flatMap(AccessTerms::of);
            case Filter.Or(var parts) -> parts.stream().flatMap(AccessTerms::of);
            case Filter.Not(var part) -> of(part);
            case Filter.Term term -> Stream.of(term);
        };
    }
}
