package dev.wirewalk.report;

import dev.wirewalk.diagnosis.Ladder;
import java.util.ArrayList;
import java.util.List;

/** Where everything stands in the drawing, in pixels. */
final class LadderPlan {
    static final int TOP = 72;
    static final int ROW = 32;
    /** How much an arrow falls from one point to the next. */
    static final int FALL = 5;

    private static final int LEFT = 84;
    private static final int RIGHT = 88;
    private static final int LEGEND = 72;
    /** Room for the longest label beside an arrow; more points stand nearer to each other. */
    private static final int WIDEST = 200;

    private static final int NARROWEST = 132;
    private static final int COMFORTABLE = 510;

    private final Ladder ladder;
    private final int spacing;
    private final List<Integer> tops = new ArrayList<>();
    private final int bottom;

    LadderPlan(Ladder ladder) {
        this.ladder = ladder;
        int gaps = Math.max(1, ladder.columns().size() - 1);
        this.spacing = Math.clamp(COMFORTABLE / gaps, NARROWEST, WIDEST);
        int y = TOP + 22;
        for (Ladder.Row row : ladder.rows()) {
            tops.add(y);
            y += switch (row) {
                case Ladder.Packet packet -> ROW + FALL * span(packet);
                case Ladder.Gap _ -> ROW;
            };
        }
        bottom = y;
    }

    /** How many columns the packet's arrow goes over. */
    private static int span(Ladder.Packet packet) {
        int lowest = Integer.MAX_VALUE;
        int highest = 0;
        for (Ladder.Sighting sighting : packet.sightings()) {
            lowest = Math.min(lowest, sighting.column());
            highest = Math.max(highest, sighting.column());
        }
        int missing = packet.missing().orElse(highest);
        return Math.max(highest, missing) - Math.min(lowest, missing);
    }

    int columns() {
        return ladder.columns().size();
    }

    int spacing() {
        return spacing;
    }

    int x(int column) {
        return LEFT + 40 + column * spacing;
    }

    /** The height at which the row's arrow begins. */
    int y(int row) {
        return tops.get(row);
    }

    int bottom() {
        return bottom;
    }

    int width() {
        return x(Math.max(0, columns() - 1)) + RIGHT;
    }

    int height() {
        return bottom + LEGEND;
    }
}
