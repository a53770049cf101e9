package dev.wirewalk.command;

import dev.wirewalk.dialect.Coverage;
import dev.wirewalk.dialect.Rendering;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterPrinter;
import java.util.Optional;

/**
 * What cuts the output of a wider plan back to what was asked, once it is a capture file.
 *
 * @param pcap the filter in the pcap-filter language, for tcpdump
 * @param display the same as a display filter, for Wireshark and tshark
 * @param displayCoverage how the display filter relates to what was asked
 */
public record Narrowing(String pcap, String display, Coverage displayCoverage) {
    /** What Wireshark shows for a filter. */
    public interface Reader {
        /** Empty where nothing is known of Wireshark. */
        Optional<Rendering> display(Filter filter);
    }

    static Optional<Narrowing> of(Filter filter, Coverage coverage, Reader reader) {
        if (coverage != Coverage.WIDER) {
            return Optional.empty();
        }
        Optional<Rendering> shown = reader.display(filter);
        String display = shown.stream()
                .flatMap(rendering -> rendering.runs().stream())
                .flatMap(run -> run.filter().stream())
                .findFirst()
                .orElse("");
        return Optional.of(new Narrowing(
                FilterPrinter.print(filter),
                display,
                shown.map(Rendering::coverage).orElse(Coverage.UNSUPPORTED)));
    }
}
