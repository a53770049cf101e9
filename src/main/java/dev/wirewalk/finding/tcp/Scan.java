package dev.wirewalk.finding.tcp;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Crowds;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Tallies;
import java.util.Set;

/** Clients that try one end after the other: a scan, and no outage of all those servers. */
public final class Scan implements Rule {
    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS);
    }

    @Override
    public void conclude(Conclusions conclusions) {
        Tallies<IpAddress> scanners = new Tallies<>();
        for (Crowds.Scanner scanner : conclusions.span().crowds().scanners()) {
            String what = scanner.targets() + " targets on "
                    + (scanner.ports().size() == 1
                            ? "port " + scanner.ports().iterator().next()
                            : Count.of(scanner.ports().size(), "port"));
            scanners.of(scanner.client())
                    .add(scanner.targets(), 0, what, scanner.frames().sorted().toArray());
        }
        scanners.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "scan",
                        Severity.WARNING,
                        tally -> tally.subject() + " tries " + tally.example() + " by SYN, nearly all in vain: a scan.",
                        tally -> "tcp.flags.syn == 1 && tcp.flags.ack == 0 && " + Display.source(tally.subject()),
                        "clients",
                        "Attempts of this client are left out of the findings about servers. Is it your own vulnerability"
                                + " scanner or inventory? If not, find out what runs there."));
    }
}
