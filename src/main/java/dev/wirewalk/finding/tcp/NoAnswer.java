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
import dev.wirewalk.flow.sequence.SequenceFlag;
import dev.wirewalk.packet.PacketView;
import java.util.Set;

/** Requests that were acknowledged and got no answer: the server stays silent, or closes without a word. */
public final class NoAnswer implements Rule {
    private static final long PATIENCE = 3 * Times.SECOND;

    private final Tallies<Endpoint> silent = new Tallies<>();
    private final Tallies<Endpoint> closed = new Tallies<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS, Need.BOTH_DIRECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        Side client = connection.client();
        Side server = connection.server();
        boolean asked = client.get(Column.DATA_PACKETS) > 0
                && client.get(Column.LAST_DATA_FRAME) > server.get(Column.LAST_DATA_FRAME);
        // What the capture missed may have been the answer.
        boolean whole = connection.flagged(SequenceFlag.ACK_LOST_SEGMENT) == 0
                && connection.flagged(SequenceFlag.LOST_SEGMENT) == 0;
        boolean received = server.get(Column.ACKNOWLEDGED) >= 0 && client.acknowledgedBy(server);
        if (!asked || !whole || !received || server.get(Column.DATA_PACKETS) > 0 || server.get(Column.RESETS) > 0) {
            return;
        }
        boolean closedFirst = server.firstIn(Column.FIN_FRAME, client);
        long end = closedFirst
                ? server.get(Column.FIN_NANOS)
                : client.get(Column.FIN_FRAME) > 0
                        ? client.get(Column.FIN_NANOS)
                        : client.get(Column.RESETS) > 0 ? client.get(Column.RESET_NANOS) : span.lastNanos();
        long waited = Times.between(client.get(Column.LAST_DATA_NANOS), end, 0);
        String instance = connection.clientEnd() + " waited " + Times.text(waited);
        if (closedFirst) {
            closed.of(connection.serverEnd())
                    .add(1, waited, instance, client.get(Column.LAST_DATA_FRAME), server.get(Column.FIN_FRAME));
        } else if (waited >= PATIENCE) {
            silent.of(connection.serverEnd()).add(1, waited, instance, client.get(Column.LAST_DATA_FRAME));
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        silent.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "request-unanswered",
                        Severity.ERROR,
                        tally -> tally.subject() + " acknowledged what it was sent on "
                                + Count.of(tally.cases(), "connection") + " and answered nothing: " + tally.example()
                                + ".",
                        tally -> Display.end(PacketView.TCP, tally.subject()),
                        "servers",
                        "Its TCP is alive, its program does not answer: it hangs, waits for something else, or expects another"
                                + " protocol. (Protocols that only send, such as log transfer, look the same.) If this was"
                                + " captured far from the server, big answers may be lost on the way: capture there too."));
        closed.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "closed-without-answer",
                        Severity.ERROR,
                        tally -> tally.subject() + " closed " + Count.of(tally.cases(), "connection")
                                + " without an answer: " + tally.example() + ".",
                        tally -> "tcp.flags.fin == 1 && " + Display.end(PacketView.TCP, tally.subject()),
                        "servers",
                        "The server's program took the request and hung up: look at its log for this time, and whether request and"
                                + " port speak the same protocol."));
    }
}
