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
import dev.wirewalk.packet.PacketView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** IP packets of which some fragments are in the capture and others are not. */
public final class FragmentsMissing implements Rule {
    private static final int BYTES = 0;
    private static final int END = 1;
    private static final int FRAME = 2;
    private static final int FIRST = 3;
    private static final int NANOS = 4;
    private static final int COLUMNS = 5;
    private static final int MOST = 1 << 16;

    private final NumberTable open = new NumberTable(COLUMNS, MOST);
    private final Map<Long, List<IpAddress>> ends = new HashMap<>();

    @Override
    public Set<Need> needs() {
        return Set.of(Need.IP, Need.BOTH_DIRECTIONS);
    }

    @Override
    public void look(Sight sight) {
        PacketView packet = sight.packet();
        if (!packet.ip().fragment() || packet.ip().identification() < 0) {
            return;
        }
        long key = (Probes.pair(packet) * 31 + packet.ip().identification()) * 31
                + packet.ip().protocol();
        int row = open.put(key);
        int length = packet.ip().endOnWire() - packet.ip().transportOffset();
        if (row < 0 || length <= 0) {
            return;
        }
        if (open.get(row, FRAME) == 0) {
            open.set(row, FRAME, sight.number());
            open.set(row, NANOS, sight.nanos());
            ends.put(
                    key,
                    List.of(
                            packet.ip().sourceAddress().orElseThrow(),
                            packet.ip().destinationAddress().orElseThrow()));
        }
        open.set(row, BYTES, open.get(row, BYTES) + length);
        if (packet.ip().fragmentOffset() == 0) {
            open.set(row, FIRST, 1);
        }
        if (!packet.ip().moreFragments()) {
            open.set(row, END, packet.ip().fragmentOffset() + length);
        }
        // Fragments that were sent twice add up to more: whole all the same.
        if (open.get(row, END) > 0 && open.get(row, BYTES) >= open.get(row, END)) {
            open.remove(key);
            ends.remove(key);
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        Tallies<List<IpAddress>> flows = new Tallies<>();
        open.forEach((key, row) -> {
            List<IpAddress> pair = ends.get(key);
            boolean settled =
                    !conclusions.span().timed() || conclusions.span().after(open.get(row, NANOS)) >= Times.SECOND;
            if (pair != null && settled) {
                String lacking = open.get(row, FIRST) == 0 ? "the first is missing" : "later ones are missing";
                flows.of(pair).add(1, 0, lacking, open.get(row, FRAME));
            }
        });
        flows.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "fragments-missing",
                        Severity.WARNING,
                        tally -> "Of " + Count.of(tally.count(), "fragmented packet") + " from "
                                + tally.subject().getFirst() + " to "
                                + tally.subject().getLast()
                                + " not all fragments are in the capture: " + tally.example() + ".",
                        tally -> (tally.subject().getFirst().version() == IpVersion.V6
                                        ? "ipv6.fraghdr"
                                        : "(ip.flags.mf == 1 || ip.frag_offset > 0)")
                                + " && " + Display.source(tally.subject().getFirst()) + " && "
                                + Display.destination(tally.subject().getLast()),
                        "pairs of hosts",
                        "A capture filter with ports misses all fragments but the first: capture by addresses alone. If this one"
                                + " did not, a device drops fragments; capture before and behind it."));
    }
}
