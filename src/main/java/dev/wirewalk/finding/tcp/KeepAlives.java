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
import dev.wirewalk.flow.sequence.SequenceFlag;
import java.util.Set;

/** Keep-alives: harmless when they are answered; when not, the other end is gone. */
public final class KeepAlives implements Rule {
    private static final long UNANSWERED = 3;

    private final Tallies<Endpoint> answered = new Tallies<>();
    private final Tallies<Endpoint> vanished = new Tallies<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS, Need.BOTH_DIRECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        weigh(connection, true);
        weigh(connection, false);
    }

    private void weigh(Connection connection, boolean forward) {
        long asked = connection.flagged(SequenceFlag.KEEP_ALIVE, forward);
        if (asked == 0) {
            return;
        }
        long heard = connection.flagged(SequenceFlag.KEEP_ALIVE_ACK, !forward);
        Side asker = forward ? connection.client() : connection.server();
        Side other = forward ? connection.server() : connection.client();
        Endpoint end = forward ? connection.serverEnd() : connection.clientEnd();
        boolean gone = asked >= heard + UNANSWERED && other.get(Column.LAST_FRAME) < asker.get(Column.LAST_FRAME);
        (gone ? vanished : answered).of(end).add(asked, asked, connection.text(), asker.get(Column.LAST_FRAME));
    }

    @Override
    public void conclude(Conclusions conclusions) {
        vanished.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "peer-vanished",
                        Severity.ERROR,
                        tally -> tally.subject() + " does not answer keep-alives any more, "
                                + Count.of(tally.count(), "packet") + ": " + tally.example() + ".",
                        tally -> "tcp.analysis.keep_alive && "
                                + Display.destination(tally.subject().address()),
                        "ends",
                        "The host is gone, or a firewall on the way forgot the idle connection: compare its idle time-out with the"
                                + " interval of the keep-alives."));
        answered.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "keep-alives",
                        Severity.NOTE,
                        tally -> Count.of(tally.count(), "keep-alive") + " went to " + tally.subject() + ", most on "
                                + tally.example() + ".",
                        tally -> "tcp.analysis.keep_alive && "
                                + Display.destination(tally.subject().address()),
                        "ends",
                        "Harmless: an idle connection is kept in the memory of firewalls."));
    }
}
