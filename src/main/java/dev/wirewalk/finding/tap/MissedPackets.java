package dev.wirewalk.finding.tap;

import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Frames;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.flow.sequence.SequenceFlag;
import java.util.Locale;
import java.util.Set;

/** Packets that the network delivered, as acknowledgements prove, and the capture does not hold. */
public final class MissedPackets implements Rule {
    private final Frames frames = new Frames();
    private long missed;
    private long packets;
    private long gaps;

    @Override
    public Set<Need> needs() {
        return Set.of(Need.TCP, Need.BOTH_DIRECTIONS);
    }

    @Override
    public void look(Sight sight) {
        packets++;
        if (sight.flagged(SequenceFlag.ACK_LOST_SEGMENT.bit())) {
            missed++;
            frames.add(sight.number());
        }
        if (sight.flagged(SequenceFlag.LOST_SEGMENT.bit())) {
            gaps++;
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        if (missed > 0) {
            conclusions.add(
                    "capture-loss",
                    Severity.WARNING,
                    "The capture misses packets that arrived: " + Count.of(missed, "packet") + " of " + packets
                            + String.format(Locale.ROOT, " TCP packets (%.2f %%)", missed * 100.0 / packets)
                            + (missed == 1 ? " acknowledges" : " acknowledge")
                            + " what is not in it" + (gaps > 0 ? ", beside " + Count.of(gaps, "gap") : "") + ".",
                    missed,
                    frames,
                    "tcp.analysis.ack_lost_segment",
                    "This is loss at the tap, not on the network: an overloaded mirror port or capturing host, or a filter that is"
                            + " too narrow. Do not take a packet for lost because it is missing here; capture with a larger"
                            + " buffer or nearer.");
        }
    }
}
