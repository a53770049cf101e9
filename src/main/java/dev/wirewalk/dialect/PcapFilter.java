package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.FilterSyntaxException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pcap-filter language of libpcap, in which the filter tree itself is written: every filter is said exactly by a tool that
 * knows the whole language.
 *
 * <p>Many devices carry an old libpcap, a link layer without addresses, or a command line that does not let every sign through. Their
 * profiles name what they lack (see {@link PcapLack}): the filter is then said in other words that mean the same, and where there are
 * none the term is loosened, with a gap.
 */
public final class PcapFilter implements Dialect {
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
        Set<PcapLack> lacks = PcapLack.of(settings.lacks());
        Gaps gaps = new Gaps(filter);
        Filter said = PcapRewording.sayable(filter, lacks, gaps);
        return Rendering.of(List.of(run(FilterPrinter.print(said), lacks)), gaps.list());
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
