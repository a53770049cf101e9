package dev.wirewalk.dialect;

import dev.wirewalk.filter.Boxes;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.Language;
import dev.wirewalk.profile.LineWay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All tools whose filter is lines of fields: the profile's key {@code language} says how the lines are written, so that such a
 * tool needs no code of its own.
 *
 * <p>A line is a conjunction of fields. The lines of a run are alternatives, or rules of which the first decides. What a line
 * selects is computed from what it says: lines that do not tell source from destination select both directions, lines without
 * an address both IP families, lines with ports only packets that show them. A rendering is exact only when the lines hold nothing
 * beside what was asked. Wider than asked end, for all tools of this family: terms without a field; sets of values that no shape of
 * the field says, such as ranges where single values are taken; {@code not} where lines only permit and the complement has no
 * shape or includes packets without the field; fragments; filters of more lines than the tool takes.
 *
 * <p>Forms of the runs: those that the profile names, and {@code everything} without a piece. Limit: {@code runs}, how many runs a
 * person is asked for in each way.
 */
public final class FieldLines implements Dialect {
    private static final String RUNS = "runs";
    /** Boxes of the question whether a filter selects everything. */
    private static final int CHECKED = 20;

    @Override
    public String family() {
        return Language.FAMILY;
    }

    @Override
    public Set<String> limitNames() {
        return Set.of(RUNS);
    }

    @Override
    public Rendering render(Filter filter, DialectSettings settings) {
        Language language =
                settings.language().orElseThrow(() -> new IllegalArgumentException("the profile has no key language"));
        Gaps gaps = new Gaps(filter);
        Filter packets = Unwrapping.unwrap(filter, settings.sees(), gaps);
        if (language.everything() && selectsAll(packets, settings.sees())) {
            return Rendering.of(List.of(new Run(RunTexts.EVERYTHING, List.of())), gaps.list());
        }
        Set<Network> unsaid = EnumSet.noneOf(Network.class);
        unsaid.addAll(settings.sees());
        language.ways().forEach(way -> unsaid.removeAll(networks(way)));
        if (!unsaid.isEmpty() && language.everything() && canSelect(packets, unsaid)) {
            gaps.addWhole("Packets that are neither IPv4 nor IPv6 can be had only by filtering nothing.");
            return Rendering.of(List.of(new Run(RunTexts.EVERYTHING, List.of())), gaps.list());
        }
        return lines(packets, settings, language, gaps);
    }

    @Override
    public Filter read(Run run, DialectSettings settings) throws UnreadableTextException {
        if (run.form().equals(RunTexts.EVERYTHING)) {
            return Filter.ANY;
        }
        Language language =
                settings.language().orElseThrow(() -> new UnreadableTextException(0, 1, "the tool has no filter"));
        LineWay way = language.way(run.form())
                .orElseThrow(() -> new UnreadableTextException(0, 1, "there is no filter of the form " + run.form()));
        return way.kind() == LineWay.Kind.SINGLE
                ? SettingReading.read(language, way, run.filter(), settings.sees())
                : read(way, run.filter(), settings.sees());
    }

    static Filter read(LineWay way, List<String> pieces, Set<Network> sees) throws UnreadableTextException {
        Set<Network> own = networks(way);
        own.retainAll(sees);
        return new RunReading(way, own, !own.containsAll(sees)).read(pieces);
    }

    /** Whether the fields of a line alone choose no packets of networks that the way is not for. */
    static boolean tellsItsNetworks(LineWay way, String line, Set<Network> sees) throws UnreadableTextException {
        Set<Network> others = EnumSet.copyOf(sees);
        others.removeAll(networks(way));
        Set<Network> own = networks(way);
        own.retainAll(sees);
        return others.isEmpty() || !canSelect(new RunReading(way, own, false).read(List.of(line)), others);
    }

    private static Rendering lines(Filter filter, DialectSettings settings, Language language, Gaps gaps) {
        List<WayWriting.Written> chosen = new ArrayList<>();
        Set<Network> left = EnumSet.noneOf(Network.class);
        left.addAll(settings.sees());
        for (boolean exact : List.of(true, false)) {
            // The ways behind are those that say more; of these the last one takes what none says exactly.
            for (LineWay way : exact ? language.ways() : language.ways().reversed()) {
                Set<Network> own = EnumSet.copyOf(networks(way));
                own.retainAll(left);
                if (!own.isEmpty()) {
                    WayWriting.Written written = new WayWriting(
                                    filter,
                                    way,
                                    own,
                                    !own.containsAll(settings.sees()),
                                    settings.limit(RUNS),
                                    gaps.none())
                            .written();
                    if (!exact || written.gaps().isEmpty()) {
                        chosen.add(written);
                        left.removeAll(own);
                    }
                }
            }
        }
        int runs = chosen.stream().mapToInt(written -> written.runs().size()).sum();
        if (language.atOnce().filter(most -> runs > most).isPresent()) {
            return joined(List.of(together(filter, settings, language, gaps)), filter, settings, gaps);
        }
        return joined(chosen, filter, settings, gaps);
    }

    /** All networks in one way, for a tool that cannot have a run for each at the same time. */
    private static WayWriting.Written together(Filter filter, DialectSettings settings, Language language, Gaps gaps) {
        LineWay way = language.ways().stream()
                .filter(one -> networks(one).containsAll(settings.sees()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no way writes all networks, which the loader checks"));
        return new WayWriting(filter, way, settings.sees(), false, settings.limit(RUNS), gaps.none()).written();
    }

    private static Rendering joined(
            List<WayWriting.Written> chosen, Filter filter, DialectSettings settings, Gaps gaps) {
        List<Run> runs =
                chosen.stream().flatMap(written -> written.runs().stream()).toList();
        Set<Gap> all = new LinkedHashSet<>(gaps.list());
        chosen.forEach(written -> all.addAll(written.gaps()));
        if (runs.isEmpty()) {
            return gaps.unseen("The filter selects none of the packets that this tool can show.");
        }
        if (runs.stream().noneMatch(run -> run.form().equals(RunTexts.EVERYTHING))) {
            return Rendering.of(runs, List.copyOf(all));
        }
        List<Run> everything = List.of(new Run(RunTexts.EVERYTHING, List.of()));
        if (selectsAll(filter, settings.sees())) {
            return Rendering.of(everything, gaps.list());
        }
        if (all.isEmpty()) {
            gaps.addWhole("No line can say this, so nothing is filtered.");
            all.addAll(gaps.list());
        }
        return Rendering.of(everything, List.copyOf(all));
    }

    static Set<Network> networks(LineWay way) {
        return way.networks().stream()
                .map(carried -> Network.valueOf(carried.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Network.class)));
    }

    private static boolean selectsAll(Filter filter, Set<Network> networks) {
        return !canSelect(new Filter.Not(filter), networks);
    }

    private static boolean canSelect(Filter filter, Set<Network> networks) {
        Filter within = WayWriting.only(networks);
        Filter both = within instanceof Filter.Any ? filter : Filter.all(List.of(within, filter));
        return !Boxes.selectsNothing(both, CHECKED);
    }
}
