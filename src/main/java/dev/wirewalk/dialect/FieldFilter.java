package dev.wirewalk.dialect;

import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The filter of FortiGate's {@code diagnose debug flow}: each field is set once, to one value or range, and can be negated; a
 * packet must pass all fields that are set. An OR takes several runs.
 *
 * <p>Forms of a run:
 * <ul>
 *   <li>{@code filter}: IPv4; each piece stands behind {@code diagnose debug flow filter}, such as {@code addr 10.1.1.1
 *       10.2.2.2 and}, {@code saddr 10.1.0.0 10.1.255.255}, {@code port 80}, {@code negate port}, {@code proto 6}.
 *   <li>{@code filter6}: the same behind {@code diagnose debug flow filter6}, with IPv6 addresses.
 * </ul>
 * No piece means no filter. A release may lack {@code address-pairs}, the words {@code and} and {@code or} behind two
 * addresses. Limit: {@code runs}, how many runs a person is asked for; beyond it runs are joined, but
 * never those of the two families.
 *
 * <p>One setting is a conjunction of fields, and runs are alternatives, so that every OR of addresses, ports and protocols is exact as
 * long as its runs are no more than the limit; a way and the way back between two addresses are one run. Wider end: TCP flags, ICMP
 * types and codes, and all that is {@link Filter.Opaque}, for which there is no field; the fragment header of IPv6, behind which the
 * protocol is taken from; port 0, which stands for none; several values or ranges that one field would have to leave out at once; tags
 * and tunnels, of which the packet inside is selected; filters of more runs.
 *
 * <p>Source: Fortinet Community tip 195025, FortiOS Administration Guide "Debugging the packet flow".
 */
public final class FieldFilter implements Dialect {
    private static final String RUNS = "runs";
    private static final String PAIRS = "address-pairs";

    @Override
    public String family() {
        return "fortigate-flow-filter";
    }

    @Override
    public Set<String> limitNames() {
        return Set.of(RUNS);
    }

    @Override
    public Set<String> lackable() {
        return Set.of(PAIRS);
    }

    @Override
    public Rendering render(Filter filter, DialectSettings settings) {
        Gaps gaps = new Gaps(filter);
        Filter packets = Unwrapping.unwrap(filter, gaps);
        List<FieldRun> four = runs(packets, IpVersion.V4, Network.IPV4, settings, gaps);
        List<FieldRun> six = runs(packets, IpVersion.V6, Network.IPV6, settings, gaps);
        int limit = settings.limit(RUNS);
        // Each family gets what the other leaves of the limit, and half of it in any case.
        List<FieldRun> fourRuns = within(limit - Math.min(six.size(), limit / 2), four, IpVersion.V4);
        List<FieldRun> sixRuns = within(limit - Math.min(four.size(), limit - limit / 2), six, IpVersion.V6);
        if (fourRuns.size() < four.size() || sixRuns.size() < six.size()) {
            gaps.addWhole(
                    "The filter needs %d runs, more than %d are not asked for, so some are joined into wider ones."
                            .formatted(four.size() + six.size(), limit));
        }
        List<Run> runs = new ArrayList<>();
        write("filter", fourRuns, runs);
        write("filter6", sixRuns, runs);
        return runs.isEmpty()
                ? gaps.unseen("The filter selects none of the IP packets that the flow trace shows.")
                : Rendering.of(runs, gaps.list());
    }

    @Override
    public Set<String> forms() {
        return Set.of("filter", "filter6");
    }

    @Override
    public Filter read(Run run, DialectSettings settings) throws UnreadableTextException {
        return FieldReader.read(run.filter(), run.form().equals("filter6") ? IpVersion.V6 : IpVersion.V4);
    }

    private static List<FieldRun> runs(
            Filter filter, IpVersion version, Network network, DialectSettings settings, Gaps gaps) {
        Optional<Filter> family = settings.sees().contains(network) ? OneNetwork.of(filter, version) : Optional.empty();
        List<Set<FieldCondition>> conjunctions =
                family.map(new FieldTerms(version, gaps)::conjunctions).orElse(List.of());
        boolean pairs = !settings.lacks().contains(PAIRS);
        SlotFitting fitting = new SlotFitting(version, pairs, gaps);
        List<FieldRun> runs = conjunctions.stream()
                .flatMap(tests -> fitting.fit(tests).stream())
                .toList();
        return runs.size() > Alternatives.UNWIELDY ? runs : merged(runs, pairs);
    }

    /** Fewer runs that select the same. */
    private static List<FieldRun> merged(List<FieldRun> runs, boolean pairs) {
        List<FieldRun> result = new ArrayList<>(Covering.pruned(runs));
        for (int i = 0; i < result.size(); i++) {
            int j = 0;
            while (j < result.size()) {
                Optional<FieldRun> merged =
                        i == j ? Optional.empty() : result.get(Math.min(i, j)).merge(result.get(Math.max(i, j)), pairs);
                if (merged.isPresent()) {
                    // The wider run takes the earlier place and is compared with all others once more.
                    result.remove(Math.max(i, j));
                    i = Math.min(i, j);
                    result.set(i, merged.get());
                    j = 0;
                } else {
                    j++;
                }
            }
        }
        return Covering.pruned(result);
    }

    private static List<FieldRun> within(int limit, List<FieldRun> runs, IpVersion version) {
        return runs.isEmpty() ? runs : Covering.within(Math.max(1, limit), runs, new FieldRun(version, Map.of()));
    }

    private static void write(String form, List<FieldRun> runs, List<Run> written) {
        runs.forEach(run -> written.add(new Run(form, run.pieces())));
    }
}
