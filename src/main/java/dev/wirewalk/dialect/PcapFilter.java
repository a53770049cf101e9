package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterPrinter;
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
    public Rendering render(Filter filter, DialectSettings settings) {
        String text = FilterPrinter.print(filter);
        return Rendering.exact(List.of(new Run("expression", text.isEmpty() ? List.of() : List.of(text))));
    }
}
