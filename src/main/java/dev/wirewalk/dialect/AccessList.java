package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import java.util.Set;

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
}
