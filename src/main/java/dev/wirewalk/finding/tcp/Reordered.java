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
import java.util.List;
import java.util.Set;

/** Segments that overtook each other. */
public final class Reordered implements Rule {
    private static final double SHARE = 0.01;

    private final Frames frames = new Frames();
    private long count;
    private long data;

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        for (Side side : List.of(connection.client(), connection.server())) {
            data += side.get(Column.DATA_PACKETS);
            count += side.get(Column.OVERTAKEN);
            frames.add(side.get(Column.OVERTAKEN_FRAME));
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        if (count > 0) {
            conclusions.add(
                    "out-of-order",
                    count < data * SHARE ? Severity.NOTE : Severity.WARNING,
                    Count.of(count, "segment") + " of " + data + " with data " + (count == 1 ? "was" : "were")
                            + " overtaken by later ones.",
                    count,
                    frames,
                    "tcp.analysis.out_of_order || tcp.analysis.fast_retransmission",
                    "Several ways (aggregated links, balanced routes, several queues) let packets overtake each other; receivers"
                            + " then ask for what is only late, and senders slow down. A capture from several queues shows it"
                            + " although the network did not.");
        }
    }
}
