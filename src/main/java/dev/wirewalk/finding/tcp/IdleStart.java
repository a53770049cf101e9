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
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Span;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.finding.Times;
import dev.wirewalk.flow.Endpoint;
import dev.wirewalk.flow.sequence.SequenceFlag;
import dev.wirewalk.packet.PacketView;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Connections on which nothing was said for long after the handshake. */
public final class IdleStart implements Rule {
    private static final long IDLE = Times.SECOND;
    private static final long LONG = 2 * Times.SECOND;
    private static final int LOOKED_AT = 200;
    /** Time-outs of resolvers, programs and libraries, in seconds. */
    private static final int[] TIME_OUTS = {2, 3, 5, 6, 8, 10, 12, 15, 20, 24, 30, 40, 45, 60, 75, 90, 120};

    private final Pending pending = new Pending();
    private final Tallies<Endpoint> clients = new Tallies<>();
    private final Tallies<Endpoint> banners = new Tallies<>();
    private int looked;

    @Override
    public Set<Need> needs() {
        return Set.of(Need.IP, Need.CONNECTIONS, Need.TIMES, Need.BOTH_DIRECTIONS);
    }

    @Override
    public void look(Sight sight) {
        pending.add(sight);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        Side client = connection.client();
        Side server = connection.server();
        if (!connection.accepted() || connection.flagged(SequenceFlag.RETRANSMISSION) > 0) {
            return;
        }
        boolean serverFirst = server.firstIn(Column.DATA_FRAME, client);
        Side speaker = serverFirst ? server : client;
        long idle = server.until(Column.SYN_ACK_NANOS, speaker, Column.DATA_NANOS, 0);
        if (idle < IDLE || idle < 4 * connection.handshakeNanos()) {
            return;
        }
        String instance = connection.text() + " after " + Times.text(idle) + timeOut(idle)
                + (serverFirst
                        ? suspects(connection, server, connection.serverEnd())
                        : suspects(connection, client, connection.clientEnd()));
        (serverFirst ? banners : clients)
                .of(connection.serverEnd())
                .add(1, idle, instance, server.get(Column.SYN_ACK_FRAME), speaker.get(Column.DATA_FRAME));
    }

    /** Names a time-out that the pause is close to, and a little longer than. */
    private static String timeOut(long idle) {
        for (int seconds : TIME_OUTS) {
            long over = idle - seconds * Times.SECOND;
            if (over >= -20 * Times.MILLISECOND && over < seconds * Times.SECOND / 20) {
                return " (close to a time-out of " + seconds + " s)";
            }
        }
        return "";
    }

    /** What the idle end tried in vain meanwhile is what it waited for. */
    private String suspects(Connection connection, Side speaker, Endpoint end) {
        if (looked++ > LOOKED_AT) {
            return "";
        }
        long from = connection.server().get(Column.SYN_ACK_NANOS) - Times.SECOND;
        List<Pending.Attempt> attempts = pending.between(end.address(), from, speaker.get(Column.DATA_NANOS));
        return attempts.isEmpty()
                ? ""
                : "; meanwhile it sent without answer "
                        + attempts.stream()
                                .map(Pending.Attempt::toString)
                                .distinct()
                                .limit(3)
                                .collect(Collectors.joining(", "));
    }

    @Override
    public void conclude(Conclusions conclusions) {
        conclude(
                conclusions,
                clients,
                "client-slow",
                "the client said nothing for long after the handshake",
                "The network and the server were ready; the client's program was not. Look for what it waits for: a name"
                        + " resolution, a certificate check, a directory, a lock.");
        conclude(
                conclusions,
                banners,
                "server-greeting-slow",
                "the server took long to speak first",
                "Servers that greet often look the client's name up first: check reverse DNS and identification requests from the"
                        + " server.");
    }

    private static void conclude(
            Conclusions conclusions, Tallies<Endpoint> servers, String id, String what, String advice) {
        for (Severity severity : List.of(Severity.WARNING, Severity.NOTE)) {
            servers.having(tally -> (tally.worst() >= LONG) == (severity == Severity.WARNING))
                    .conclude(
                            conclusions,
                            new Tallies.Wording<>(
                                    id,
                                    severity,
                                    tally -> "On " + Count.of(tally.cases(), "connection") + " to " + tally.subject()
                                            + " " + what + ", longest on " + tally.example() + ".",
                                    tally -> Display.end(PacketView.TCP, tally.subject()),
                                    "servers",
                                    advice));
        }
    }
}
