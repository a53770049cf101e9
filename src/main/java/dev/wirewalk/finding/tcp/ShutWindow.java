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
import java.util.Set;

/** Receivers that announced window 0: their program did not read. */
public final class ShutWindow implements Rule {
    /** A receiver that needs longer than this to read a bufferful has a problem; less is a busy moment. */
    private static final long LONG = Times.SECOND;

    private final Tallies<Endpoint> brief = new Tallies<>();
    private final Tallies<Endpoint> lasting = new Tallies<>();
    private final Tallies<Endpoint> stuck = new Tallies<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        weigh(connection, connection.client(), connection.clientEnd(), span);
        weigh(connection, connection.server(), connection.serverEnd(), span);
    }

    private void weigh(Connection connection, Side receiver, Endpoint end, Span span) {
        long times = receiver.get(Column.SHUTS);
        if (times == 0) {
            return;
        }
        long longest = receiver.get(Column.LONGEST_SHUT_NANOS);
        long last = connection.conversation().lastNanos().orElse(Frame.NO_TIME);
        long open = receiver.get(Column.SHUT) == 0 ? 0 : Times.between(receiver.get(Column.SHUT_NANOS), last, 0);
        String instance = Count.of(times, "time") + " in " + connection.text();
        if (open >= LONG) {
            stuck.of(end)
                    .add(times, open, instance + ", at last for " + Times.text(open), receiver.get(Column.SHUT_FRAME));
        } else if (longest >= LONG) {
            lasting.of(end)
                    .add(
                            times,
                            longest,
                            instance + ", for up to " + Times.text(longest),
                            receiver.get(Column.LONGEST_SHUT_FRAME));
        } else {
            brief.of(end)
                    .add(
                            times,
                            longest,
                            instance + ", for up to " + Times.text(longest),
                            receiver.get(Column.SHUT_FRAME));
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        conclude(
                conclusions, stuck, "receiver-stuck", Severity.ERROR, " closed its window and did not open it again: ");
        conclude(conclusions, lasting, "zero-window", Severity.WARNING, " closed its window: ");
        conclude(conclusions, brief, "zero-window", Severity.NOTE, " closed its window for a moment: ");
    }

    private static void conclude(
            Conclusions conclusions, Tallies<Endpoint> ends, String id, Severity severity, String what) {
        ends.conclude(
                conclusions,
                new Tallies.Wording<>(
                        id,
                        severity,
                        tally -> "The receiver " + tally.subject() + what + tally.example() + ".",
                        tally -> "tcp.window_size_value == 0 && tcp.flags.reset == 0 && "
                                + Display.source(tally.subject().address()),
                        "receivers",
                        "The network is not to blame: the program at this end reads more slowly than data comes in, or not at"
                                + " all. Look at its load, threads and disks."));
    }
}
