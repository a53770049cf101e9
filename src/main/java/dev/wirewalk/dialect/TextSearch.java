package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A tool that filters nothing and prints lines of text, which a person reads with a text search: Check Point's {@code fw ctl
 * zdebug}. Never exact unless everything is asked for, because the tool does not filter. Always one run.
 *
 * <p>Forms of the run:
 * <ul>
 *   <li>{@code word}: one piece, an IPv4 address that every packet of the filter has at one of its ends, to search the lines for.
 *   <li>{@code everything}: no piece, nothing to search for.
 * </ul>
 * IPv6 addresses are not searched for: a device may print them in another form than the one that is asked for.
 */
public final class TextSearch implements Dialect {
    @Override
    public String family() {
        return "text-search";
    }

    @Override
    public Set<String> limitNames() {
        return Set.of();
    }

    @Override
    public Set<String> forms() {
        return Set.of("everything");
    }

    /** Nothing but everything: what a text search hides is printed by the tool all the same. */
    @Override
    public Filter read(Run run, DialectSettings settings) {
        return Filter.ANY;
    }

    @Override
    public Rendering render(Filter filter, DialectSettings settings) {
        Gaps gaps = new Gaps(filter);
        // What a tuple cannot say is of no interest here, only which addresses all packets have.
        Gaps aside = gaps.none();
        Filter packets = Unwrapping.unwrap(filter, settings.sees(), gaps);
        List<Tuple> tuples = new ArrayList<>();
        boolean four = add(packets, IpVersion.V4, Network.IPV4, settings, aside, tuples);
        boolean six = add(packets, IpVersion.V6, Network.IPV6, settings, aside, tuples);
        if (!four && !six) {
            return gaps.unseen("The filter selects none of the packets that the tool sees.");
        }
        if (selectsAll(packets, settings)) {
            return Rendering.of(List.of(new Run("everything", List.of())), gaps.list());
        }
        gaps.addWhole("The tool filters nothing: it speaks of all packets, and a text search only hides lines.");
        Optional<IpAddress> address = SimpleFitting.hosts(tuples, 1)
                .flatMap(found -> found.stream().findFirst())
                .filter(found -> found.version() == IpVersion.V4);
        Run run = address.map(found -> new Run("word", List.of(found.toString())))
                .orElseGet(() -> new Run("everything", List.of()));
        return Rendering.of(List.of(run), gaps.list());
    }

    /** Whether the family can be selected at all. */
    private static boolean add(
            Filter filter, IpVersion version, Network network, DialectSettings settings, Gaps gaps, List<Tuple> all) {
        Optional<Filter> family = settings.sees().contains(network) ? OneNetwork.of(filter, version) : Optional.empty();
        family.map(new TupleTerms(version, 1, gaps)::tuples).ifPresent(all::addAll);
        return family.isPresent();
    }

    private static boolean selectsAll(Filter filter, DialectSettings settings) {
        return List.of(IpVersion.V4, IpVersion.V6).stream()
                .filter(version -> settings.sees().contains(version == IpVersion.V4 ? Network.IPV4 : Network.IPV6))
                .allMatch(version -> OneNetwork.of(filter, version)
                        .filter(Filter.Any.class::isInstance)
                        .isPresent());
    }
}
