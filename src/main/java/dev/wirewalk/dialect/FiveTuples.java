package dev.wirewalk.dialect;

import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The simple filters of Check Point's kernel debug, {@code fw ctl debug -F} and {@code -H}. Always one run.
 *
 * <p>Forms of the run:
 * <ul>
 *   <li>{@code tuples}: one piece for each {@code -F}, such as {@code 10.1.1.1,0,10.2.2.2,443,6} (source, source port,
 *       destination, destination port, protocol number; 0 is any), packets of one direction each.
 *   <li>{@code hosts}: one piece for each {@code -H}, an address, packets of both directions.
 *   <li>{@code parameters}: the same as parameters of the kernel, one piece for each, what stands behind {@code fw ctl set}:
 *       {@code str simple_debug_filter_saddr_1 10.1.1.1}; those of one number are AND-ed, those of different ones OR-ed.
 *   <li>{@code everything}: no piece, no filter.
 * </ul>
 * A tool may lack {@code arguments}: then parameters are written. It may lack {@code filters} of any kind.
 * Limits: {@code tuples} (5) and {@code hosts} (3); 0 for a release without them. Tuples and hosts are OR-ed; they take IPv4
 * and IPv6 addresses; a field of 0 is not looked at, so a tuple without addresses selects both IP versions.
 *
 * <p>A tuple takes one value in each field, so an OR of hosts, single ports and protocols is exact as long as it fits the limits. Wider
 * end: networks that are not a few addresses, ranges of ports, port 0 and the protocols 0 and 255, as no value says them; {@code not},
 * as tuples only select; TCP flags, ICMP types and codes, the fragment header of IPv6 and all that is {@link Filter.Opaque}, as there
 * is no field for it; one IP version without an address; more tuples than the limit.
 *
 * <p>Source: Check Point "Kernel Debug Filters" (R80.40 to R82).
 */
public final class FiveTuples implements Dialect {
    private static final String TUPLES = "tuples";
    private static final String HOSTS = "hosts";
    private static final String PARAMETERS = "parameters";
    private static final String ARGUMENTS = "arguments";
    private static final String FILTERS = "filters";

    @Override
    public String family() {
        return "checkpoint-debug-filter";
    }

    @Override
    public Set<String> limitNames() {
        return Set.of(TUPLES, HOSTS);
    }

    @Override
    public Set<String> lackable() {
        return Set.of(ARGUMENTS, FILTERS);
    }

    @Override
    public Rendering render(Filter filter, DialectSettings settings) {
        Gaps gaps = new Gaps(filter);
        Filter packets = Unwrapping.unwrap(filter, gaps);
        Optional<List<Tuple>> four = tuples(packets, IpVersion.V4, Network.IPV4, settings, gaps);
        Optional<List<Tuple>> six = tuples(packets, IpVersion.V6, Network.IPV6, settings, gaps);
        List<Tuple> all = new ArrayList<>(four.orElse(List.of()));
        all.addAll(six.orElse(List.of()));
        if (all.isEmpty()) {
            return gaps.unseen("The filter selects none of the IP packets that the kernel debug sees.");
        }
        if (four.isPresent()
                && six.isPresent()
                && (reachesOver(four.get(), six.get()) || reachesOver(six.get(), four.get()))) {
            gaps.addWhole("A simple filter without an address does not tell IPv4 from IPv6.");
        }
        return Rendering.of(List.of(run(Covering.pruned(all), settings, gaps)), gaps.list());
    }

    @Override
    public Set<String> forms() {
        return Set.of(TUPLES, HOSTS, PARAMETERS, "everything");
    }

    @Override
    public Filter read(Run run, DialectSettings settings) throws UnreadableTextException {
        return switch (run.form()) {
            case TUPLES -> TupleReader.tuples(run.filter());
            case HOSTS -> TupleReader.hosts(run.filter());
            case PARAMETERS -> TupleReader.parameters(run.filter());
            default -> Filter.ANY;
        };
    }

    private static Run run(List<Tuple> wanted, DialectSettings settings, Gaps gaps) {
        if (settings.lacks().contains(FILTERS)) {
            if (!wanted.contains(Tuple.EVERYTHING)) {
                gaps.addWhole("This release has no simple filters for the debug, so nothing is filtered.");
            }
            return new Run(SimpleFitting.Kind.EVERYTHING.form(), List.of());
        }
        SimpleFitting.Fitted fitted =
                new SimpleFitting(settings.limit(TUPLES), settings.limit(HOSTS), gaps).fit(wanted);
        boolean written = fitted.kind() == SimpleFitting.Kind.EVERYTHING
                || !settings.lacks().contains(ARGUMENTS);
        return written
                ? new Run(fitted.kind().form(), fitted.pieces())
                : new Run(PARAMETERS, KernelParameters.of(fitted));
    }

    /** Empty when the tool does not see that family at all. */
    private static Optional<List<Tuple>> tuples(
            Filter filter, IpVersion version, Network network, DialectSettings settings, Gaps gaps) {
        if (!settings.sees().contains(network)) {
            return Optional.empty();
        }
        // At least one, so that terms are judged by what a tuple can say even where none is taken.
        TupleTerms terms = new TupleTerms(version, Math.max(1, settings.limit(TUPLES)), gaps);
        return Optional.of(OneNetwork.of(filter, version).map(terms::tuples).orElse(List.of()));
    }

    /** Whether a tuple of one family selects packets of the other that were not asked for. */
    private static boolean reachesOver(List<Tuple> tuples, List<Tuple> others) {
        return tuples.stream()
                .filter(tuple -> !tuple.hasAddress())
                .anyMatch(tuple -> others.stream().noneMatch(other -> other.covers(tuple)));
    }
}
