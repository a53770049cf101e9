package dev.wirewalk.dialect;

import dev.wirewalk.filter.Boxes;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.FilterSyntaxException;
import dev.wirewalk.filter.Network;
import dev.wirewalk.filter.OneTexts;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pcap-filter language of libpcap, in which the filter tree itself is written: nearly every filter is said exactly by a tool
 * that knows the whole language. A filter that asks for several VLANs, labels or tunnels takes several runs.
 *
 * <p>Many devices carry an old libpcap, a link layer without addresses, or a command line that does not let every sign through. Their
 * profiles name what they lack (see {@link PcapLack}): the filter is then said in other words that mean the same, and where there are
 * none the term is loosened, with a gap.
 *
 * <p>Wider end: terms with a word or sign that the tool lacks and that no other words replace, such as the direction of a packet where
 * the filter does not know it; headers of a link that the packets come without; several VLANs, labels or tunnels that have to hold
 * together in a way which no list of expressions says, because each word for one moves all that stands behind it.
 */
public final class PcapFilter implements Dialect {
    private static final int NORMAL_FORM = 100;

    @Override
    public String family() {
        return "pcap-filter";
    }

    @Override
    public Set<String> limitNames() {
        return Set.of();
    }

    @Override
    public Set<String> forms() {
        return Set.of("expression");
    }

    @Override
    public Set<String> lackable() {
        return EnumSet.allOf(PcapLack.class).stream().map(PcapLack::word).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Rendering render(Filter filter, DialectSettings settings) {
        Gaps gaps = new Gaps(filter);
        if (selectsNothing(filter)) {
            return gaps.unseen("No packet can meet the whole filter: some of its conditions exclude each other.");
        }
        if (!settings.sees().contains(Network.OTHER) && selectsNothing(seen(filter, settings))) {
            return gaps.unseen("The filter selects none of the packets that the tool shows.");
        }
        Set<PcapLack> lacks = PcapLack.of(settings.lacks());
        Filter said = PcapRewording.sayable(filter, lacks, gaps);
        Optional<String> text = FilterPrinter.expression(said);
        if (text.isPresent()) {
            return Rendering.of(List.of(run(text.get(), lacks)), gaps.list());
        }
        OneTexts.Parts parts = OneTexts.of(said);
        if (!parts.exact()) {
            gaps.addWhole(
                    "One expression of libpcap asks for one VLAN, label or tunnel, because the word for it moves all that"
                            + " stands behind it, so some of these conditions are left out.");
        }
        List<Run> runs = parts.filters().stream()
                .map(part -> run(FilterPrinter.expression(part).orElseThrow(), lacks))
                .toList();
        return Rendering.of(runs, gaps.list());
    }

    private static Filter seen(Filter filter, DialectSettings settings) {
        List<Filter> carried =
                settings.sees().stream().sorted().<Filter>map(Filter.Ether::new).toList();
        return Filter.all(List.of(Filter.any(carried), filter));
    }

    /** libpcap refuses such an expression ("expression rejects all packets") where it notices. */
    private static boolean selectsNothing(Filter filter) {
        return Boxes.selectsNothing(filter, NORMAL_FORM);
    }

    private static Run run(String text, Set<PcapLack> lacks) {
        String written = lacks.contains(PcapLack.DOUBLE_EQUALS) ? text.replace(" == ", " = ") : text;
        return new Run("expression", written.isEmpty() ? List.of() : List.of(written));
    }

    @Override
    public Filter read(Run run, DialectSettings settings) throws UnreadableTextException {
        try {
            return FilterParser.parse(String.join(" ", run.filter()));
        } catch (FilterSyntaxException e) {
            throw new UnreadableTextException(0, e.column(), String.valueOf(e.getMessage()));
        }
    }
}
