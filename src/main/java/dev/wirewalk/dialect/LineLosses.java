package dev.wirewalk.dialect;

import static dev.wirewalk.filter.HeaderField.DESTINATION;
import static dev.wirewalk.filter.HeaderField.DESTINATION_PORT;
import static dev.wirewalk.filter.HeaderField.ICMP_CODE;
import static dev.wirewalk.filter.HeaderField.ICMP_TYPE;
import static dev.wirewalk.filter.HeaderField.NETWORK;
import static dev.wirewalk.filter.HeaderField.PROTOCOL;
import static dev.wirewalk.filter.HeaderField.SOURCE;
import static dev.wirewalk.filter.HeaderField.SOURCE_PORT;
import static dev.wirewalk.filter.HeaderField.TCP_FLAGS;

import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.profile.LineField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why lines hold more than was asked, said of the terms that asked for it. */
final class LineLosses {
    private final WayWords words;
    private final Set<String> either = new LinkedHashSet<>();
    private final Set<HeaderField<?>> fields = new LinkedHashSet<>();

    LineLosses(WayWords words) {
        this.words = words;
    }

    void add(HeaderField<?> field) {
        fields.add(field);
    }

    void addSymmetry() {
        Line.Symmetry least = words.least();
        either.add(
                least.mirrored()
                        ? "A line of this tool also selects the answers, so both directions are selected."
                        : "The tool does not tell source from destination here, so both directions are selected.");
    }

    boolean isEmpty() {
        return fields.isEmpty() && either.isEmpty();
    }

    void tell(Filter filter, Gaps gaps) {
        List<Filter.Term> terms = AccessTerms.of(filter).toList();
        for (HeaderField<?> field : fields) {
            List<Filter.Term> concerned = terms.stream()
                    .filter(term -> concerns(field, term))
                    .distinct()
                    .toList();
            concerned.forEach(term -> gaps.add(term, reason(field)));
            if (concerned.isEmpty()) {
                gaps.addWhole(reason(field));
            }
        }
        either.forEach(gaps::addWhole);
    }

    private static boolean concerns(HeaderField<?> field, Filter.Term term) {
        return switch (term) {
            case Filter.Host _, Filter.Net _ -> field.equals(SOURCE) || field.equals(DESTINATION);
            case Filter.Port _ -> field.equals(SOURCE_PORT) || field.equals(DESTINATION_PORT);
            case Filter.Protocol protocol ->
                field.equals(PROTOCOL) || field.equals(HeaderField.TRANSPORT_HEADER) && protocol.number() == 44;
            case Filter.TcpFlags _ -> field.equals(TCP_FLAGS);
            case Filter.IcmpType _ -> field.equals(ICMP_TYPE);
            case Filter.IcmpCode _ -> field.equals(ICMP_CODE);
            case Filter.Ether _ -> field.equals(NETWORK);
            case Filter.Opaque _ -> false;
        };
    }

    private String reason(HeaderField<?> field) {
        if (field.equals(NETWORK)) {
            return "A line that names no address does not tell these packets from those of other networks here.";
        }
        if (field.equals(HeaderField.TRANSPORT_HEADER)) {
            return "The tool cannot be told to select only fragments, or only packets that are none.";
        }
        boolean address = field.equals(SOURCE) || field.equals(DESTINATION);
        boolean port = field.equals(SOURCE_PORT) || field.equals(DESTINATION_PORT);
        String kind = words.tells(field) ? WayWords.fieldName(field) : address ? "address" : port ? "port" : "";
        Optional<LineField> own = words.way().fields().stream()
                .filter(one -> one.kind().equals(kind.isEmpty() ? WayWords.fieldName(field) : kind))
                .findFirst();
        return own.map(one -> reason(one, field, address, port))
                .orElseGet(() -> "The tool does not look at the " + field + " of a packet.");
    }

    private static String reason(LineField own, HeaderField<?> field, boolean address, boolean port) {
        if (address) {
            return "The tool cannot say these addresses in one line: it takes " + shapes(own, "single addresses") + ".";
        }
        if (port) {
            return "The tool cannot say this of a port: it takes " + shapes(own, "single ports") + protocols(own) + ".";
        }
        return field.equals(TCP_FLAGS)
                ? "The tool cannot ask for these TCP flags together."
                : "The tool cannot say this of the " + field + ".";
    }

    private static String shapes(LineField own, String single) {
        boolean prefix = own.shapes().containsKey("prefix");
        boolean range = own.shapes().containsKey("range");
        String list = own.list()
                .map(several -> ", up to " + several.most() + " together")
                .orElse("");
        return (prefix && range ? "networks and ranges" : prefix ? "networks" : range ? "ranges" : single) + list;
    }

    private static String protocols(LineField own) {
        boolean sctp = own.protocols().contains(132) || own.alone().contains(132);
        return sctp ? "" : ", and no ports of SCTP";
    }
}
