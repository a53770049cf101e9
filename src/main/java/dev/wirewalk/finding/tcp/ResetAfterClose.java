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
import dev.wirewalk.flow.Endpoint;
import dev.wirewalk.packet.PacketView;
import java.util.Set;

/** RST behind FIN: how many programs end connections in a hurry. */
public final class ResetAfterClose implements Rule {
    private final Tallies<Endpoint> servers = new Tallies<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        Side client = connection.client();
        Side server = connection.server();
        if (!connection.reset()) {
            return;
        }
        Side sender = server.firstIn(Column.RESET_FRAME, client) ? server : client;
        long reset = sender.get(Column.RESET_FRAME);
        boolean behindFin = client.get(Column.FIN_FRAME) > 0 && client.get(Column.FIN_FRAME) < reset
                || server.get(Column.FIN_FRAME) > 0 && server.get(Column.FIN_FRAME) < reset;
        if (behindFin) {
            servers.of(connection.serverEnd()).add(1, 0, connection.text(), reset);
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        servers.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "reset-after-close",
                        Severity.NOTE,
                        tally -> Count.of(tally.cases(), "connection") + " to " + tally.subject()
                                + " ended with RST behind a FIN, for instance " + tally.example() + ".",
                        tally -> "tcp.flags.reset == 1 && " + Display.end(PacketView.TCP, tally.subject()),
                        "servers",
                        "Harmless: one end had closed, the other threw away the rest."));
    }
}
