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
import dev.wirewalk.finding.Times;
import dev.wirewalk.flow.Endpoint;
import dev.wirewalk.packet.PacketView;
import java.util.Set;

/** Connections that were up and ended with RST before either end had closed. */
public final class ResetMidstream implements Rule {
    private final Tallies<Reset> waiting = new Tallies<>();
    private final Tallies<Reset> idle = new Tallies<>();

    private record Reset(Endpoint server, boolean byServer) {
        String who() {
            return byServer ? "in the name of the server" : "by the client";
        }
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        Side client = connection.client();
        Side server = connection.server();
        boolean finished = client.get(Column.FIN_FRAME) > 0 || server.get(Column.FIN_FRAME) > 0;
        boolean data = client.get(Column.DATA_PACKETS) > 0 || server.get(Column.DATA_PACKETS) > 0;
        if (!connection.reset() || finished || !data) {
            return;
        }
        boolean byServer = server.firstIn(Column.RESET_FRAME, client);
        Side sender = byServer ? server : client;
        // The client was still waiting for an answer: then the reset took it away.
        boolean pending = client.get(Column.LAST_DATA_FRAME) > server.get(Column.LAST_DATA_FRAME);
        String instance = connection.text() + pause(connection, sender) + injection(sender);
        (pending ? waiting : idle)
                .of(new Reset(connection.serverEnd(), byServer))
                .add(1, injection(sender).length(), instance, sender.get(Column.RESET_FRAME));
    }

    private static String pause(Connection connection, Side sender) {
        long client = connection.client().until(Column.LAST_DATA_NANOS, sender, Column.RESET_NANOS, Long.MAX_VALUE);
        long server = connection.server().until(Column.LAST_DATA_NANOS, sender, Column.RESET_NANOS, Long.MAX_VALUE);
        long pause = Math.min(client, server);
        return pause == Long.MAX_VALUE || pause < 0 ? "" : ", " + Times.text(pause) + " after the last data";
    }

    /** A host's packets come the same way, and so with the same TTL; a RST with another one was made elsewhere. */
    private static String injection(Side sender) {
        long ttl = sender.get(Column.RESET_TTL);
        long least = sender.get(Column.LEAST_TTL);
        long greatest = sender.get(Column.GREATEST_TTL);
        return ttl < 0 || greatest < 0 || (ttl >= least - 1 && ttl <= greatest + 1)
                ? ""
                : "; its TTL is " + ttl + " and that of the other packets of this end " + greatest
                        + ", so that another device may have made it";
    }

    @Override
    public void conclude(Conclusions conclusions) {
        String when = " while the client waited for an answer";
        conclude(conclusions, waiting.only(Reset::byServer), Severity.ERROR, when);
        conclude(conclusions, waiting.only(reset -> !reset.byServer), Severity.WARNING, when);
        conclude(conclusions, idle.only(Reset::byServer), Severity.WARNING, "");
        conclude(conclusions, idle.only(reset -> !reset.byServer), Severity.NOTE, "");
    }

    private static void conclude(Conclusions conclusions, Tallies<Reset> resets, Severity severity, String when) {
        resets.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "reset-midstream",
                        severity,
                        tally -> Count.of(tally.cases(), "connection") + " to " + tally.subject().server
                                + (tally.cases() == 1 ? " was" : " were") + " reset "
                                + tally.subject().who() + when
                                + ": " + tally.example() + ".",
                        tally -> "tcp.flags.reset == 1 && " + Display.end(PacketView.TCP, tally.subject().server),
                        "servers",
                        "Look at the log of the end that sent it: programs that crash or are killed, time-outs, and devices that"
                                + " inspect connections all end them like this. Capture at that end too: a RST that it did"
                                + " not send was put in on the way."));
    }
}
