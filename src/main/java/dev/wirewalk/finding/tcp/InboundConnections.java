package dev.wirewalk.finding.tcp;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
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
import java.util.Set;

/** Connections from public addresses to private ones: who is let in, who is refused, who gets no answer. */
public final class InboundConnections implements Rule {
    private final Tallies<Endpoint> accepted = new Tallies<>();
    private final Tallies<Endpoint> refused = new Tallies<>();
    private final Tallies<Endpoint> ignored = new Tallies<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS, Need.BOTH_DIRECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        boolean inbound = connection.client().get(Column.SYNS) > 0
                && !isPrivate(connection.clientEnd().address())
                && isPrivate(connection.serverEnd().address());
        if (inbound) {
            Side server = connection.server();
            Tallies<Endpoint> outcome =
                    server.get(Column.SYN_ACKS) > 0 ? accepted : server.get(Column.RESETS) > 0 ? refused : ignored;
            outcome.of(connection.serverEnd())
                    .add(
                            1,
                            0,
                            connection.clientEnd().address().toString(),
                            connection.client().get(Column.SYN_FRAME));
        }
    }

    /** Addresses that are not routed in the Internet: RFC 1918, RFC 6598, RFC 3927, RFC 4193, RFC 4291. */
    static boolean isPrivate(IpAddress address) {
        long low = address.low();
        if (address.version() == IpVersion.V6) {
            int first = (int) (address.high() >>> 48);
            return (first & 0xFE00) == 0xFC00 || (first & 0xFFC0) == 0xFE80 || (address.high() == 0 && low == 1);
        }
        return low >>> 24 == 10
                || low >>> 24 == 127
                || low >>> 20 == 0xAC1
                || low >>> 16 == 0xC0A8
                || low >>> 16 == 0xA9FE
                || low >>> 22 == 0x6440 >>> 6;
    }

    @Override
    public void conclude(Conclusions conclusions) {
        conclude(
                conclusions,
                accepted,
                "inbound-accepted",
                "accepted",
                "If this service is not meant to be public, close it.");
        conclude(
                conclusions,
                refused,
                "inbound-refused",
                "refused",
                "The host answers strangers: a filter before it could drop them.");
        conclude(conclusions, ignored, "inbound-ignored", "not answered", "As it should be for what is not offered.");
    }

    private static void conclude(
            Conclusions conclusions, Tallies<Endpoint> servers, String id, String what, String advice) {
        servers.conclude(
                conclusions,
                new Tallies.Wording<>(
                        id,
                        Severity.NOTE,
                        tally -> Count.of(tally.cases(), "connection") + " from public addresses to " + tally.subject()
                                + (tally.cases() == 1 ? " was " : " were ") + what + ", first from " + tally.example()
                                + ".",
                        tally -> "tcp.flags.syn == 1 && tcp.flags.ack == 0 && "
                                + Display.destination(tally.subject().address()) + " && tcp.dstport == "
                                + tally.subject().port(),
                        "servers",
                        advice));
    }
}
