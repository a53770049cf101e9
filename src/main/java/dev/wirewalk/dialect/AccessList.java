package dev.wirewalk.dialect;

import dev.wirewalk.filter.Encapsulation;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The filters of the ASA's {@code capture}: up to three {@code match} clauses, which always select the replies too; else an
 * access list, which can deny before it permits; and one EtherType for frames that are not IP.
 *
 * <p>Forms of a run and their pieces: {@code match}, each piece what stands behind that word; {@code access-list}, each piece what
 * stands behind {@code access-list NAME extended}; {@code ethernet-type}, one piece, the type; {@code everything}, no piece. Lines
 * with ports are taken to select only packets that show them, not later fragments.
 *
 * <p>A profile says {@code access-list-lines: 0}, or that the tool lacks {@code access-lists}, for boxes that take no list, such
 * as FTD; one that lacks {@code match} too takes no filter at all, and its captures are wider than any filter. What lacks {@code
 * ethernet-types} shows other frames than IP only when everything is captured.
 *
 * <p>An access list says every combination of addresses, ports, protocols and ICMP types exactly as long as it takes no more than
 * its limit of lines. Wider end: TCP flags; single bytes, lengths, MAC addresses and all else that is {@link Filter.Opaque}; whether a
 * packet is a fragment; ICMP codes without a type or before 9.0(1); ports of SCTP before 9.5(2); protocol number 0; filters of more
 * lines; and of frames that are not IP, everything but all frames of one EtherType. Match clauses besides never tell the direction,
 * cannot deny, and are three. Tags are not looked at: of what is asked inside a VLAN, the packet inside is selected.
 *
 * <p>Sources: ASA command reference, {@code capture} and {@code access-list extended}; FTD command reference, {@code capture}.
 */
public final class AccessList implements Dialect {
    static final String CLAUSES = "match-clauses";
    static final String LINES = "access-list-lines";

    @Override
    public String family() {
        return "cisco-asa-capture";
    }

    @Override
    public Set<String> limitNames() {
        return Set.of(CLAUSES, LINES);
    }

    @Override
    public Set<String> lackable() {
        return Set.of(AccessForms.ACCESS_LISTS, AccessForms.MATCH, AccessForms.ETHERNET_TYPES);
    }

    @Override
    public Rendering render(Filter filter, DialectSettings settings) {
        return new AccessWriting(filter, settings).rendering();
    }

    @Override
    public Set<String> forms() {
        return Set.of("match", "access-list", "ethernet-type", "everything");
    }

    /**
     * The way back. In match clauses {@code any} is every IPv4 address, in access lists every address from 9.0(1) on. Objects are
     * refused, as what they stand for is not in the text; {@code log}, {@code time-range} and lines that are {@code inactive}
     * select nothing else.
     */
    @Override
    public Filter read(Run run, DialectSettings settings) throws UnreadableTextException {
        return switch (run.form()) {
            case "everything" -> Filter.ANY;
            case "match" -> clauses(run.filter());
            case "access-list" ->
                lines(run.filter(), AccessRelease.of(settings.version()).unifiedLists());
            case "ethernet-type" -> etherTypes(run.filter());
            default -> throw new UnreadableTextException(0, 1, "captures have no filter of the form " + run.form());
        };
    }

    private static Filter clauses(List<String> pieces) throws UnreadableTextException {
        List<Filter> parts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            parts.add(new AccessReader(i, pieces.get(i), false).clause().bothWays());
        }
        return parts.isEmpty() ? Filter.ANY : Filter.any(parts);
    }

    /** The first line that holds a packet decides, so the last one is read first; what none holds is not captured. */
    private static Filter lines(List<String> pieces, boolean anyIsBoth) throws UnreadableTextException {
        Optional<Filter> selected = Optional.empty();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            Optional<AccessPattern> line = new AccessReader(i, pieces.get(i), anyIsBoth).line();
            if (line.isPresent()) {
                Filter held = line.get().filter();
                selected = line.get().permit()
                        ? Optional.of(Filter.any(Stream.concat(Stream.of(held), selected.stream())
                                .toList()))
                        : selected.map(rest -> Filter.all(List.of(new Filter.Not(held), rest)));
            }
        }
        return selected.orElseThrow(
                () -> new UnreadableTextException(0, 1, "the access list permits nothing, so nothing is captured"));
    }

    private static Filter etherTypes(List<String> pieces) throws UnreadableTextException {
        List<Filter> parts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            String word = pieces.get(i).strip().toLowerCase(Locale.ROOT);
            OptionalInt number = AccessWords.etherType(word);
            if (number.isEmpty() || number.getAsInt() < 1501) {
                throw new UnreadableTextException(i, 1, "an EtherType belongs here, not " + word);
            }
            parts.add(etherType(number.getAsInt()));
        }
        return parts.isEmpty() ? Filter.ANY : Filter.any(parts);
    }

    private static Filter etherType(int number) {
        return Stream.of(Network.values())
                .filter(network -> network.etherType() == number)
                .<Filter>map(Filter.Ether::new)
                .findFirst()
                .orElseGet(() -> number == 0x8100
                        ? new Filter.Encapsulated(Encapsulation.VLAN, OptionalLong.empty(), Filter.ANY)
                        : new Filter.EtherType(number));
    }
}
