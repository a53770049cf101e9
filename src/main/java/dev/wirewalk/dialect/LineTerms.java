package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.profile.LineField;
import java.util.Optional;

/** Takes the terms out of a filter that a way has no field for, in the direction in which more is selected. */
final class LineTerms {
    private final WayWords words;
    private final Gaps gaps;

    LineTerms(WayWords words, Gaps gaps) {
        this.words = words;
        this.gaps = gaps;
    }

    Optional<Filter> replace(Filter.Term term, boolean grows) {
        return gaps.unless(problem(term), term, grows);
    }

    private Optional<String> problem(Filter.Term term) {
        return switch (term) {
            case Filter.Ether _, Filter.Protocol _ -> Optional.empty();
            case Filter.Host _, Filter.Net _ -> without("addresses", "source", "address");
            case Filter.Port _ -> without("ports", "source-port", "port");
            case Filter.TcpFlags _ -> without("TCP flags", "tcp-flags");
            case Filter.IcmpType _ -> without("ICMP types", "icmp-type");
            case Filter.IcmpCode _ -> without("ICMP codes", "icmp-code");
            case Filter.Opaque opaque -> Optional.of(reason(opaque));
        };
    }

    private Optional<String> without(String what, String... kinds) {
        for (LineField field : words.way().fields()) {
            for (String kind : kinds) {
                if (field.kind().equals(kind)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of("The filter of this tool does not look at " + what + ".");
    }

    static String reason(Filter.Opaque opaque) {
        return "The filter of this tool does not look at " + opaque.subject() + ".";
    }
}
