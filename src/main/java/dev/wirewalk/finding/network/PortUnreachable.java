package dev.wirewalk.finding.network;

import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Quotes;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.packet.IcmpView;
import dev.wirewalk.packet.PacketView;
import java.util.Set;

/** ICMP errors that say that nobody listens at a port. */
public final class PortUnreachable implements Rule {
    /** The first ports that traceroute over UDP sends to, knowing that nobody listens there. */
    private static final int TRACEROUTE_FIRST = 33434;

    private static final int TRACEROUTE_LAST = 33534;

    private final Complaints complaints = new Complaints();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.ICMP);
    }

    @Override
    public void look(Sight sight) {
        IcmpView icmp = sight.packet().icmp();
        boolean closed =
                icmp.version() == 4 ? icmp.type() == 3 && icmp.code() == 3 : icmp.type() == 1 && icmp.code() == 4;
        if (closed && complaints.quotes().read(sight)) {
            int port = complaints.quotes().packet().destinationPort();
            boolean traced = complaints.quotes().packet().transport() == PacketView.UDP
                    && port >= TRACEROUTE_FIRST
                    && port <= TRACEROUTE_LAST;
            if (!traced) {
                complaints.add(sight, icmp.code());
            }
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        complaints
                .tallies()
                .conclude(
                        conclusions,
                        new Tallies.Wording<>(
                                "port-unreachable",
                                Severity.ERROR,
                                tally -> (tally.subject().fromAddressee()
                                                ? "Nobody listens at "
                                                        + tally.subject().about() + " ("
                                                : tally.subject().reporter() + " refuses "
                                                        + tally.subject().flow() + " (")
                                        + Quotes.protocol(tally.subject().protocol()) + ", ICMP port unreachable), "
                                        + Count.of(tally.count(), "time") + ", " + tally.example() + " first.",
                                tally -> Complaints.filter(
                                        tally,
                                        "icmp.type == 3 && icmp.code == 3",
                                        "icmpv6.type == 1 && icmpv6.code == 4"),
                                "ports",
                                "The packets arrive: start the service, or correct address and port. For TCP, or from another"
                                        + " address than the addressee's, a firewall rejects with this error."));
    }
}
