package dev.wirewalk.finding.network;

import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.NumberTable;
import dev.wirewalk.finding.Quotes;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.flow.Endpoint;
import dev.wirewalk.packet.PacketView;
import java.util.List;
import java.util.Set;

/** The same packet over and over with a falling TTL: it goes round between routers (it needs the copies for that). */
public final class RoutingLoop implements Rule {
    /** A packet that is seen before and behind a router once has two TTLs; going round takes more. */
    private static final int TIMES_SEEN = 4;

    private static final int HIGHEST = 0;
    private static final int SEEN = 1;
    private static final int FRAME = 2;
    private static final int LAST_TTL = 3;
    private static final int COLUMNS = 4;
    private static final int MOST = 1 << 14;

    private NumberTable packets = new NumberTable(COLUMNS, MOST);
    private final Tallies<List<Endpoint>> loops = new Tallies<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.IP, Need.COPIES);
    }

    @Override
    public void look(Sight sight) {
        PacketView packet = sight.packet();
        long id = packet.ip().identification();
        int ttl = packet.ip().ttl();
        if (id <= 0 || ttl < 0 || packet.payloadOffset() < 0) {
            return;
        }
        if (packets.size() == MOST) {
            // Rounds follow each other at once: what was seen long ago will not come by again.
            packets = new NumberTable(COLUMNS, MOST);
        }
        long key = (Probes.pair(packet) * 31 + id) * 31 + packet.ip().protocol() + (long) packet.payloadLength() * 961;
        int row = packets.put(key);
        if (row < 0) {
            return;
        }
        if (packets.get(row, SEEN) == 0 || ttl > packets.get(row, LAST_TTL)) {
            packets.set(row, HIGHEST, ttl);
            packets.set(row, SEEN, 0);
            packets.set(row, FRAME, sight.number());
        } else if (ttl == packets.get(row, LAST_TTL)) {
            return;
        }
        packets.set(row, LAST_TTL, ttl);
        packets.set(row, SEEN, packets.get(row, SEEN) + 1);
        if (packets.get(row, SEEN) == TIMES_SEEN) {
            loops.of(List.of(Quotes.source(packet), Quotes.destination(packet)))
                    .add(
                            1,
                            0,
                            "TTL " + packets.get(row, HIGHEST) + " down to " + ttl + " and on",
                            packets.get(row, FRAME),
                            sight.number());
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        loops.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "routing-loop",
                        Severity.ERROR,
                        tally -> Count.of(tally.count(), "packet") + " from "
                                + tally.subject().getFirst() + " to "
                                + tally.subject().getLast()
                                + " came by again and again with a falling TTL (" + tally.example() + ").",
                        tally -> Display.source(tally.subject().getFirst().address()) + " && "
                                + Display.destination(tally.subject().getLast().address()),
                        "flows",
                        "Two routers, or a router and a firewall, each take the other for the way there. Compare their routes"
                                + " for this destination."));
    }
}
