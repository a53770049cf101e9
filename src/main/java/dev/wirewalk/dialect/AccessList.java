package dev.wirewalk.dialect;

import dev.wirewalk.filter.Filter;
import java.util.Set;

/**
 * The filters of the ASA's {@code capture}: up to three {@code match} clauses, which always select the replies too; else an
 * access list, which can deny before it permits; and one EtherType for frames that are not IP.
 *
 * <p>Forms of a run and their pieces: {@code match}, each piece what stands behind that word; {@code access-list}, each piece what
 * stands behind {@code access-list NAME extended}; {@code ethernet-type}, one piece, the type; {@code everything}, no piece. Lines
 * with ports are taken to select only packets that show them, not later fragments. Source: ASA command reference,
 * {@code capture} and {@code access-list extended}.
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
    public Rendering render(Filter filter, DialectSettings settings) {
        return new AccessWriting(filter, settings).rendering();
    }
}
