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
import dev.wirewalk.packet.PacketView;
import java.util.Set;

/** Handshakes that took long although nothing was sent twice: the way is slow. */
public final class SlowPath implements Rule {
    /** Half a second is farther than round the earth and back by cable. */
    private static final long SLOW = 500 * Times.MILLISECOND;

    private final Tallies<Endpoint> servers = new Tallies<>();
    private final Tallies<Endpoint> clients = new Tallies<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS, Need.TIMES);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        Side client = connection.client();
        Side server = connection.server();
        if (client.get(Column.SYNS) != 1 || server.get(Column.SYN_ACKS) != 1) {
            return;
        }
        long there = connection.handshakeNanos();
        long back = server.until(Column.SYN_ACK_NANOS, client, Column.ACK_NANOS, 0);
        if (there >= SLOW) {
            servers.of(connection.serverEnd())
                    .add(
                            1,
                            there,
                            Times.text(there) + " for " + connection.clientEnd(),
                            client.get(Column.SYN_FRAME),
                            server.get(Column.SYN_ACK_FRAME));
        }
        if (back >= SLOW) {
            clients.of(connection.clientEnd())
                    .add(1, back, Times.text(back), server.get(Column.SYN_ACK_FRAME), client.get(Column.ACK_FRAME));
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        conclude(conclusions, servers, "SYN to SYN/ACK with ");
        conclude(conclusions, clients, "SYN/ACK to ACK with ");
    }

    private static void conclude(Conclusions conclusions, Tallies<Endpoint> ends, String what) {
        ends.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "slow-path",
                        Severity.WARNING,
                        tally -> "The way between this capture point and " + tally.subject() + " is slow: from " + what
                                + "it took " + tally.example() + ".",
                        tally -> "tcp.flags.syn == 1 && " + Display.end(PacketView.TCP, tally.subject()),
                        "ends",
                        "A kernel answers a SYN at once, so that this is the time of the network: a far or satellite link, or full"
                                + " queues. Trace the route and see from which hop on it is slow."));
    }
}
