package dev.wirewalk.finding.tcp;

import dev.wirewalk.capture.Frame;
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
import dev.wirewalk.packet.PacketView;
import java.util.Optional;
import java.util.Set;

/** SYNs from a port that had another connection to the same server before. */
public final class PortReuse implements Rule {
    /** How long a closed connection is remembered by firewalls and by the end that closed (twice the segment lifetime). */
    private static final long REMEMBERED = 120 * Times.SECOND;

    private static final int LOOKED_AT = 1000;

    private final Tallies<Endpoint> harmless = new Tallies<>();
    private final Tallies<Endpoint> harmful = new Tallies<>();
    private int looked;

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        if (connection.conversation().connection() < 2 || looked++ > LOOKED_AT) {
            return;
        }
        Optional<Connection> before = connection.before();
        if (before.isEmpty() || connection.client().get(Column.SYNS) == 0) {
            return;
        }
        Side server = connection.server();
        long last = before.get().conversation().lastNanos().orElse(Frame.NO_TIME);
        long since = Times.between(last, connection.client().get(Column.SYN_NANOS), 0);
        boolean accepted = server.get(Column.SYN_ACKS) > 0;
        boolean hurt = !accepted
                && !span.answersHidden()
                && since < REMEMBERED
                && before.get().accepted();
        String instance =
                connection.text() + ", " + Times.text(since) + " after the one before, which " + end(before.get())
                        + (accepted ? "" : server.spoke() ? ", and was not accepted" : ", and was not answered");
        (hurt ? harmful : harmless)
                .of(connection.serverEnd())
                .add(1, -since, instance, connection.client().get(Column.SYN_FRAME));
    }

    private static String end(Connection before) {
        if (before.reset()) {
            return "was reset";
        }
        return before.bothFinished() ? "had been closed" : "had not been closed";
    }

    @Override
    public void conclude(Conclusions conclusions) {
        conclude(
                conclusions,
                harmful,
                Severity.WARNING,
                "A server or firewall that still remembers the earlier connection ignores or refuses the new one: let the client"
                        + " use more ports, close in order, or shorten what is remembered.");
        conclude(
                conclusions,
                harmless,
                Severity.NOTE,
                "Not harmful by itself: the server took the new connection, or nothing shows that it remembered the old one.");
    }

    private static void conclude(Conclusions conclusions, Tallies<Endpoint> servers, Severity severity, String advice) {
        servers.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "port-reuse",
                        severity,
                        tally -> Count.of(tally.cases(), "connection") + " to " + tally.subject()
                                + " came from a port that had been used before: " + tally.example() + ".",
                        tally -> "tcp.flags.syn == 1 && " + Display.end(PacketView.TCP, tally.subject()),
                        "servers",
                        advice));
    }
}
