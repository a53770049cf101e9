package dev.wirewalk.dialect;

import dev.wirewalk.filter.Encapsulation;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import java.util.Optional;
import java.util.Set;

/**
 * A filter for tools that see packets but not the VLAN tags, labels and tunnels around them: what is asked of the packet inside is
 * asked of the packet. Where a header must not be there, the condition is left out, so that never less is selected.
 */
final class Unwrapping {
    private Unwrapping() {}

    /** For tools of which the profile says what they see: those that see frames as they are take the filter as it is. */
    static Filter unwrap(Filter filter, Set<Network> seen, Gaps gaps) {
        return seen.contains(Network.OTHER) ? filter : unwrap(filter, gaps);
    }

    /** Adds a gap for every header that is left out. */
    static Filter unwrap(Filter filter, Gaps gaps) {
        return Folding.fold(filter, (term, grows) -> {
                    if (!(term instanceof Filter.Encapsulated(var kind, var _, var inner))) {
                        return Optional.of(term);
                    }
                    gaps.add(term, reason(kind));
                    return grows ? Optional.of(unwrap(inner, gaps)) : Optional.empty();
                })
                .orElse(new Filter.Not(Filter.ANY));
    }

    private static String reason(Encapsulation kind) {
        return kind == Encapsulation.VLAN
                ? "This tool does not look at VLAN tags; choose the VLAN's own interface instead."
                : "This tool does not look at " + kind.plural() + ", only at the packets.";
    }
}
