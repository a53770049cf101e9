package dev.wirewalk.report;

import dev.wirewalk.diagnosis.Ladder;
import dev.wirewalk.match.Direction;
import dev.wirewalk.match.PairQuality;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Draws one row of the ladder. */
final class LadderRow {
    private static final int LABEL_GAP = 10;

    private final Ladder ladder;
    private final LadderPlan plan;
    private final LadderWords words;
    private final Markup out;

    LadderRow(Ladder ladder, LadderPlan plan, LadderWords words, Markup out) {
        this.ladder = ladder;
        this.plan = plan;
        this.words = words;
        this.out = out;
    }

    void draw(Ladder.Row row, int index) {
        out.open("g", "class", "l-row").leaf("title", words.line(row));
        switch (row) {
            case Ladder.Gap gap ->
                text(
                        "⋮ " + gap.leftOut() + " packets left out",
                        "l-soft l-label",
                        (plan.x(0) + plan.x(plan.columns() - 1)) / 2,
                        plan.y(index) + 8,
                        "middle");
            case Ladder.Packet packet -> packet(packet, plan.y(index));
        }
        out.close().line();
    }

    private void packet(Ladder.Packet packet, int top) {
        List<Ladder.Sighting> seen = packet.sightings();
        seen.stream()
                .filter(sighting -> sighting.micros().isPresent())
                .min(Comparator.comparingLong(
                        sighting -> words.halfInterval(sighting.column()).orElse(0)))
                .ifPresent(best -> time(best, best.micros().orElse(0), top));
        boolean way = packet.direction().isPresent();
        for (int i = 0; i + 1 < seen.size(); i++) {
            boolean sure = !way || seen.get(i + 1).quality().compareTo(PairQuality.DERIVED) <= 0;
            boolean end = way && i + 2 == seen.size() && packet.missing().isEmpty();
            hop(
                    seen.get(i).column(),
                    seen.get(i + 1).column(),
                    y(packet, seen.get(i).column(), top),
                    y(packet, seen.get(i + 1).column(), top),
                    sure,
                    end);
        }
        for (Ladder.Sighting sighting : seen) {
            dot(plan.x(sighting.column()), y(packet, sighting.column(), top));
        }
        packet.missing().ifPresent(column -> stub(packet, seen.getLast().column(), column, top));
        label(packet, top);
    }

    /** An arrow falls from where the packet was seen first; what belongs to one link lies flat. */
    private static int y(Ladder.Packet packet, int column, int top) {
        int from = packet.sightings().getFirst().column();
        return packet.direction().isEmpty() ? top : top + Math.abs(column - from) * LadderPlan.FALL;
    }

    /** The time where it is known best. */
    private void time(Ladder.Sighting best, long micros, int top) {
        OptionalLong half = words.halfInterval(best.column());
        String shown = LadderWords.seconds(half.orElse(0) == 0 ? Math.floorDiv(micros, 1000) * 1000 : micros, half);
        // Behind the milliseconds nobody reads at a glance; the row's title has them.
        String seconds = half.orElse(0) == 0 ? shown.substring(0, shown.length() - 3) : "≈ " + shown;
        text(seconds, "l-soft", plan.x(0) - 28, top + 4, "end");
    }

    private void hop(int from, int to, int fromY, int toY, boolean sure, boolean end) {
        line("l-way", plan.x(from), fromY, plan.x(to), toY, sure ? "none" : "2 4", "#1f5fd6");
        if (end) {
            int back = plan.x(to) > plan.x(from) ? -9 : 9;
            int x = plan.x(to);
            out.empty(
                    "polygon",
                    "class",
                    "l-head",
                    "points",
                    x + "," + toY + " " + (x + back) + "," + (toY - 5) + " " + (x + back) + "," + (toY + 4),
                    "fill",
                    "#1f5fd6");
        }
    }

    private void dot(int x, int y) {
        out.empty("circle", "class", "l-dot", "cx", x, "cy", y, "r", 2.5, "fill", "#1f5fd6");
    }

    /** What became of a packet that was not seen where it should have been next. */
    private void stub(Ladder.Packet packet, int from, int to, int top) {
        boolean lost = packet.ending() == Ladder.Ending.LOST;
        int startY = y(packet, from, top);
        int x = plan.x(from) + (plan.x(to) - plan.x(from)) * 11 / 20;
        int y = startY + LadderPlan.FALL / 2;
        String name = lost ? "l-no" : "l-unknown";
        line(name, plan.x(from), startY, x, y, lost ? "6 4" : "2 4", lost ? "#b52a18" : "#7a5600");
        int side = plan.x(to) > plan.x(from) ? 1 : -1;
        out.open(
                        "text",
                        "class",
                        name + " l-label",
                        "x",
                        x + side * 4,
                        "y",
                        y + 5,
                        "text-anchor",
                        side > 0 ? "start" : "end",
                        "font-size",
                        13,
                        "font-weight",
                        700,
                        "fill",
                        lost ? "#b52a18" : "#7a5600")
                .text(packet.ending().glyph() + (lost ? " lost" : ""))
                .close();
    }

    private void label(Ladder.Packet packet, int top) {
        boolean back = packet.direction().equals(Optional.of(Direction.RETURN));
        int column = packet.sightings().getFirst().column();
        boolean last = column == plan.columns() - 1 && plan.columns() > 1;
        boolean left = back || (packet.direction().isEmpty() && last);
        int x = plan.x(column) + (left ? -LABEL_GAP : LABEL_GAP);
        text(packet.label(), "l-label", x, top - 5, left ? "end" : "start");
    }

    private void line(String name, int x1, int y1, int x2, int y2, String dashes, String colour) {
        out.empty(
                "line",
                "class",
                name,
                "x1",
                x1,
                "y1",
                y1,
                "x2",
                x2,
                "y2",
                y2,
                "stroke",
                colour,
                "stroke-width",
                1.6,
                "stroke-dasharray",
                dashes);
    }

    private void text(String words, String name, int x, int y, String anchor) {
        out.leaf(
                "text",
                LadderFrame.shortened(words, 64),
                "class",
                name,
                "x",
                x,
                "y",
                y,
                "text-anchor",
                anchor,
                "font-size",
                11);
    }
}
