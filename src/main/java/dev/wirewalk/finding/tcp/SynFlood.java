package dev.wirewalk.finding.tcp;

import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Crowds;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.finding.Times;
import dev.wirewalk.flow.Endpoint;
import java.util.Set;

/** Servers that get far more SYNs than clients make that want an answer. */
public final class SynFlood implements Rule {
    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS, Need.TIMES);
    }

    @Override
    public void conclude(Conclusions conclusions) {
        Tallies<Endpoint> targets = new Tallies<>();
        for (Crowds.Target target : conclusions.span().crowds().floods()) {
            String what = Count.of(target.attempts(), "connection attempt") + " from "
                    + (target.clients() == 1 ? "1 address" : target.clients() + " addresses") + " within "
                    + Times.text(target.duration());
            targets.of(target.server())
                    .add(target.attempts(), 0, what, target.frames().sorted().toArray());
        }
        targets.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "syn-flood",
                        Severity.ERROR,
                        tally -> tally.subject() + " gets " + tally.example() + " that come to nothing: a SYN flood.",
                        tally -> "tcp.flags.syn == 1 && tcp.flags.ack == 0 && "
                                + Display.destination(tally.subject().address()) + " && tcp.dstport == "
                                + tally.subject().port(),
                        "servers",
                        "These attempts are left out of the findings about unanswered SYNs. Addresses may be forged: have it"
                                + " filtered upstream, switch SYN cookies on, and look whether real clients still get"
                                + " through."));
    }
}
