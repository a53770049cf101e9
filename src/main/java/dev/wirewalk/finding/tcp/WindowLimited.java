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

/** Transfers that wait for their receiver's window again and again. */
public final class WindowLimited implements Rule {
    private static final long OFTEN = 3;

    private final Tallies<Endpoint> receivers = new Tallies<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        weigh(connection, true);
        weigh(connection, false);
    }

    private void weigh(Connection connection, boolean forward) {
        long full = connection.flagged(SequenceFlag.WINDOW_FULL, forward);
        if (full >= OFTEN) {
            Side sender = forward ? connection.client() : connection.server();
            receivers
                    .of(forward ? connection.serverEnd() : connection.clientEnd())
                    .add(full, full, connection.text(), sender.get(Column.LAST_DATA_FRAME));
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        receivers.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "window-limited",
                        Severity.NOTE,
                        tally -> "The window of " + tally.subject() + " was filled to the last byte "
                                + Count.of(tally.count(), "time") + ", for instance in " + tally.example() + ".",
                        tally -> "tcp.analysis.window_full && "
                                + Display.destination(tally.subject().address()),
                        "receivers",
                        "The transfer is as fast as this receiver's buffer allows on this distance: a larger buffer, or window"
                                + " scaling that a device on the way does not remove, makes it faster."));
    }
}
