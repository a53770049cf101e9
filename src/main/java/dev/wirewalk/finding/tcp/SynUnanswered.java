package dev.wirewalk.finding.tcp;

import dev.wirewalk.finding.Column;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Connection;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.NumberTable;
import dev.wirewalk.finding.Quotes;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Span;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.finding.Tally;
import dev.wirewalk.finding.Times;
import dev.wirewalk.flow.Endpoint;
import java.util.Set;

/** SYNs that got no answer at all, although the capture ran on long enough to show one. */
public final class SynUnanswered implements Rule {
    /** A client repeats its SYN only while it has no answer: that proves it, whatever the capture would show of answers. */
    private static final long REPEATED = 900 * Times.MILLISECOND;
    /** A SYN is repeated after one second (RFC 6298, section 2); an answer takes less on nearly every path. */
    private static final long PATIENCE = Times.SECOND;

    private static final int MOST = 1 << 16;

    private final Tallies<Endpoint> servers = new Tallies<>();
    private final Quotes quotes = new Quotes();
    /** Attempts that an ICMP error speaks of: that is an answer, and another finding. */
    private final NumberTable refused = new NumberTable(0, MOST);

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS, Need.ICMP);
    }

    @Override
    public void look(Sight sight) {
        if (sight.packet().icmp().error() && quotes.read(sight)) {
            refused.put(key(quotes.source(), quotes.destination()));
        }
    }

    private static long key(Endpoint from, Endpoint to) {
        return from.hashCode() * 0x9E37_79B9_7F4A_7C15L + to.hashCode();
    }

    @Override
    public void weigh(Connection connection, Span span) {
        long syns = connection.client().get(Column.SYNS);
        boolean silent = !connection.server().spoke() && !connection.established() && !connection.reset();
        long waited = span.after(connection.client().get(Column.SYN_NANOS));
        boolean crowd = span.crowds().scans(connection.clientEnd().address())
                || span.crowds().flooded(connection.serverEnd());
        boolean told = refused.find(key(connection.clientEnd(), connection.serverEnd())) >= 0;
        boolean repeated = syns > 1
                && connection.client().until(Column.SYN_NANOS, connection.client(), Column.LAST_SYN_NANOS, REPEATED)
                        >= REPEATED;
        boolean shown = !span.answersHidden() && waited >= PATIENCE;
        if (told || crowd || syns == 0 || !silent || !(repeated || shown)) {
            return;
        }
        String instance = connection.clientEnd() + " sent " + Count.of(syns, "SYN")
                + (waited > 0 ? " and the capture ran on for " + Times.text(waited) : "");
        servers.of(connection.serverEnd())
                .add(syns, syns, instance, connection.client().get(Column.SYN_FRAME));
    }

    @Override
    public void conclude(Conclusions conclusions) {
        servers.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "syn-unanswered",
                        Severity.ERROR,
                        SynUnanswered::summary,
                        server -> Display.destination(server.subject().address()) + " && tcp.dstport == "
                                + server.subject().port() + " && tcp.flags.syn == 1",
                        "servers",
                        "Nothing refused these attempts: a packet filter that drops silently, a missing route there or"
                                + " back, or a host that is down. Capture nearer to the server to see whether the SYN"
                                + " arrives and whether an answer leaves."));
    }

    private static String summary(Tally<Endpoint> server) {
        return Count.of(server.cases(), "connection attempt") + " to " + server.subject() + " got no answer: "
                + server.example() + ".";
    }
}
