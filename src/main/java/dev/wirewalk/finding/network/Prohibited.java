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

/** ICMP errors by which a filter says that it refuses a packet. */
public final class Prohibited implements Rule {
    private final Complaints complaints = new Complaints();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.ICMP);
    }

    @Override
    public void look(Sight sight) {
        IcmpView icmp = sight.packet().icmp();
        boolean prohibited = icmp.version() == 4
                ? icmp.type() == 3 && (icmp.code() == 9 || icmp.code() == 10 || icmp.code() == 13)
                : icmp.type() == 1 && (icmp.code() == 1 || icmp.code() == 5 || icmp.code() == 6);
        if (prohibited) {
            complaints.add(sight, icmp.code());
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        complaints
                .tallies()
                .conclude(
                        conclusions,
                        new Tallies.Wording<>(
                                "icmp-prohibited",
                                Severity.ERROR,
                                tally -> tally.subject().reporter() + " refuses "
                                        + tally.subject().flow() + " (ICMP administratively prohibited, code "
                                        + tally.subject().number() + "), "
                                        + Count.of(tally.count(), "time") + ", " + tally.example() + " first.",
                                tally -> Complaints.filter(
                                        tally, "icmp.type == 3 && icmp.code in {9, 10, 13}", "icmpv6.type == 1"),
                                "refusals",
                                "A rule of the device with this address, or of the host's own firewall when it is the"
                                        + " addressee, rejects the packet and says so. Look at its rule set and log."));
    }
}
