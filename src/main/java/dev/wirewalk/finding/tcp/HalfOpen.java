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
import dev.wirewalk.flow.Endpoint;
import java.util.Set;

/** Handshakes of which the last packet does not arrive: the server repeats its SYN/ACK. */
public final class HalfOpen implements Rule {
    private final Tallies<Endpoint> unfinished = new Tallies<>();
    private final Tallies<Endpoint> unheard = new Tallies<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS, Need.BOTH_DIRECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        Side client = connection.client();
        Side server = connection.server();
        long answers = server.get(Column.SYN_ACKS);
        boolean crowd = span.crowds().flooded(connection.serverEnd())
                || span.crowds().scans(connection.clientEnd().address());
        if (crowd || answers < 2 || client.get(Column.RESETS) > 0) {
            return;
        }
        boolean completed = client.get(Column.ACK_FRAME) > 0 || client.get(Column.DATA_FRAME) > 0;
        boolean heard = server.get(Column.ACK_FRAME) > 0 || server.get(Column.DATA_FRAME) > 0;
        String instance = connection.text() + ", " + answers + " times";
        if (!completed) {
            unfinished.of(connection.serverEnd()).add(1, answers, instance, server.get(Column.SYN_ACK_FRAME));
        } else if (!heard && client.get(Column.SYNS) < answers) {
            unheard.of(connection.serverEnd())
                    .add(1, answers, instance, server.get(Column.SYN_ACK_FRAME), client.get(Column.ACK_FRAME));
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        unfinished.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "syn-ack-unanswered",
                        Severity.ERROR,
                        tally -> tally.subject()
                                + " repeats its SYN/ACK, and the client does not complete the handshake: "
                                + tally.example() + ".",
                        tally -> "tcp.flags.syn == 1 && tcp.flags.ack == 1 && "
                                + Display.source(tally.subject().address()),
                        "servers",
                        "The SYN/ACK does not reach the client: a way back that is missing or another one than the way there, or a"
                                + " firewall that did not see the SYN. Capture on the way back towards the client."));
        unheard.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "handshake-ack-lost",
                        Severity.ERROR,
                        tally -> "The client completes the handshake with " + tally.subject()
                                + ", which goes on repeating its SYN/ACK: " + tally.example() + ".",
                        tally -> "tcp.flags.syn == 1 && tcp.flags.ack == 1 && "
                                + Display.source(tally.subject().address()),
                        "servers",
                        "The client's ACK, and its data, do not reach the server: something between this capture point and the"
                                + " server drops them. Capture at the server."));
    }
}
