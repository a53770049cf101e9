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

/** Clients that reset their own attempt: before an answer came, or as the only answer to the SYN/ACK. */
public final class ClientAborts implements Rule {
    private final Tallies<Endpoint> gaveUp = new Tallies<>();
    private final Tallies<Endpoint> rejected = new Tallies<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        Side client = connection.client();
        Side server = connection.server();
        if (client.get(Column.SYNS) == 0 || client.get(Column.RESETS) == 0 || connection.established()) {
            return;
        }
        if (span.crowds().scans(connection.clientEnd().address())) {
            return;
        }
        long patience = client.until(Column.SYN_NANOS, client, Column.RESET_NANOS, 0);
        if (server.get(Column.SYN_ACKS) > 0) {
            rejected.of(connection.serverEnd())
                    .add(
                            1,
                            patience,
                            connection.clientEnd().toString(),
                            server.get(Column.SYN_ACK_FRAME),
                            client.get(Column.RESET_FRAME));
        } else if (!server.spoke() && !span.answersHidden()) {
            gaveUp.of(connection.serverEnd())
                    .add(
                            1,
                            patience,
                            connection.clientEnd() + " after " + Times.text(patience),
                            client.get(Column.SYN_FRAME),
                            client.get(Column.RESET_FRAME));
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        gaveUp.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "syn-aborted",
                        Severity.WARNING,
                        tally -> Count.of(tally.cases(), "attempt") + " to connect to " + tally.subject()
                                + " got no answer and was given up with RST, at the latest by " + tally.example() + ".",
                        tally -> "tcp.flags.reset == 1 && "
                                + Display.destination(tally.subject().address()),
                        "servers",
                        "The application's own time-out is shorter than TCP's; what it waited for did not come. Look for why the"
                                + " SYN stays unanswered."));
        rejected.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "handshake-rejected",
                        Severity.NOTE,
                        tally -> "The answer of " + tally.subject() + " was reset by the client "
                                + Count.of(tally.cases(), "time") + ", first by " + tally.example() + ".",
                        tally -> "tcp.flags.reset == 1 && "
                                + Display.destination(tally.subject().address()),
                        "servers",
                        "Health checks and port scanners end a handshake like this. If it is a client that wants to connect, the"
                                + " answer came too late for it, or on a way on which it did not expect it."));
    }
}
