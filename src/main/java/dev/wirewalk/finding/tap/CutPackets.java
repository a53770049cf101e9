package dev.wirewalk.finding.tap;

import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Frames;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import java.util.OptionalLong;
import java.util.Set;

/** Packets that were not kept whole. */
public final class CutPackets implements Rule {
    private final Frames frames = new Frames();
    private long headersCut;
    private long cut;

    @Override
    public Set<Need> needs() {
        return Set.of(Need.FRAMES);
    }

    @Override
    public void look(Sight sight) {
        if (sight.frame().capturedLength() < sight.frame().originalLength()) {
            cut++;
            if (sight.frame().packet().truncated()) {
                headersCut++;
                frames.add(sight.number());
            } else if (headersCut == 0) {
                frames.add(sight.number());
            }
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        if (cut == 0 || conclusions.report().format().text()) {
            return;
        }
        OptionalLong limit = conclusions.report().snapLength();
        boolean serious = headersCut > 0;
        conclusions.add(
                "packets-cut",
                serious ? Severity.WARNING : Severity.NOTE,
                cut + " of " + Count.of(conclusions.report().packets(), "packet") + " were not kept whole"
                        + (limit.isPresent() ? " (at most " + limit.getAsLong() + " bytes of each)" : "")
                        + (serious ? "; of " + headersCut + " even headers are missing." : "; all headers are there."),
                cut,
                frames,
                "frame.cap_len < frame.len",
                serious
                        ? "What needs those headers cannot be decided. Capture again with a larger snapshot length."
                        : "Enough for addresses, sequence numbers and times; requests and answers cannot be read. Capture with a"
                                + " larger snapshot length if they matter.");
    }
}
