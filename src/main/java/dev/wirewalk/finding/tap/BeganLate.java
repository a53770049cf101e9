package dev.wirewalk.finding.tap;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.finding.Column;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Connection;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Frames;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Side;
import dev.wirewalk.finding.Span;
import dev.wirewalk.finding.Times;
import java.util.Set;

/** Connections that were running when the capture began, or still ran when it ended. */
public final class BeganLate implements Rule {
    /** What was heard of a connection that recently when the capture ended, was not over. */
    private static final long RECENT = 5 * Times.SECOND;

    private final Frames running = new Frames();
    private final Frames unfinished = new Frames();
    private long connections;
    private long begunBefore;
    private long notEnded;

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        Side client = connection.client();
        Side server = connection.server();
        connections++;
        boolean opened = client.get(Column.SYNS) > 0 || server.get(Column.SYN_ACKS) > 0;
        if (!opened && connection.established()) {
            begunBefore++;
            running.add(connection.conversation().firstFrame());
        }
        boolean ended = connection.reset() || client.get(Column.FIN_FRAME) > 0 || server.get(Column.FIN_FRAME) > 0;
        long last = connection.conversation().lastNanos().orElse(Frame.NO_TIME);
        if (!ended && connection.established() && span.timed() && span.after(last) < RECENT) {
            notEnded++;
            unfinished.add(connection.conversation().firstFrame());
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        if (begunBefore > 0) {
            conclusions.add(
                    "began-late",
                    Severity.NOTE,
                    begunBefore + " of " + Count.of(connections, "TCP connection")
                            + " had begun before the capture, so that the handshake is not in it.",
                    begunBefore,
                    running,
                    Display.frames(running),
                    "Who opened them, window scaling and segment size are unknown. Start the capture before the connection, or"
                            + " let the application connect again.");
        }
        if (notEnded > 0) {
            conclusions.add(
                    "ended-early",
                    Severity.NOTE,
                    notEnded + " of " + Count.of(connections, "TCP connection") + " still ran when the capture ended.",
                    notEnded,
                    unfinished,
                    Display.frames(unfinished),
                    "How they ended is not in the capture; what was still under way then is no failure.");
        }
    }
}
