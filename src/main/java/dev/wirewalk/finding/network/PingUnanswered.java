package dev.wirewalk.finding.network;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.NumberTable;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.finding.Times;
import dev.wirewalk.packet.IcmpView;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Echo requests without a reply. */
public final class PingUnanswered implements Rule {
    private static final int FRAME = 0;
    private static final int NANOS = 1;
    private static final int COLUMNS = 2;
    private static final int MOST = 1 << 18;
    /** Longer than any usual ping waits before it calls an answer late. */
    private static final long PATIENCE = Times.SECOND;

    private final NumberTable open = new NumberTable(COLUMNS, MOST);
    private final Map<Integer, Target> targets = new HashMap<>();
    private final Probes probes = new Probes();

    /** @param pair the number of the addresses, as probes know it */
    private record Target(IpAddress from, IpAddress to, long pair) {}

    private final Map<Integer, Long> answered = new HashMap<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.ICMP, Need.TIMES, Need.BOTH_DIRECTIONS);
    }

    @Override
    public void look(Sight sight) {
        IcmpView icmp = sight.packet().icmp();
        if (sight.conversation() < 0 || icmp.sequence() < 0) {
            return;
        }
        long key = (long) sight.conversation() << 16 | icmp.sequence();
        if (icmp.echoRequest()) {
            probes.add(sight.packet());
            int row = open.put(key);
            if (row >= 0) {
                open.set(row, FRAME, sight.number());
                open.set(row, NANOS, sight.nanos());
                targets.computeIfAbsent(
                        sight.conversation(),
                        _ -> new Target(
                                sight.packet().ip().sourceAddress().orElseThrow(),
                                sight.packet().ip().destinationAddress().orElseThrow(),
                                Probes.pair(sight.packet())));
            }
        } else if (icmp.echoReply()) {
            open.remove(key);
            answered.merge(sight.conversation(), 1L, Long::sum);
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        Tallies<Target> silent = new Tallies<>();
        open.forEach((key, row) -> {
            int conversation = (int) (key >>> 16);
            Target target = targets.get(conversation);
            if (target != null
                    && !probes.traceroute(target.pair)
                    && conclusions.span().after(open.get(row, NANOS)) >= PATIENCE) {
                silent.of(target)
                        .add(
                                1,
                                0,
                                answered.getOrDefault(conversation, 0L) + " others were answered",
                                open.get(row, FRAME));
            }
        });
        silent.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "ping-unanswered",
                        Severity.WARNING,
                        tally -> Count.of(tally.count(), "echo request") + " from " + tally.subject().from + " to "
                                + tally.subject().to + " got no reply; " + tally.example() + ".",
                        tally -> (tally.subject().to.version() == IpVersion.V6 ? "icmpv6" : "icmp") + " && "
                                + Display.host(tally.subject().to),
                        "destinations",
                        "Many hosts and firewalls do not answer ping at all; that some are answered and some not points to"
                                + " loss. A capture at the destination shows whether the request arrives."));
    }
}
