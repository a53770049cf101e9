package dev.wirewalk.finding.tap;

import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Frames;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import java.util.Set;

/** Frames that show a packet a second time. */
public final class Copies implements Rule {
    private final Frames frames = new Frames();
    private long copies;

    @Override
    public Set<Need> needs() {
        return Set.of(Need.COPIES);
    }

    @Override
    public void look(Sight sight) {
        if (sight.copyOf() > 0) {
            copies++;
            frames.add(sight.copyOf());
            frames.add(sight.number());
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        if (copies > 0) {
            conclusions.add(
                    "copies",
                    Severity.NOTE,
                    copies + " of " + Count.of(conclusions.report().packets(), "frame")
                            + " are copies of a packet that the capture shows before.",
                    copies,
                    frames,
                    Display.frames(frames),
                    "A mirror port that copies on the way in and out, or a capture on all interfaces of a router, shows"
                            + " packets twice. They are left out here; other tools take them for retransmissions (editcap -d"
                            + " removes those of equal bytes).");
        }
    }
}
