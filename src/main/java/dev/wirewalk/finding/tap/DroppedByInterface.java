package dev.wirewalk.finding.tap;

import dev.wirewalk.capture.CaptureInterface;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Frames;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the file itself says of packets that could not be captured. */
public final class DroppedByInterface implements Rule {
    @Override
    public Set<Need> needs() {
        return Set.of();
    }

    @Override
    public void conclude(Conclusions conclusions) {
        long dropped = 0;
        List<String> names = new ArrayList<>();
        for (CaptureInterface one : conclusions.report().interfaces()) {
            if (one.dropped().orElse(0) > 0) {
                dropped += one.dropped().getAsLong();
                names.add(one.name().orElse("interface " + one.id()).replace('\n', ' ') + ": "
                        + one.dropped().getAsLong());
            }
        }
        if (dropped > 0) {
            conclusions.add(
                    "capture-dropped",
                    Severity.WARNING,
                    "By its own count the capture lost " + Count.of(dropped, "packet") + " beside the "
                            + conclusions.report().packets() + " that it holds: "
                            + names.stream().limit(5).collect(Collectors.joining(", ")) + ".",
                    dropped,
                    new Frames(),
                    "",
                    "Do not take a packet for lost because it is missing here. Capture with a larger buffer, a narrower filter or a"
                            + " shorter snapshot length.");
        }
    }
}
