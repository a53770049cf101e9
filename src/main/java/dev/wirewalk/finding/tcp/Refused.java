package dev.wirewalk.finding.tcp;

import dev.wirewalk.finding.Column;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Connection;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Side;
import dev.wirewalk.finding.Span;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.finding.Times;
import dev.wirewalk.flow.Endpoint;
import java.util.Set;

/** SYNs that were answered with RST: nothing listens, or something on the way refuses. */
public final class Refused implements Rule {
    /** A host refuses at once; what takes longer than the first repetition of the SYN is not simply a closed port. */
    private static final long AT_ONCE = 900 * Times.MILLISECOND;

    private final Tallies<Endpoint> closed = new Tallies<>();
    private final Tallies<Endpoint> late = new Tallies<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        Side client = connection.client();
        Side server = connection.server();
        boolean refused = client.get(Column.SYNS) > 0
                && server.get(Column.RESETS) > 0
                && server.get(Column.SYN_ACKS) == 0
                && !connection.established();
        if (!refused || span.crowds().scans(connection.clientEnd().address())) {
            return;
        }
        long syns = client.get(Column.SYNS);
        long waited = client.until(Column.SYN_NANOS, server, Column.RESET_NANOS, 0);
        boolean silentFirst = waited >= AT_ONCE && syns > 1;
        String instance = connection.clientEnd() + " after " + Count.of(syns, "SYN") + ", refused "
                + (waited > 0 ? "within " + Times.text(waited) : "at once") + ", TTL of the RST "
                + server.get(Column.RESET_TTL);
        (silentFirst ? late : closed)
                .of(connection.serverEnd())
                .add(1, waited, instance, client.get(Column.SYN_FRAME), server.get(Column.RESET_FRAME));
    }

    @Override
    public void conclude(Conclusions conclusions) {
        conclude(
                conclusions,
                closed,
                "connection-refused",
                " refused by RST: ",
                "The RST comes from the server when nothing listens there, or from a firewall that answers in its name: compare"
                        + " its TTL with that of other packets of this server, and capture at the server.");
        conclude(
                conclusions,
                late,
                "refused-after-retries",
                " first left unanswered and then refused by RST: ",
                "A closed port refuses at once. A late RST points to a device that waits for the server in vain, as a load"
                        + " balancer or proxy does, or to one whose rule changed: capture behind it.");
    }

    private static void conclude(
            Conclusions conclusions, Tallies<Endpoint> servers, String id, String what, String advice) {
        servers.conclude(
                conclusions,
                new Tallies.Wording<>(
                        id,
                        Severity.ERROR,
                        tally -> Count.of(tally.cases(), "connection attempt") + " to " + tally.subject()
                                + (tally.cases() == 1 ? " was" : " were") + what + tally.example() + ".",
                        tally -> "tcp.flags.reset == 1 && "
                                + Display.source(tally.subject().address()) + " && tcp.srcport == "
                                + tally.subject().port(),
                        "servers",
                        advice));
    }
}
