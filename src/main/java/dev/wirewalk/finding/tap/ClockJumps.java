package dev.wirewalk.finding.tap;

import dev.wirewalk.capture.Frame;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Frames;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Times;
import java.util.Arrays;
import java.util.Set;

/** Times that go backwards from one packet to the next of the same interface. */
public final class ClockJumps implements Rule {
    /** Several queues or interfaces are read one after the other: their packets are out of order by as much. */
    private static final long JITTER = 100 * Times.MILLISECOND;

    private static final int INTERFACES = 256;

    private final long[] latest = new long[INTERFACES];
    private final Frames frames = new Frames();
    private final Frames disordered = new Frames();
    private long jumps;
    private long greatest;
    private long disorder;

    public ClockJumps() {
        Arrays.fill(latest, Frame.NO_TIME);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.FRAMES, Need.COPIES, Need.TIMES);
    }

    @Override
    public void look(Sight sight) {
        int at = sight.frame().interfaceId() & INTERFACES - 1;
        long back = Times.between(sight.nanos(), latest[at], 0);
        if (back > JITTER) {
            jumps++;
            greatest = Math.max(greatest, back);
            frames.add(sight.number());
        } else if (back > 0) {
            disorder++;
            disordered.add(sight.number());
        }
        // Behind a jump the clock counts from its new time; behind mere disorder from the latest.
        if (sight.frame().hasTime() && (back <= 0 || back > JITTER)) {
            latest[at] = sight.nanos();
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        if (jumps > 0) {
            conclusions.add(
                    "clock-jump",
                    Severity.WARNING,
                    "The clock of this capture went back " + Count.of(jumps, "time") + ", by up to "
                            + Times.text(greatest) + ".",
                    jumps,
                    frames,
                    "frame.time_delta < 0",
                    "Durations across these frames mean nothing. The clock was set while the capture ran, or files were put"
                            + " together out of order: reorder them by time, or capture again with a disciplined clock.");
        } else if (disorder > 0) {
            conclusions.add(
                    "times-disordered",
                    Severity.NOTE,
                    Count.of(disorder, "packet") + " stand behind others with a later time, by less than "
                            + Times.text(JITTER) + ".",
                    disorder,
                    disordered,
                    "frame.time_delta < 0",
                    "Usual where several queues or interfaces are captured together; sorting the file by time (reordercap)"
                            + " helps other tools.");
        }
    }
}
