package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
 *   <li>{@code everything}: no piece, no filter.
 * </ul>
 * Limits: {@code tuples} (5) and {@code hosts} (3); 0 for a release without them. Tuples and hosts are OR-ed; they take IPv4
 * and IPv6 addresses; a field of 0 is not looked at, so a tuple without addresses selects both IP versions.
 *
 * <p>Source: Check Point "Kernel Debug Filters" (R80.40 to R82).
 */
public final class FiveTuples implements Dialect {
    private static final String TUPLES = "tuples";
    private static final String HOSTS = "hosts";

    @Override
    public String family() {
        return "checkpoint-debug-filter";
    }

    @Override
    public Set<String> limitNames() {
        return Set.of(TUPLES, HOSTS);
    }

    @Override
    public Rendering render(Filter filter, DialectSettings settings) {
        Gaps gaps = new Gaps(filter);
        Optional<List<Tuple>> four = tuples(filter, IpVersion.V4, Network.IPV4, settings, gaps);
        Optional<List<Tuple>> six = tuples(filter, IpVersion.V6, Network.IPV6, settings, gaps);
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
        return Rendering.of(List.of(fitted(Covering.pruned(all), settings, gaps)), gaps.list());
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

    private static Run fitted(List<Tuple> wanted, DialectSettings settings, Gaps gaps) {
        if (wanted.contains(Tuple.EVERYTHING)) {
            return everything();
        }
        int limit = settings.limit(TUPLES);
        Optional<List<IpAddress>> hosts = hosts(wanted, settings.limit(HOSTS));
        if (hosts.isPresent() && isExact(hosts.get(), wanted)) {
            return hosts(hosts.get());
        }
        if (wanted.size() <= limit) {
            return new Run(TUPLES, wanted.stream().map(Tuple::text).toList());
        }
        return widened(wanted, hosts, limit, gaps);
    }

    private static Run widened(List<Tuple> wanted, Optional<List<IpAddress>> hosts, int limit, Gaps gaps) {
        List<Tuple> tuples = Covering.within(limit, wanted, Tuple.EVERYTHING);
        String need = "The filter needs %d simple filters and the tool takes %d, so ".formatted(wanted.size(), limit);
        if (hosts.isPresent() && breadth(both(hosts.get())) <= breadth(tuples)) {
            gaps.addWhole(need + "only its addresses are kept.");
            return hosts(hosts.get());
        }
        if (tuples.contains(Tuple.EVERYTHING)) {
            gaps.addWhole(need + "nothing is filtered.");
            return everything();
        }
        gaps.addWhole(need + "the " + lost(wanted, tuples) + " of some are left out.");
        return new Run(TUPLES, tuples.stream().map(Tuple::text).toList());
    }

    /** The kinds of fields that the filters wanted and the wider ones no longer look at. */
    private static String lost(List<Tuple> wanted, List<Tuple> wider) {
        Set<String> lost = new LinkedHashSet<>();
        for (Tuple wide : wider) {
            for (Tuple narrow : wanted.stream().filter(wide::covers).toList()) {
                addIf(lost, "addresses", !narrow.source().equals(wide.source()));
                addIf(lost, "addresses", !narrow.destination().equals(wide.destination()));
                addIf(lost, "ports", narrow.sourcePort() != wide.sourcePort());
                addIf(lost, "ports", narrow.destinationPort() != wide.destinationPort());
                addIf(lost, "protocols", narrow.protocol() != wide.protocol());
            }
        }
        return String.join(" and ", lost);
    }

    private static void addIf(Set<String> words, String word, boolean wanted) {
        if (wanted) {
            words.add(word);
        }
    }

    /** The fewest addresses, found one by one, such that each tuple has one of them; empty when the limit is too small. */
    private static Optional<List<IpAddress>> hosts(List<Tuple> tuples, int limit) {
        List<IpAddress> hosts = new ArrayList<>();
        List<Tuple> open = new ArrayList<>(tuples);
        while (!open.isEmpty()) {
            Map<IpAddress, Integer> uses = new LinkedHashMap<>();
            for (Tuple tuple : open) {
                tuple.source().ifPresent(address -> uses.merge(address, 1, Integer::sum));
                tuple.destination().ifPresent(address -> uses.merge(address, 1, Integer::sum));
            }
            if (uses.isEmpty() || hosts.size() == limit) {
                return Optional.empty();
            }
            IpAddress best = Collections.max(uses.entrySet(), Comparator.comparing(Map.Entry::getValue))
                    .getKey();
            hosts.add(best);
            List<Tuple> covered = both(List.of(best));
            open.removeIf(tuple -> covered.stream().anyMatch(one -> one.covers(tuple)));
        }
        return Optional.of(hosts);
    }

    private static List<Tuple> both(List<IpAddress> hosts) {
        return hosts.stream()
                .flatMap(host -> List.of(Tuple.from(host), Tuple.to(host)).stream())
                .toList();
    }

    private static boolean isExact(List<IpAddress> hosts, List<Tuple> wanted) {
        return both(hosts).stream().allMatch(host -> wanted.stream().anyMatch(tuple -> tuple.covers(host)));
    }

    private static double breadth(List<Tuple> tuples) {
        return tuples.stream().mapToDouble(Tuple::breadth).sum();
    }

    private static Run hosts(List<IpAddress> hosts) {
        return new Run(HOSTS, hosts.stream().map(IpAddress::toString).toList());
    }

    private static Run everything() {
        return new Run("everything", List.of());
    }
}
