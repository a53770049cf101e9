package dev.wirewalk.finding.tcp;

import dev.wirewalk.finding.Column;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Connection;
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

/** A segment that was sent again and again and never acknowledged; a big one behind small ones points to a black hole. */
public final class Unacknowledged implements Rule {
    private static final long TIMES_SENT_AGAIN = 3;
    /** Links with a smaller MTU than this carry no tunnel that would make big packets disappear. */
    private static final long BIG = 1000;

    private final Tallies<Endpoint> stuck = new Tallies<>();
    private final Tallies<Endpoint> blackHoles = new Tallies<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        weigh(connection, connection.client(), connection.server(), connection.clientEnd(), connection.serverEnd());
        weigh(connection, connection.server(), connection.client(), connection.serverEnd(), connection.clientEnd());
    }

    private void weigh(Connection connection, Side sender, Side receiver, Endpoint from, Endpoint to) {
        long end = sender.get(Column.REPEAT_SEQUENCE) + sender.get(Column.REPEAT_LENGTH);
        boolean arrived =
                receiver.get(Column.ACKNOWLEDGED) >= 0 && (int) (receiver.get(Column.ACKNOWLEDGED) - end) >= 0;
        if (sender.get(Column.REPEATS) < TIMES_SENT_AGAIN || arrived) {
            return;
        }
        long length = sender.get(Column.REPEAT_LENGTH);
        boolean hole = receiver.spoke()
                && length >= BIG
                && sender.get(Column.DELIVERED_LENGTH) < length
                && connection.established();
        long duration = sender.until(Column.REPEAT_NANOS, sender, Column.LAST_REPEAT_NANOS, 0);
        String instance = from + " sent " + length + " bytes to " + to + " "
                + (sender.get(Column.REPEATS) + 1) + " times"
                + (duration > 0 ? ", the last time " + Times.text(duration) + " after the first repetition" : "");
        (hole ? blackHoles : stuck)
                .of(from)
                .add(
                        1,
                        sender.get(Column.REPEATS),
                        instance,
                        sender.get(Column.REPEAT_FRAME),
                        sender.get(Column.LAST_FRAME));
    }

    @Override
    public void conclude(Conclusions conclusions) {
        stuck.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "data-unacknowledged",
                        Severity.ERROR,
                        tally -> "Data of " + tally.subject() + " is never acknowledged: " + tally.example() + ".",
                        tally -> "tcp.analysis.retransmission && "
                                + Display.source(tally.subject().address()),
                        "senders",
                        "The way to the receiver or back broke while the connection was up, or the receiver is gone; a firewall"
                                + " that forgot the connection looks the same. Capture at the other end: does the data"
                                + " arrive?"));
        blackHoles.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "mtu-black-hole",
                        Severity.ERROR,
                        tally -> "Big packets of " + tally.subject() + " do not arrive while small ones do: "
                                + tally.example() + ".",
                        tally -> "tcp.len >= " + BIG + " && "
                                + Display.source(tally.subject().address()),
                        "senders",
                        "A link on the way takes smaller packets only, and its ICMP \"fragmentation needed\" does not come"
                                + " back: let ICMP type 3 code 4 (ICMPv6 type 2) through, or clamp the segment size at the"
                                + " tunnel. Test with ping of that size and \"do not fragment\"."));
    }
}
