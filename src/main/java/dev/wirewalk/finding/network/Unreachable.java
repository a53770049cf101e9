package dev.wirewalk.finding.network;

import dev.wirewalk.address.IpVersion;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.packet.IcmpView;
import java.util.Set;

/** ICMP errors that say that there is no way to a network or host. */
public final class Unreachable implements Rule {
    private final Complaints complaints = new Complaints();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.ICMP);
    }

    @Override
    public void look(Sight sight) {
        IcmpView icmp = sight.packet().icmp();
        boolean unreachable = icmp.version() == 4
                ? icmp.type() == 3
                        && switch (icmp.code()) {
                            case 0, 1, 2, 5, 6, 7, 8, 11, 12 -> true;
                            default -> false;
                        }
                : icmp.type() == 1 && (icmp.code() == 0 || icmp.code() == 2 || icmp.code() == 3);
        if (unreachable) {
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
                                "icmp-unreachable",
                                Severity.ERROR,
                                tally -> tally.subject().reporter() + " says that there is no way for "
                                        + tally.subject().flow() + " (ICMP " + reason(tally.subject()) + "), "
                                        + Count.of(tally.count(), "time") + ", " + tally.example() + " first.",
                                tally -> Complaints.filter(
                                        tally,
                                        "icmp.type == 3 && !(icmp.code in {3, 4, 9, 10, 13})",
                                        "icmpv6.type == 1 && icmpv6.code in {0, 2, 3}"),
                                "destinations",
                                "Look at the routing table of the device with this address. \"Host unreachable\" mostly means"
                                        + " that it knows the network and gets no ARP answer from the host; \"network"
                                        + " unreachable\" that it has no route."));
    }

    private static String reason(Complaints.Complaint complaint) {
        boolean network = complaint.number() == 0 || complaint.number() == 6 || complaint.number() == 11;
        if (complaint.reporter().version() == IpVersion.V6) {
            return network ? "no route" : "address unreachable";
        }
        return network ? "network unreachable" : "host unreachable";
    }
}
