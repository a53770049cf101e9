package dev.wirewalk.finding.tcp;

import dev.wirewalk.finding.Column;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Connection;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Side;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Span;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.finding.Times;
import dev.wirewalk.flow.Endpoint;
import dev.wirewalk.packet.PacketView;
import java.util.BitSet;
import java.util.Set;

/** Requests that the server acknowledged at once and answered much later. */
public final class SlowAnswer implements Rule {
    private static final long SLOW = Times.SECOND;

    private final Tallies<Endpoint> servers = new Tallies<>();
    /** Connections in which HTTP is read; there the answers themselves are timed. */
    private final BitSet http = new BitSet();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS, Need.HTTP, Need.TIMES);
    }

    @Override
    public void look(Sight sight) {
        if (sight.conversation() >= 0) {
            http.set(sight.conversation());
        }
    }

    @Override
    public void weigh(Connection connection, Span span) {
        Side server = connection.server();
        long duration = server.get(Column.ANSWER_NANOS);
        if (duration >= SLOW && !http.get(connection.index())) {
            servers.of(connection.serverEnd())
                    .add(
                            1,
                            duration,
                            Times.text(duration) + " for " + connection.clientEnd(),
                            server.get(Column.ASKED_FRAME),
                            server.get(Column.ANSWER_FRAME));
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        servers.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "server-slow",
                        Severity.WARNING,
                        tally -> tally.subject() + " acknowledged at once and answered only after "
                                + tally.example()
                                + (tally.cases() > 1 ? ", and so on " + (tally.cases() - 1) + " more connections" : "")
                                + ".",
                        tally -> Display.end(PacketView.TCP, tally.subject()) + " && tcp.time_delta >= 1",
                        "servers",
                        "The acknowledgement shows that the network is fast: the time goes by in the server's program, or in what"
                                + " it asks in turn. (A server that sends news when there are some looks the same, and is"
                                + " right.)"));
    }
}
