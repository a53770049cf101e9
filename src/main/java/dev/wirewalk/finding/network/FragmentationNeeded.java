package dev.wirewalk.finding.network;

import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Tallies;
import java.util.Set;

/** ICMP errors that ask for smaller packets (RFC 1191, RFC 8201). */
public final class FragmentationNeeded implements Rule {
    private final Complaints complaints = new Complaints();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.ICMP);
    }

    @Override
    public void look(Sight sight) {
        long mtu = sight.packet().icmp().nextHopMtu();
        if (mtu >= 0) {
            complaints.add(sight, mtu);
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        complaints
                .tallies()
                .conclude(
                        conclusions,
                        new Tallies.Wording<>(
                                "fragmentation-needed",
                                Severity.NOTE,
                                tally -> tally.subject().reporter() + " asks for packets of at most "
                                        + tally.subject().number() + " bytes for "
                                        + tally.subject().flow() + ", " + Count.of(tally.count(), "time") + ", "
                                        + tally.example() + " first.",
                                tally -> Complaints.filter(
                                        tally, "icmp.type == 3 && icmp.code == 4", "icmpv6.type == 2"),
                                "paths",
                                "This is how the path's size is found out, and harmless when smaller packets follow. If the"
                                        + " sender goes on with big ones, the error does not reach it: look for a filter"
                                        + " that drops ICMP before it."));
    }
}
