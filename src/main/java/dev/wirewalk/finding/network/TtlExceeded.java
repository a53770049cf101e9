package dev.wirewalk.finding.network;

import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.packet.IcmpView;
import java.util.Set;

/** ICMP errors that say that a packet's TTL ran out on its way, where nobody was tracing the way. */
public final class TtlExceeded implements Rule {
    private final Probes probes = new Probes();
    private final Complaints complaints = new Complaints();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.IP);
    }

    @Override
    public void look(Sight sight) {
        probes.add(sight.packet());
        IcmpView icmp = sight.packet().icmp();
        if (icmp.type() == (icmp.version() == 4 ? 11 : 3)
                && icmp.present()
                && icmp.code() == 0
                && complaints.quotes().read(sight)) {
            complaints.add(sight, Probes.pair(complaints.quotes().packet()));
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        complaints
                .tallies()
                .only(complaint -> !probes.traceroute(complaint.number()))
                .conclude(
                        conclusions,
                        new Tallies.Wording<>(
                                "ttl-exceeded",
                                Severity.ERROR,
                                tally -> "At " + tally.subject().reporter() + " the TTL of "
                                        + tally.subject().flow() + " ran out, "
                                        + Count.of(tally.count(), "time") + ", " + tally.example() + " first.",
                                tally -> Complaints.filter(
                                        tally, "icmp.type == 11 && icmp.code == 0", "icmpv6.type == 3"),
                                "paths",
                                "Either the sender's TTL is too small for the way, or two routers send the packet back and"
                                        + " forth: compare the TTL that the sender uses, and trace the route to this"
                                        + " destination."));
    }
}
