package dev.wirewalk.finding.tap;

import dev.wirewalk.finding.Column;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Connection;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Frames;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Side;
import dev.wirewalk.finding.Span;
import dev.wirewalk.packet.PacketView;
import java.util.Set;

/** Connections of which only one direction is in the capture, although the other must have been there. */
public final class OneWay implements Rule {
    private final Frames frames = new Frames();
    private long oneWay;
    private long both;
    private String example = "";
    private String filter = "";

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CONNECTIONS);
    }

    @Override
    public void weigh(Connection connection, Span span) {
        if (connection.client().spoke() && connection.server().spoke()) {
            both++;
            return;
        }
        Side only = connection.client().spoke() ? connection.client() : connection.server();
        if (only.heard()) {
            oneWay++;
            frames.add(only.get(Column.FIRST_FRAME));
            if (oneWay == 1) {
                example = "only what " + (connection.client().spoke() ? connection.clientEnd() : connection.serverEnd())
                        + " sent to " + (connection.client().spoke() ? connection.serverEnd() : connection.clientEnd());
                filter = Display.between(PacketView.TCP, connection.clientEnd(), connection.serverEnd());
            }
        }
    }

    @Override
    public void conclude(Conclusions conclusions) {
        if (oneWay == 0) {
            return;
        }
        boolean all = both == 0;
        conclusions.add(
                "one-way-capture",
                all ? Severity.WARNING : Severity.NOTE,
                (all ? "The capture shows one direction only: of all " : "Of ") + Count.of(oneWay, "TCP connection")
                        + (all ? "" : " one direction is missing") + ", for instance " + example + ".",
                oneWay,
                frames,
                filter,
                (all
                                ? "Nothing can be said of answers. "
                                : "The others were captured both ways, so that the tap works: ")
                        + "Causes: a mirror port of one direction, a filter on source or destination, or a way back over"
                        + " another path (asymmetric routing).");
    }
}
