package dev.wirewalk.finding.tcp;

import dev.wirewalk.finding.Column;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Connection;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Frames;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Side;
import dev.wirewalk.finding.Span;
import dev.wirewalk.flow.sequence.SequenceFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Segments that were sent again: how many, where they were lost as seen from the capture, and in which connections most. */
public final class Retransmissions implements Rule {
    /** Below this share of data packets, repetitions are no trouble for anybody. */
    private static final double SHARE = 0.01;

    private static final int FEW = 3;

    private final Frames frames = new Frames();
    private long before;
    private long behind;
    private long needless;
    private long data;
    private long worst;
    private String example = "";

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        long count = 0;
        for (Side side : List.of(connection.client(), connection.server())) {
            data += side.get(Column.DATA_PACKETS);
            before += side.get(Column.LOST_BEFORE);
            behind += side.get(Column.LOST_BEHIND);
            count += side.get(Column.LOST_BEFORE) + side.get(Column.LOST_BEHIND);
            frames.add(side.get(Column.LOST_BEFORE_FRAME)).add(side.get(Column.LOST_BEHIND_FRAME));
        }
        needless += connection.flagged(SequenceFlag.SPURIOUS_RETRANSMISSION);
        if (count > worst) {
            worst = count;
            example = connection.text();
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        long count = before + behind;
        if (count == 0) {
            return;
        }
        double share = (double) count / data;
        conclusions.add(
                "retransmissions",
                count < FEW || share < SHARE ? Severity.NOTE : Severity.WARNING,
                Count.of(count, "segment") + String.format(Locale.ROOT, " (%.1f %% of those with data)", share * 100)
                        + (count == 1 ? " was" : " were") + " sent again: " + kinds() + "; most in " + example + ".",
                count,
                frames,
                "tcp.analysis.retransmission && tcp.flags.syn == 0",
                "Packets, or the answers to them, are lost. Captures at both ends of a suspected link settle on which: a segment"
                        + " that is there at one end and missing at the other was lost between them.");
    }

    private String kinds() {
        List<String> kinds = new ArrayList<>();
        if (before > 0) {
            kinds.add(before + " had not come by here the first time");
        }
        if (behind > needless) {
            kinds.add((behind - needless) + " had come by here, and they or the answers were lost behind this point");
        }
        if (needless > 0) {
            kinds.add(needless + " needlessly, as the other end had them");
        }
        return String.join(", ", kinds);
    }
}
