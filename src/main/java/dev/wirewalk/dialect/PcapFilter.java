package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterPrinter;
import dev.wirewalk.filter.FilterSyntaxException;
import java.util.List;
import java.util.Set;

/** The pcap-filter language of libpcap, in which the filter tree itself is written: every filter is said exactly. */
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
    public Rendering render(Filter filter, DialectSettings settings) {
        String text = FilterPrinter.print(filter);
        return Rendering.exact(List.of(new Run("expression", text.isEmpty() ? List.of() : List.of(text))));
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
